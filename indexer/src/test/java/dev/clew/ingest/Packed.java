// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Kinds of compression, and archives made by hand. */
enum Packed {
  GZIP,
  ZSTD,
  BZIP2,
  XZ,
  LZ4;

  /**
   * @param name anything
   */
  record Entry(String name, byte[] content) {}

  /** Each part in a member, frame or stream of its own, one after the other. */
  byte[] pack(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(member(part));
    }
    return all.toByteArray();
  }

  private byte[] member(byte[] part) throws IOException {
    if (this == ZSTD) {
      return Zstd.compress(part);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = compressor(bytes)) {
      out.write(part);
    }
    return bytes.toByteArray();
  }

  private OutputStream compressor(OutputStream out) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPOutputStream(out);
      case BZIP2 -> new BZip2CompressorOutputStream(out, 1);
      case XZ -> new XZOutputStream(out, new LZMA2Options(1));
      case LZ4 -> new FramedLZ4CompressorOutputStream(out);
      case ZSTD -> throw new IllegalStateException("packed at once");
    };
  }

  /** With a header that asks for {@code dictionary} bytes; the stream itself needs few. */
  static byte[] xz(byte[] content, int dictionary) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(0))) {
      out.write(content);
    }
    byte[] packed = bytes.toByteArray();
    int header = 12;
    int size = (packed[header] + 1) * 4;
    int code = 2 * (31 - Integer.numberOfLeadingZeros(dictionary)) - 24;
    packed[header + 4] = (byte) code;
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(packed, header, size - 4);
    for (int i = 0; i < 4; i++) {
      packed[header + size - 4 + i] = (byte) (crc.getValue() >>> (8 * i));
    }
    return packed;
  }

  static byte[] zip(Entry... entries) throws IOException {
    return zipWithNames(null, entries);
  }

  /** Names in {@code charset} and not marked as UTF-8. */
  static byte[] zipWithNames(@org.jspecify.annotations.Nullable String charset, Entry... entries)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      if (charset != null) {
        zip.setEncoding(charset);
        zip.setUseLanguageEncodingFlag(false);
      }
      for (Entry entry : entries) {
        zip.putArchiveEntry(new ZipArchiveEntry(entry.name()));
        zip.write(entry.content());
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  static byte[] tar(Entry... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, 512, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Entry entry : entries) {
        put(tar, new TarArchiveEntry(entry.name(), true), entry.content());
      }
    }
    return bytes.toByteArray();
  }

  static byte[] tarOfEmptyMembers(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(count * 512);
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < count; i++) {
        put(tar, new TarArchiveEntry("e"), new byte[0]);
      }
    }
    return bytes.toByteArray();
  }

  static byte[] tarWithSpecialEntries(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      byte[] kinds = {
        TarArchiveEntry.LF_SYMLINK,
        TarArchiveEntry.LF_LINK,
        TarArchiveEntry.LF_CHR,
        TarArchiveEntry.LF_BLK,
        TarArchiveEntry.LF_FIFO,
        TarArchiveEntry.LF_DIR
      };
      for (byte kind : kinds) {
        TarArchiveEntry entry = new TarArchiveEntry("special" + (char) kind, kind);
        entry.setLinkName("/etc/passwd");
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
      }
      put(tar, new TarArchiveEntry("real.log"), content);
    }
    return bytes.toByteArray();
  }

  /** A good member, then one whose name has {@code length} bytes. */
  static byte[] tarWithLongName(int length, byte[] content) throws IOException {
    byte[] name = new byte[length];
    Arrays.fill(name, (byte) 'n');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(length + 4096);
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      put(tar, new TarArchiveEntry("././@LongLink", TarArchiveEntry.LF_GNUTYPE_LONGNAME), name);
      put(tar, new TarArchiveEntry("real.log"), content);
    }
    return bytes.toByteArray();
  }

  /** A good member, then one of which an extended header says that it has {@code size} bytes. */
  static byte[] tarWithPaxSize(String size, byte[] content) throws IOException {
    String text = " size=" + size + "\n";
    int length = text.length() + 1;
    length += Integer.toString(length + 1).length() - 1;
    byte[] header = (length + text).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      put(tar, new TarArchiveEntry("good.log"), content);
      put(tar, new TarArchiveEntry("pax", TarArchiveEntry.LF_PAX_EXTENDED_HEADER_LC), header);
      put(tar, new TarArchiveEntry("bad.log"), content);
    }
    return bytes.toByteArray();
  }

  /** One file of {@code size} bytes, all of them a hole (the sparse format of GNU tar). */
  static byte[] tarWithSparse(long size) throws IOException {
    String pairs =
        "GNU.sparse.major=0\nGNU.sparse.minor=1\nGNU.sparse.numblocks=1\n"
            + "GNU.sparse.size="
            + (size - 1)
            + "\nGNU.sparse.map="
            + (size - 1)
            + ",0\n";
    StringBuilder records = new StringBuilder();
    for (String pair : pairs.split("\n", 0)) {
      int length = pair.length() + 2;
      length += Integer.toString(length + 2).length();
      records.append(length).append(' ').append(pair).append('\n');
    }
    byte[] header = records.toString().getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      put(tar, new TarArchiveEntry("pax", TarArchiveEntry.LF_PAX_EXTENDED_HEADER_LC), header);
      put(tar, new TarArchiveEntry("sparse.log"), new byte[0]);
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content)
      throws IOException {
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  static byte[] sevenZip(Entry... entries) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
      for (Entry entry : entries) {
        SevenZArchiveEntry member = new SevenZArchiveEntry();
        member.setName(entry.name());
        archive.putArchiveEntry(member);
        archive.write(entry.content());
        archive.closeArchiveEntry();
      }
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
