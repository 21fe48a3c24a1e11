// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.event.Origin;
import dev.clew.ingest.IngestListener;
import dev.clew.ingest.Unread;
import dev.clew.journal.JournalException;
import dev.clew.journal.LineJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines that were not understood, as many as are kept: the first {@value #MOST} of each file,
 * in the order read. The accounts of the sources count all of them. Thread-safe.
 */
public final class UnreadLines implements IngestListener, AutoCloseable {
  /** The file that keeps them, in the folder of an index. */
  public static final String NAME = "unread.jsonl";

  /** Most lines that are kept of one file. */
  public static final int MOST = 1_000;

  private static final long MOST_BYTES = 4L << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final @Nullable LineJournal journal;
  private final Consumer<String> notes;
  private final Map<String, List<Unread>> byFile = new LinkedHashMap<>();

  /** How far each source was read: what is told again after a kill is known by it. */
  private final Map<String, Long> reached = new HashMap<>();

  private boolean full;

  private UnreadLines(@Nullable LineJournal journal, Consumer<String> notes) {
    this.journal = journal;
    this.notes = notes;
    if (journal != null) {
      journal.kept().forEach(this::recall);
    }
  }

  /** Keeps them for as long as the process lives. */
  public static UnreadLines forgetful() {
    return new UnreadLines(null, note -> {});
  }

  /**
   * Keeps them in the folder of an index.
   *
   * @param notes takes what cannot be read of the file, or written to it
   * @throws IOException when it can be neither read nor made
   */
  public static UnreadLines in(Path folder, Consumer<String> notes) throws IOException {
    return new UnreadLines(LineJournal.open(folder.resolve(NAME), MOST_BYTES, notes), notes);
  }

  @Override
  public void progress(long done, long total) {
    // asked for nowhere
  }

  @Override
  public synchronized void unread(List<Unread> lines) {
    List<Unread> fresh = new ArrayList<>();
    for (Unread line : lines) {
      if (add(line)) {
        fresh.add(line);
      }
    }
    if (journal == null || full || fresh.isEmpty()) {
      return;
    }
    try {
      journal.append(fresh.stream().map(UnreadLines::text).toList());
    } catch (JournalException refused) {
      full = true;
      notes.accept(
          "further lines that are not understood are counted, but not kept: "
              + refused.getMessage());
    }
  }

  /** Those of a file, by the name that people call it. */
  public synchronized List<Unread> of(String file) {
    return List.copyOf(byFile.getOrDefault(file, List.of()));
  }

  /** How many are kept of a file. */
  public synchronized int count(String file) {
    return byFile.getOrDefault(file, List.of()).size();
  }

  private boolean add(Unread line) {
    Origin origin = line.origin();
    List<Unread> kept = byFile.computeIfAbsent(origin.file(), any -> new ArrayList<>());
    if (full
        || kept.size() >= MOST
        || origin.offset() <= reached.getOrDefault(origin.source(), -1L)) {
      return false;
    }
    reached.put(origin.source(), origin.offset());
    return kept.add(line);
  }

  private static String text(Unread line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", line.origin().source());
    fields.put("file", line.origin().file());
    fields.put("offset", line.origin().offset());
    fields.put("line", line.origin().line());
    fields.put("lines", line.origin().lines());
    fields.put("reason", line.reason());
    fields.put("text", line.text());
    fields.put("kept", line.kept());
    return JSON.writeValueAsString(fields);
  }

  private void recall(String text) {
    try {
      JsonNode fields = JSON.readTree(text);
      Origin origin =
          new Origin(
              fields.path("source").asString(),
              fields.path("file").asString(),
              fields.path("offset").asLong(),
              fields.path("line").asLong(),
              fields.path("lines").asInt());
      add(
          new Unread(
              origin,
              fields.path("reason").asString(),
              fields.path("text").asString(),
              fields.path("kept").asBoolean()));
    } catch (JacksonException | IllegalArgumentException broken) {
      notes.accept("a line of %s cannot be read and is left out".formatted(NAME));
    }
  }

  @Override
  public void close() throws IOException {
    if (journal != null) {
      journal.close();
    }
  }
}
