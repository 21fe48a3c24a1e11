// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.IncidentException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Transactions: of readers side by side, of writers one after the other. Thread-safe. */
final class Database {
  /** How long a writer waits for one of another process. */
  private static final int BUSY_MILLIS = 10_000;

  private final ReentrantLock turn = new ReentrantLock(true);
  private final Jdbi reading;
  private final Jdbi writing;

  private Database(DataSource reading, DataSource writing) {
    this.reading = Jdbi.create(reading);
    this.writing = Jdbi.create(writing);
  }

  /**
   * The SQLite database in {@code file}, which is made when there is none. What a transaction wrote
   * is on the disk when it ends.
   *
   * @throws IncidentException.NotKept when it cannot be opened, or a newer Clew wrote it
   */
  static Database sqlite(Path file) {
    String url = "jdbc:sqlite:" + file.toAbsolutePath();
    return of(source(url, TransactionMode.DEFERRED), source(url, TransactionMode.IMMEDIATE), file);
  }

  /** Any other that takes the same statements. */
  static Database of(DataSource source) {
    return of(source, source, "the database");
  }

  private static Database of(DataSource reading, DataSource writing, Object name) {
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(writing)
          .locations("classpath:dev/clew/incident/store")
          .ignoreMigrationPatterns(new String[0])
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException failed) {
      throw new IncidentException.NotKept(
          "%s cannot be opened as a database of incidents: it is damaged, of a newer Clew, or held by another program"
              .formatted(name),
          failed);
    }
    return new Database(reading, writing);
  }

  private static SQLiteDataSource source(String url, TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  /** What {@code work} reads, all of it as it was at one moment. */
  <T> T read(Function<Handle, T> work) {
    return told(reading, work);
  }

  /** What {@code work} gives, which is then kept; when it throws, nothing is. */
  <T> T write(Function<Handle, T> work) {
    turn.lock();
    try {
      return told(writing, work);
    } finally {
      turn.unlock();
    }
  }

  private static <T> T told(Jdbi jdbi, Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(TransactionIsolationLevel.SERIALIZABLE, work::apply);
    } catch (JdbiException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new IncidentException.NotKept(
          "the database of incidents refused: " + cause.getMessage(), failed);
    }
  }
}
