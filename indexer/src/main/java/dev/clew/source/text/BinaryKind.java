// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

import org.jspecify.annotations.Nullable;

/** Kinds of files that hold no lines, told by the first bytes that each of them must have. */
enum BinaryKind {
  ELF("\u007fELF", "an ELF program, library or core dump"),
  PNG("\u0089PNG", "a PNG image"),
  GIF("GIF8", "a GIF image"),
  JPEG("\u00ff\u00d8\u00ff", "a JPEG image"),
  CLASS("\u00ca\u00fe\u00ba\u00be", "a Java class"),
  PDF("%PDF-", "a PDF document"),
  SQLITE("SQLite format 3\0", "an SQLite database"),
  HEAP_DUMP("JAVA PROFILE 1.0", "a Java heap dump"),
  FLIGHT_RECORDING("FLR\0", "a Java flight recording"),
  JOURNAL("LPKSHHRH", "a journal of systemd; export it with journalctl -o json"),
  EVENT_LOG("ElfFile\0", "a Windows event log; export it as XML or CSV"),
  CAPTURE("\u00d4\u00c3\u00b2\u00a1", "a capture of network packets"),
  LUCENE("?\u00d7l\u0017", "a file of a Lucene index"),
  RAR("Rar!\u001a\u0007", "a RAR archive; unpack it first"),
  COMPRESS("\u001f\u009d", "packed with compress; unpack it first"),
  SNAPPY("\u00ff\u0006\0\0sNaPpY", "packed with snappy; unpack it first");

  private final String magic;
  private final String description;

  BinaryKind(String magic, String description) {
    this.magic = magic;
    this.description = description;
  }

  /** What the bytes from {@code from} up to {@code to} are the start of; null for none of these. */
  static @Nullable String of(byte[] head, int from, int to) {
    for (BinaryKind kind : values()) {
      if (kind.starts(head, from, to)) {
        return kind.description;
      }
    }
    return null;
  }

  private boolean starts(byte[] head, int from, int to) {
    if (to - from < magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((head[from + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
