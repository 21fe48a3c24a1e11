// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the lines of one source, over all readings of it. A store keeps it together with
 * the events, as it keeps bookmarks.
 *
 * @param file what people call the source
 * @param place where it was read: an absolute path, {@code !} and the member of an archive
 * @param format the format it was found to have; empty when nothing was read
 * @param share how many of its first lines start an event of that format, 0 to 1
 * @param bytes bytes read, decompressed
 * @param lines physical lines read
 * @param events events read
 * @param timed events whose own text holds their time
 * @param failures events that could not be read and are kept as they are
 * @param rejected physical lines that are part of no event, by reason
 */
public record Account(
    String file,
    String place,
    String format,
    double share,
    long bytes,
    long lines,
    long events,
    long timed,
    long failures,
    SortedMap<String, Long> rejected) {
  /** Nothing was read. */
  public static final Account NOTHING =
      new Account("", "", "", 0, 0, 0, 0, 0, 0, Collections.emptySortedMap());

  private static final String NAME = "account:";
  private static final String VERSION = "1";
  private static final int FIELDS = 10;

  public Account {
    rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
  }

  /** The name under which a store keeps the account of {@code source}. */
  public static String name(String source) {
    return NAME + source;
  }

  /** Of what a store keeps, the accounts, by the identity of their source. */
  public static Map<String, Account> of(Map<String, String> stored) {
    Map<String, Account> accounts = new TreeMap<>();
    stored.forEach(
        (name, text) -> {
          if (name.startsWith(NAME)) {
            parse(text).ifPresent(each -> accounts.put(name.substring(NAME.length()), each));
          }
        });
    return accounts;
  }

  /** Lines that are part of no event. */
  public long rejectedLines() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * This and what a later reading found of the same source, which may have another name by then:
   * the name is that of the events that were read last.
   */
  public Account plus(Account later) {
    boolean named = later.events > 0 || file.isEmpty();
    SortedMap<String, Long> sums = new TreeMap<>(rejected);
    later.rejected.forEach((reason, count) -> sums.merge(reason, count, Long::sum));
    return new Account(
        named ? later.file : file,
        later.place,
        later.format,
        later.share,
        bytes + later.bytes,
        lines + later.lines,
        events + later.events,
        timed + later.timed,
        failures + later.failures,
        sums);
  }

  /** As {@link #parse} reads it. */
  public String text() {
    List<String> fields = new ArrayList<>();
    fields.add(VERSION);
    fields.add(escape(file));
    fields.add(escape(place));
    fields.add(escape(format));
    fields.add(String.valueOf(share));
    for (long number : new long[] {bytes, lines, events, timed, failures}) {
      fields.add(String.valueOf(number));
    }
    rejected.forEach(
        (reason, count) -> {
          fields.add(escape(reason));
          fields.add(String.valueOf(count));
        });
    return String.join("\t", fields);
  }

  /** Reads {@link #text}; empty when another version of Clew wrote it. */
  static Optional<Account> parse(String text) {
    String[] fields = text.split("\t", -1);
    if (fields.length < FIELDS || fields.length % 2 != 0 || !fields[0].equals(VERSION)) {
      return Optional.empty();
    }
    SortedMap<String, Long> rejected = new TreeMap<>();
    for (int i = FIELDS; i < fields.length; i += 2) {
      rejected.put(unescape(fields[i]), Long.valueOf(fields[i + 1]));
    }
    return Optional.of(
        new Account(
            unescape(fields[1]),
            unescape(fields[2]),
            unescape(fields[3]),
            Double.parseDouble(fields[4]),
            Long.parseLong(fields[5]),
            Long.parseLong(fields[6]),
            Long.parseLong(fields[7]),
            Long.parseLong(fields[8]),
            Long.parseLong(fields[9]),
            rejected));
  }

  private static String escape(String text) {
    return text.replace("%", "%25").replace("\t", "%09");
  }

  private static String unescape(String text) {
    return text.replace("%09", "\t").replace("%25", "%");
  }
}
