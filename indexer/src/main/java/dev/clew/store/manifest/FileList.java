// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** The files of a backup with their lengths and checksums: a line each, and one over all lines. */
public final class FileList {
  /** The name of the file that holds the list. */
  public static final String NAME = "BACKUP";

  private static final String TITLE = "clew-backup 1";
  private static final int BUFFER = 1 << 16;
  private static final int HEX = 16;

  private final List<Entry> entries = new ArrayList<>();

  /** Nothing yet. */
  public FileList() {}

  /**
   * A file.
   *
   * @param path below the folder of the backup, with slashes
   * @param bytes its length
   * @param crc its CRC-32C
   */
  public record Entry(String path, long bytes, long crc) {}

  /** The files, in the order in which they were added. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Bytes of all files. */
  public long bytes() {
    return entries.stream().mapToLong(Entry::bytes).sum();
  }

  /** Copies {@code from} to {@code path} below {@code root}, and notes it. */
  public void add(Path from, Path root, String path) throws IOException {
    entries.add(copy(from, target(root, path), path));
  }

  /**
   * Copies a file of the list from one folder to another.
   *
   * @throws DamagedManifestException when it is not what the list says
   */
  public static void restore(Entry entry, Path from, Path to) throws IOException {
    Path file = from.resolve(entry.path());
    if (!Files.exists(file)) {
      throw new DamagedManifestException("the file " + entry.path() + " of the backup is missing");
    }
    if (!copy(file, target(to, entry.path()), entry.path()).equals(entry)) {
      throw new DamagedManifestException(
          "the file " + entry.path() + " of the backup is not what was backed up");
    }
  }

  /** Writes the list beside its files. */
  public void write(Path root) throws IOException {
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    for (Entry entry : entries) {
      text.append(Long.toHexString(entry.crc()))
          .append(' ')
          .append(entry.bytes())
          .append(' ')
          .append(entry.path())
          .append('\n');
    }
    text.append(crc(text.toString())).append('\n');
    Files.writeString(root.resolve(NAME), text, StandardCharsets.UTF_8);
  }

  /**
   * Reads the list of the backup in {@code root}.
   *
   * @throws DamagedManifestException when there is none, or it is not what was written
   */
  public static FileList read(Path root) throws IOException {
    Path file = root.resolve(NAME);
    if (!Files.exists(file)) {
      throw new DamagedManifestException("there is no file " + NAME + ", so it is no backup");
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n', text.length() - 2) + 1;
    if (!text.startsWith(TITLE + "\n")
        || !text.substring(end).strip().equals(crc(text.substring(0, end)))) {
      throw new DamagedManifestException("the file " + NAME + " is not what was written");
    }
    FileList list = new FileList();
    text.substring(0, end).lines().skip(1).map(FileList::entry).forEach(list.entries::add);
    return list;
  }

  private static Entry entry(String line) {
    String[] parts = line.split(" ", 3);
    return new Entry(parts[2], Long.parseLong(parts[1]), Long.parseLong(parts[0], HEX));
  }

  private static Path target(Path root, String path) throws IOException {
    Path target = root.resolve(path);
    if (!target.normalize().startsWith(root.normalize())) {
      throw new DamagedManifestException("the backup names a file outside itself: " + path);
    }
    Files.createDirectories(target.getParent());
    return target;
  }

  private static Entry copy(Path from, Path to, String path) throws IOException {
    CRC32C crc = new CRC32C();
    long bytes = 0;
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        crc.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new Entry(path, bytes, crc.getValue());
  }

  private static String crc(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
