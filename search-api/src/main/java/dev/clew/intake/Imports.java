// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.ingest.Ingest;
import dev.clew.ingest.Ledger;
import dev.clew.ingest.ReadSettings;
import dev.clew.ingest.bookmark.Account;
import dev.clew.ingest.rule.SourceRule;
import dev.clew.ingest.rule.SourceRules;
import dev.clew.intake.ImportStatus.State;
import dev.clew.intake.IntakeException.Reason;
import dev.clew.store.LogStore;
import dev.clew.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that are handed in while a server runs. Several are received at once; they are read one
 * after the other, in the order in which they came, so that the same file handed in twice is read
 * once. Closing stops what is read and keeps what was read of it. Thread-safe.
 */
public final class Imports implements AutoCloseable {
  /** The folder of files that are not read yet, in the folder of an index. */
  public static final String FOLDER = "uploads";

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final long PATIENCE_SECONDS = 30;

  private final LogStore store;
  private final Path root;
  private final UploadFolder uploads;
  private final IntakeLimits limits;
  private final ReadSettings settings;
  private final InstantSource clock;
  private final UnreadLines lines;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("imports").daemon().factory());

  /** In the order in which they began. */
  private final Map<String, Import> all = new LinkedHashMap<>();

  private volatile boolean closed;

  /**
   * @param folder of the index; the files are received in {@value #FOLDER} below it
   * @param settings how they are read
   * @throws IOException when what a killed process left there cannot be removed
   */
  public Imports(
      LogStore store,
      Path folder,
      IntakeLimits limits,
      ReadSettings settings,
      InstantSource clock,
      UnreadLines lines)
      throws IOException {
    this.store = store;
    this.root = folder.toAbsolutePath().normalize().resolve(FOLDER);
    this.uploads = new UploadFolder(root, limits);
    this.limits = limits;
    this.settings = settings;
    this.clock = clock;
    this.lines = lines;
  }

  /** How much may be handed in. */
  public IntakeLimits limits() {
    return limits;
  }

  /** Whether what is at {@code place}, as accounts name it, was handed in to this index. */
  public boolean isBelow(String place) {
    return place.startsWith(root + "/");
  }

  /** All that are remembered, the latest first. */
  public List<ImportStatus> all() {
    synchronized (all) {
      return new ArrayList<>(all.values()).reversed().stream().map(Import::status).toList();
    }
  }

  /** The import of that id; empty when there is none. */
  public Optional<ImportStatus> find(String id) {
    synchronized (all) {
      return Optional.ofNullable(all.get(id)).map(Import::status);
    }
  }

  /** The import of that id, told to stop; what was read is kept. Empty when there is none. */
  public Optional<ImportStatus> stop(String id) {
    Import told;
    synchronized (all) {
      told = all.get(id);
    }
    if (told != null) {
      told.stop();
    }
    return Optional.ofNullable(told).map(Import::status);
  }

  /**
   * Receives the file {@code body} holds, and has it read after those that came before.
   *
   * @return how it stands once all of it came
   * @throws IntakeException when it is not taken
   */
  public ImportStatus receive(Handed handed, InputStream body) {
    Import begun = begin(handed);
    Upload upload = null;
    boolean taken = false;
    try {
      upload = uploads.open(begun.id(), handed);
      begun.waits(upload.receive(body, begun::received));
      Upload received = upload;
      reader.execute(() -> read(begun, handed, received));
      taken = true;
      return begun.status();
    } catch (IntakeException refused) {
      State how = refused.reason() == Reason.STOPPED ? State.STOPPED : State.FAILED;
      begun.end(how, String.valueOf(refused.getMessage()));
      throw refused;
    } finally {
      if (!taken) {
        abandon(begun, upload);
      }
    }
  }

  private static void abandon(Import begun, @Nullable Upload upload) {
    if (!begun.isOver()) {
      begun.end(State.FAILED, "clew ends");
    }
    if (upload != null) {
      upload.close();
    }
  }

  private Import begin(Handed handed) {
    synchronized (all) {
      long under = all.values().stream().filter(each -> !each.isOver()).count();
      if (under >= limits.waiting()) {
        throw new IntakeException(
            Reason.TOO_MANY, "%d files are received, wait or are read".formatted(under));
      }
      all.values().stream()
          .filter(Import::isOver)
          .limit(Math.max(0, all.size() - limits.remembered() + 1))
          .map(Import::id)
          .toList()
          .forEach(all::remove);
      String id = UUID.randomUUID().toString().substring(0, 8);
      Import begun = new Import(id, handed, clock, lines);
      all.put(id, begun);
      return begun;
    }
  }

  private void read(Import begun, Handed handed, Upload upload) {
    try (upload) {
      if (closed || begun.isStopping()) {
        begun.end(State.STOPPED, "stopped before it was read");
        return;
      }
      begun.reads();
      Ledger ledger =
          new Ingest(store, settings(handed), limits.unpacked(), clock)
              .index(List.of(upload.file()), begun, () -> closed || begun.isStopping());
      begun.ends(ledger, Account.of(store.bookmarks()));
    } catch (StoreException full) {
      begun.end(State.FAILED, String.valueOf(full.getMessage()));
    } catch (RuntimeException fault) {
      LOG.error("import {} of {}", begun.id(), handed.name(), fault);
      begun.end(State.FAILED, "a fault in Clew; import " + begun.id() + " in its log: " + fault);
    }
  }

  private ReadSettings settings(Handed handed) {
    List<SourceRule> rules = new ArrayList<>();
    if (handed.service() != null) {
      rules.add(
          SourceRule.of(SourceRule.Key.SERVICE, "**", handed.service(), "said with the file"));
    }
    rules.addAll(settings.rules().rules());
    return new ReadSettings(settings.zone(), new SourceRules(rules), clock.instant());
  }

  @Override
  public void close() {
    closed = true;
    reader.shutdown();
    boolean interrupted = false;
    try {
      if (!reader.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a file is still read after {} seconds", PATIENCE_SECONDS);
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
