// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A manifest as bytes: a line of text for people, the values, and a CRC-32C over both. Names of
 * sources stand in a table once, since each is in many partitions.
 */
final class ManifestBytes {
  private static final byte[] TITLE = "clew-manifest 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int CRC_BYTES = 8;

  private ManifestBytes() {}

  static byte[] of(Manifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(TITLE);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(manifest.dayNanos());
    out.writeLong(manifest.number());
    out.writeLong(manifest.next());
    Map<String, Integer> table = table(manifest);
    out.writeInt(table.size());
    for (String source : table.keySet()) {
      write(out, source);
    }
    out.writeInt(manifest.partitions().size());
    for (PartitionEntry entry : manifest.partitions()) {
      write(out, entry, table);
    }
    out.writeInt(manifest.bookmarks().size());
    for (Map.Entry<String, String> bookmark : manifest.bookmarks().entrySet()) {
      write(out, bookmark.getKey());
      write(out, bookmark.getValue());
    }
    out.writeLong(crc(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  /**
   * The manifest that was written as {@code bytes}.
   *
   * @throws DamagedManifestException when they are not what was written
   */
  static Manifest read(byte[] bytes) throws DamagedManifestException {
    int end = bytes.length - CRC_BYTES;
    if (end < TITLE.length
        || !Arrays.equals(bytes, 0, TITLE.length, TITLE, 0, TITLE.length)
        || ByteBuffer.wrap(bytes, end, CRC_BYTES).getLong() != crc(Arrays.copyOf(bytes, end))) {
      throw new DamagedManifestException("its checksum is wrong");
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, TITLE.length, end - TITLE.length))) {
      return read(in);
    } catch (IOException e) {
      throw new DamagedManifestException("it ends too early: " + e.getMessage());
    }
  }

  private static Manifest read(DataInputStream in) throws IOException {
    long dayNanos = in.readLong();
    long number = in.readLong();
    long next = in.readLong();
    String[] table = new String[in.readInt()];
    for (int i = 0; i < table.length; i++) {
      table[i] = text(in);
    }
    int count = in.readInt();
    List<PartitionEntry> partitions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      partitions.add(entry(in, table));
    }
    Map<String, String> bookmarks = new HashMap<>();
    count = in.readInt();
    for (int i = 0; i < count; i++) {
      bookmarks.put(text(in), text(in));
    }
    return new Manifest(dayNanos, number, next, partitions, bookmarks);
  }

  private static Map<String, Integer> table(Manifest manifest) {
    Map<String, Integer> table = new LinkedHashMap<>();
    for (PartitionEntry entry : manifest.partitions()) {
      for (int i = 0; i < entry.sources().size(); i++) {
        table.putIfAbsent(entry.sources().source(i), table.size());
      }
    }
    return table;
  }

  private static void write(DataOutputStream out, PartitionEntry entry, Map<String, Integer> table)
      throws IOException {
    write(out, entry.name());
    out.writeLong(entry.day());
    out.writeLong(entry.generation());
    out.writeLong(entry.events());
    out.writeLong(entry.first());
    out.writeLong(entry.last());
    out.writeLong(entry.bytes());
    SourceRanges sources = entry.sources();
    out.writeInt(sources.size());
    for (int i = 0; i < sources.size(); i++) {
      out.writeInt(table.get(sources.source(i)));
      out.writeLong(sources.lowest(i));
      out.writeLong(sources.highest(i));
    }
    out.writeInt(entry.days().size());
    for (Map.Entry<Long, Integer> day : entry.days().entrySet()) {
      out.writeLong(day.getKey());
      out.writeInt(day.getValue());
    }
    write(out, entry.damage());
  }

  private static PartitionEntry entry(DataInputStream in, String[] table) throws IOException {
    String name = text(in);
    long day = in.readLong();
    long generation = in.readLong();
    long events = in.readLong();
    long first = in.readLong();
    long last = in.readLong();
    long bytes = in.readLong();
    SourceRanges sources = ranges(in, table);
    Map<Long, Integer> days = new HashMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      days.put(in.readLong(), in.readInt());
    }
    return new PartitionEntry(
        name, day, generation, events, first, last, bytes, sources, days, text(in));
  }

  private static SourceRanges ranges(DataInputStream in, String[] table) throws IOException {
    int count = in.readInt();
    if (count == 0) {
      return SourceRanges.NONE;
    }
    String[] sources = new String[count];
    long[] lowest = new long[count];
    long[] highest = new long[count];
    for (int i = 0; i < count; i++) {
      sources[i] = table[in.readInt()];
      lowest[i] = in.readLong();
      highest[i] = in.readLong();
    }
    return new SourceRanges(sources, lowest, highest);
  }

  /** Two bytes a char: lone surrogates, which names may hold, have no UTF-8. */
  private static void write(DataOutputStream out, String text) throws IOException {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    byte[] bytes = text.getBytes(ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE);
    if (!ascii) {
      bytes = new byte[text.length() * 2];
      ByteBuffer.wrap(bytes).asCharBuffer().put(text);
    }
    out.writeInt(ascii ? bytes.length : -bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(Math.abs(length));
    return length >= 0
        ? new String(bytes, StandardCharsets.US_ASCII)
        : ByteBuffer.wrap(bytes).asCharBuffer().toString();
  }

  private static long crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return crc.getValue();
  }
}
