// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** PostgreSQL's log with {@code log_line_prefix = '%m [%p] %q%u@%d '}. */
final class DatabaseLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final long CLOCK_AHEAD = 3;

  private final LogFile file = new LogFile("logs/database/postgresql.log");

  /** A background process: no user, no database. */
  void server(long time, int pid, String message) {
    file.add(time, prefix(time, pid) + "LOG:  " + message);
  }

  /**
   * A session's event; {@code details} are further lines such as {@code DETAIL: …} that share the
   * prefix.
   */
  void session(long time, int pid, String user, String level, String message, String... details) {
    String prefix = prefix(time, pid) + user + "@shop ";
    StringBuilder text = new StringBuilder(prefix + level + ":  " + message + "\n");
    for (String detail : details) {
      text.append(prefix).append(detail.replace("\n", "\n\t")).append('\n');
    }
    file.add(time, text.toString());
  }

  /** A statement that took longer than {@code log_min_duration_statement}. */
  void slow(long time, int pid, String user, double millis, String statement, String... details) {
    String text = String.format(Locale.ROOT, "duration: %.3f ms  execute <unnamed>: ", millis);
    session(time, pid, user, "LOG", text + statement.replace("\n", "\n\t"), details);
  }

  private static String prefix(long time, int pid) {
    return TIME.format(Instant.ofEpochMilli(time + CLOCK_AHEAD)) + " [" + pid + "] ";
  }

  LogFile file() {
    return file;
  }
}
