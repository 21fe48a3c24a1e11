// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files in a zip archive. */
final class ZipMembers implements Members {
  /** What names are in that are neither marked as UTF-8 nor well-formed (APPNOTE.TXT, D.1). */
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  private final InputStream in;
  private final ZipArchiveInputStream zip;
  private final InputStream content;
  private boolean open;

  ZipMembers(InputStream in, Limits limits, LongSupplier disk) {
    this.in = in;
    zip =
        new ZipArchiveInputStream(
            new Unclosed(in), StandardCharsets.UTF_8.name(), true, false, true);
    content = new BoundedStream(zip, limits, disk);
  }

  @Override
  public @Nullable Member next() throws IOException {
    ZipArchiveEntry entry = entry();
    while (entry != null && (entry.isDirectory() || entry.isUnixSymlink())) {
      entry = entry();
    }
    if (entry == null) {
      Members.drain(in);
      return null;
    }
    String obstacle = obstacle(entry);
    open = obstacle == null;
    return new Member(name(entry), null, obstacle, new Unclosed(content));
  }

  private @Nullable ZipArchiveEntry entry() throws IOException {
    if (open) {
      Members.drain(content);
      open = false;
    }
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("has a header that makes no sense", e);
    }
  }

  private @Nullable String obstacle(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return "is encrypted";
    }
    return zip.canReadEntryData(entry) ? null : "is packed in an unknown way";
  }

  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
      return entry.getName();
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
      return entry.getName();
    } catch (CharacterCodingException notUtf8) {
      return new String(raw, OLD_NAMES);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
