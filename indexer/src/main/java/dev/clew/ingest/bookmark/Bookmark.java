// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a source was read, and by what it is known again whatever it is called by then.
 *
 * @param source its identity
 * @param born the place at which it was first seen
 * @param generation the how-manieth source born at that place, from 1
 * @param place where it is now: an absolute path, and {@code !member} inside archives
 * @param since grows each time any source takes a place: of two that name one place the later has
 *     it
 * @param fileKey what the file system calls the file, a hint; may be empty
 * @param head its first bytes
 * @param tail the bytes before {@code offset}
 * @param offset bytes read, decompressed; where reading goes on, at least 1
 * @param line the number of the physical line at {@code offset}, from 1
 * @param inLine true when that line began before {@code offset}
 * @param time the time lent to events without one, nanoseconds since the epoch; null when none was
 *     read
 * @param events events read
 */
public record Bookmark(
    String source,
    String born,
    int generation,
    String place,
    long since,
    String fileKey,
    Fingerprint head,
    Fingerprint tail,
    long offset,
    long line,
    boolean inLine,
    @Nullable Long time,
    long events) {
  private static final String VERSION = "1";
  private static final int FIELDS = 16;

  /** Physical lines that began before {@code offset}. */
  public long lines() {
    return line - (inLine ? 0 : 1);
  }

  /** The same source at another place. */
  public Bookmark at(String other, String key, long when) {
    return new Bookmark(
        source, born, generation, other, when, key, head, tail, offset, line, inLine, time, events);
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return String.join(
        "\t",
        VERSION,
        source,
        escape(born),
        String.valueOf(generation),
        born.equals(place) ? "" : escape(place),
        String.valueOf(since),
        escape(fileKey),
        String.valueOf(head.length()),
        head.hash(),
        String.valueOf(tail.length()),
        tail.hash(),
        String.valueOf(offset),
        String.valueOf(line),
        String.valueOf(inLine),
        time == null ? "" : String.valueOf(time),
        String.valueOf(events));
  }

  /**
   * Reads {@link #text}.
   *
   * @throws IllegalStateException when another version of Clew wrote it
   */
  public static Bookmark parse(String text) {
    List<String> fields = fields(text);
    if (fields.size() != FIELDS || !fields.getFirst().equals(VERSION)) {
      throw new IllegalStateException(
          "a bookmark of the index is of another version of Clew; use that one, or index into"
              + " another folder");
    }
    String born = unescape(fields.get(2));
    return new Bookmark(
        fields.get(1),
        born,
        Integer.parseInt(fields.get(3)),
        fields.get(4).isEmpty() ? born : unescape(fields.get(4)),
        Long.parseLong(fields.get(5)),
        unescape(fields.get(6)),
        new Fingerprint(Integer.parseInt(fields.get(7)), fields.get(8)),
        new Fingerprint(Integer.parseInt(fields.get(9)), fields.get(10)),
        Long.parseLong(fields.get(11)),
        Long.parseLong(fields.get(12)),
        Boolean.parseBoolean(fields.get(13)),
        fields.get(14).isEmpty() ? null : Long.valueOf(fields.get(14)),
        Long.parseLong(fields.get(15)));
  }

  private static List<String> fields(String text) {
    List<String> fields = new ArrayList<>(FIELDS);
    int from = 0;
    for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', from)) {
      fields.add(text.substring(from, tab));
      from = tab + 1;
    }
    fields.add(text.substring(from));
    return fields;
  }

  private static String escape(String text) {
    return text.replace("%", "%25").replace("\t", "%09");
  }

  private static String unescape(String text) {
    return text.replace("%09", "\t").replace("%25", "%");
  }
}
