// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.Account;
import dev.clew.ingest.bookmark.Bookmark;
import dev.clew.ingest.bookmark.Bookmarks;
import dev.clew.ingest.bookmark.Containers;
import dev.clew.pattern.PatternAssigner;
import dev.clew.source.FolderWatch;
import dev.clew.source.InputFile;
import dev.clew.source.InputFiles;
import dev.clew.source.Problem;
import dev.clew.source.Source;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads files for as long as they grow, through every rotation, into a store: each line once, also
 * when the process is killed and started again. One thread drives it, by {@link #step}.
 */
public final class Follower implements AutoCloseable {
  /** How often to call {@link #step}. */
  public static final Duration STEP = Duration.ofMillis(250);

  private static final Duration COMMIT_PAUSE = Duration.ofMillis(700);
  private static final Duration LONG_READING = Duration.ofSeconds(1);

  private final LogStore store;
  private final LogReader reader;
  private final List<Path> paths;
  private final InstantSource clock;
  private final Duration sweep;
  private final Consumer<Problem> problems;
  private final FolderWatch watch;
  private final Bookmarks bookmarks;
  private final Resuming resuming;
  private final Appender appender;
  private final Rotations rotations;
  private final Tails tails;
  private final Map<String, Seen> seen = new HashMap<>();

  /** The identities of what was read at a place, where it was the only thing there. */
  private final Map<String, String> read = new HashMap<>();

  private final Set<Problem> told = new HashSet<>();
  private Instant swept = Instant.MIN;
  private Instant committed = Instant.MIN;
  private boolean unsettled = true;

  /** A file as it was when it was looked at last. */
  private record Seen(long size, Instant modified, String key) {}

  /**
   * @param paths files and folders; what comes to be below a folder is followed too
   * @param sweep how long a change that the system does not tell of may stay unseen
   * @param problems told once of each file that cannot be read
   */
  public Follower(
      LogStore store,
      ReadSettings settings,
      List<Path> paths,
      InstantSource clock,
      Duration sweep,
      Consumer<Problem> problems) {
    this(store, settings, paths, clock, sweep, problems, IngestListener.NONE);
  }

  /** The same; what goes into the store is told to {@code listener}. */
  public Follower(
      LogStore store,
      ReadSettings settings,
      List<Path> paths,
      InstantSource clock,
      Duration sweep,
      Consumer<Problem> problems,
      IngestListener listener) {
    this.store = store;
    this.reader = new LogReader(settings);
    this.paths = List.copyOf(paths);
    this.clock = clock;
    this.sweep = sweep;
    this.problems = problems;
    Map<String, String> stored = store.bookmarks();
    this.bookmarks = new Bookmarks(stored);
    this.rotations = new Rotations(clock);
    this.resuming = new Resuming(reader, bookmarks, new Containers(stored), rotations);
    this.appender =
        new Appender(
            store,
            new PatternAssigner(),
            bookmarks,
            new ConcurrentHashMap<>(Account.of(stored)),
            new Commits(store, clock, LONG_READING),
            listener);
    this.tails = new Tails(resuming, appender, this::tell);
    try {
      this.watch = new FolderWatch(paths);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what is new, and returns.
   *
   * @throws dev.clew.store.StoreException when the store takes no more; a new follower goes on from
   *     what was kept
   */
  public void step() {
    step(Until.NEVER);
  }

  /**
   * The same, but returns soon after {@code end} has passed, however much is left to read; the
   * follower is of no use then, and to be closed.
   */
  public void step(Until end) {
    appender.readUntil(end);
    Instant now = clock.instant();
    watch.listen();
    unsettled |= !tails.advance(now);
    if (watch.isRearranged() || unsettled || !now.isBefore(later(swept, sweep))) {
      scan(now);
    } else {
      watch.written().forEach(path -> look(path, now));
    }
    if (appender.isOver()) {
      return;
    }
    tails.finishStrays(now);
    if (appender.isFilled() && !now.isBefore(later(committed, COMMIT_PAUSE))) {
      commit(now);
    }
  }

  private static Instant later(Instant instant, Duration duration) {
    return instant.equals(Instant.MIN) ? Instant.MIN : instant.plus(duration);
  }

  private void commit(Instant now) {
    appender.flush();
    store.refresh();
    committed = now;
  }

  private void scan(Instant now) {
    watch.watch();
    watch.written();
    swept = now;
    unsettled = false;
    InputFiles found = reader.find(paths);
    found.problems().forEach(this::tell);
    bookmarks.unsettle();
    Map<String, InputFile> files = new LinkedHashMap<>();
    found.files().stream()
        .filter(file -> file.path() != null)
        .forEach(file -> files.putIfAbsent(Source.place(file.path(), ""), file));
    forgetMissing(files.keySet());
    List<String> doubtful = new ArrayList<>();
    files.forEach(
        (place, file) -> {
          if (!isAsSeen(place, file)) {
            doubtful.add(place);
          }
        });
    // a copy is told from a file of its own by its original, which must be known by then
    doubtful.sort(Comparator.comparing(Rotations::isRotated));
    for (String place : doubtful) {
      if (appender.isOver()) {
        return;
      }
      read(place, Objects.requireNonNull(files.get(place)), now);
    }
  }

  private void forgetMissing(Set<String> there) {
    seen.keySet()
        .removeIf(
            place -> {
              if (there.contains(place)) {
                return false;
              }
              tails.stray(place);
              rotations.forget(place);
              read.remove(place);
              return true;
            });
  }

  /** True when the file is the one that was read, and has not changed since. */
  private boolean isAsSeen(String place, InputFile file) {
    Seen is = look(file);
    Seen was = seen.get(place);
    if (was == null || is == null) {
      return false;
    }
    if (!was.key().equals(is.key())) {
      tails.stray(place);
      return false;
    }
    if (!was.equals(is) && !tails.isOpen(place)) {
      return false;
    }
    String source = read.get(place);
    if (source != null) {
      bookmarks.settle(source, place, is.key());
    }
    return true;
  }

  private static @Nullable Seen look(InputFile file) {
    return Identification.attributes(Objects.requireNonNull(file.path()))
        .map(is -> new Seen(is.size(), is.lastModifiedTime().toInstant(), Identification.key(is)))
        .orElse(null);
  }

  /** A file was written that the last scan may know. */
  private void look(Path path, Instant now) {
    String place = Source.place(path, "");
    Seen was = seen.get(place);
    if (was == null) {
      return;
    }
    InputFile file = new InputFile(path, name(path), was.size(), was.modified());
    Seen is = look(file);
    if (is == null || !is.key().equals(was.key())) {
      unsettled = true;
    } else if (!tails.isOpen(place) && !is.equals(was)) {
      read(place, file, now);
    }
  }

  private String name(Path path) {
    return paths.stream()
        .filter(root -> path.startsWith(root) && !path.equals(root))
        .findFirst()
        .map(root -> root.relativize(path).toString().replace('\\', '/'))
        .orElseGet(() -> String.valueOf(path.getFileName()));
  }

  private void read(String place, InputFile file, Instant now) {
    Seen is = look(file);
    if (is == null) {
      unsettled = true;
      return;
    }
    if (is.size() == 0) {
      seen.put(place, is);
      read.remove(place);
      return;
    }
    boolean growing = rotations.isGrowing(place, is.size(), is.modified());
    Instant grown = committed.equals(Instant.MIN) ? is.modified() : now;
    SourceReading reading = tails.read(file, place, growing, grown, now);
    read.remove(place);
    if (reading.isLater()) {
      seen.remove(place);
      unsettled = true;
      return;
    }
    seen.put(place, is);
    rotations.forget(place);
    if (!reading.isPassedOver()) {
      tails
          .source(place)
          .or(() -> bookmarks.at(place).map(Bookmark::source))
          .ifPresent(source -> read.put(place, source));
    }
  }

  private void tell(Problem problem) {
    if (told.add(problem)) {
      problems.accept(problem);
    }
  }

  /** Keeps what was read, and lets go of all files. */
  @Override
  public void close() {
    try {
      tails.pauseAll();
      commit(clock.instant());
    } finally {
      abandon();
    }
  }

  /** Lets go of all files, without keeping more than what is kept already. */
  void abandon() {
    tails.close();
    try {
      watch.close();
    } catch (IOException e) {
      tell(new Problem(paths.toString(), "could not be unwatched", "nothing to do"));
    }
  }
}
