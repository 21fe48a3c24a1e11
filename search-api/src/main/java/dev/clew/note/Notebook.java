// SPDX-License-Identifier: Apache-2.0
package dev.clew.note;

import dev.clew.code.mapping.PathMapping;
import dev.clew.journal.LineJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What people told: verdicts on suspects, and folders of paths. Kept in a file, or, where there is
 * none, only read. Thread-safe.
 */
public final class Notebook {
  /** The file's name in the folder of an index. */
  public static final String NAME = "notes.jsonl";

  /** Bytes that the file may hold. */
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private static final int MOST_MAPPINGS = 200;

  private final @Nullable LineJournal journal;
  private final Map<String, PathMapping> mappings = new LinkedHashMap<>();
  private final Map<List<String>, Verdict> verdicts = new LinkedHashMap<>();

  private Notebook(
      List<PathMapping> given,
      List<String> lines,
      @Nullable LineJournal journal,
      Consumer<String> notes) {
    this.journal = journal;
    given.forEach(this::put);
    int number = 0;
    for (String line : lines) {
      number++;
      try {
        NoteLine.read(line, this::put, this::put, mappings::remove);
      } catch (IllegalArgumentException unreadable) {
        notes.accept("%s:%d: %s".formatted(NAME, number, unreadable.getMessage()));
      }
    }
  }

  /** One that keeps nothing, and knows what is given. */
  public static Notebook of(List<PathMapping> given) {
    return new Notebook(given, List.of(), null, note -> {});
  }

  /** The journal in the folder of an index, to be closed by the caller. */
  public static LineJournal journal(Path folder, Consumer<String> notes) throws IOException {
    return LineJournal.open(folder.resolve(NAME), MOST_BYTES, notes);
  }

  /**
   * One that keeps what is told in {@code journal}.
   *
   * @param given mappings told at the start, which the journal does not hold
   * @param notes takes what cannot be read of it
   */
  public static Notebook keeping(
      LineJournal journal, List<PathMapping> given, Consumer<String> notes) {
    return new Notebook(given, journal.kept(), journal, notes);
  }

  /**
   * What was kept in the folder of an index, only to be read.
   *
   * @param notes takes what cannot be read of it
   * @throws IOException when the file cannot be read
   */
  public static Notebook read(Path folder, List<PathMapping> given, Consumer<String> notes)
      throws IOException {
    return new Notebook(given, LineJournal.read(folder.resolve(NAME)), null, notes);
  }

  /** True when what is told is kept. */
  public boolean keeps() {
    return journal != null;
  }

  /** Those that hold, in the order in which they were told. */
  public synchronized List<PathMapping> mappings() {
    return List.copyOf(mappings.values());
  }

  /**
   * Those on suspects of all errors, withdrawn ones left out, in the order in which they were told
   * first.
   */
  public synchronized List<Verdict> verdicts() {
    return List.copyOf(verdicts.values());
  }

  /** Those on suspects of these errors, withdrawn ones left out. */
  public synchronized List<Verdict> verdicts(String group) {
    return verdicts.values().stream().filter(verdict -> verdict.group().equals(group)).toList();
  }

  /** The one on this suspect of these errors. */
  public synchronized Optional<Verdict> verdict(String group, String kind, String id) {
    return Optional.ofNullable(verdicts.get(List.of(group, kind, id)));
  }

  /**
   * Keeps a verdict in place of the one before on the same suspect.
   *
   * @throws dev.clew.journal.JournalException when it cannot be kept; then nothing changes
   */
  public synchronized void tell(Verdict verdict) {
    book().append(List.of(NoteLine.of(verdict)));
    put(verdict);
  }

  /**
   * Keeps a mapping in place of the one before of the same prefix.
   *
   * @param holds false to end it
   * @throws IllegalArgumentException when there are too many
   * @throws dev.clew.journal.JournalException when it cannot be kept; then nothing changes
   */
  public synchronized void tell(PathMapping mapping, boolean holds, Instant time) {
    if (holds && mappings.size() >= MOST_MAPPINGS && !mappings.containsKey(mapping.prefix())) {
      throw new IllegalArgumentException(
          "%d mappings are known, and no more are taken".formatted(MOST_MAPPINGS));
    }
    book().append(List.of(NoteLine.of(mapping, holds, time)));
    if (holds) {
      put(mapping);
    } else {
      mappings.remove(mapping.prefix());
    }
  }

  private LineJournal book() {
    if (journal == null) {
      throw new IllegalStateException("nothing is kept here");
    }
    return journal;
  }

  private void put(PathMapping mapping) {
    mappings.put(mapping.prefix(), mapping);
  }

  private void put(Verdict verdict) {
    List<String> key = List.of(verdict.group(), verdict.kind(), verdict.id());
    verdicts.remove(key);
    if (verdict.ruling() != Verdict.Ruling.WITHDRAWN) {
      verdicts.put(key, verdict);
    }
  }
}
