// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Writes a pack and its index by hand, so that they may claim anything under any id. */
public final class PackOf {
  private final ByteArrayOutputStream objects = new ByteArrayOutputStream();
  private final TreeMap<String, Integer> offsets = new TreeMap<>();

  /** An object as it is. */
  public PackOf whole(String id, int type, byte[] content) throws IOException {
    begin(id, type, content.length);
    deflate(content);
    return this;
  }

  /** Changes another object. */
  public PackOf delta(String id, String base, byte[] instructions) throws IOException {
    begin(id, Constants.OBJ_REF_DELTA, instructions.length);
    byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
    ObjectId.fromString(base).copyRawTo(raw, 0);
    objects.write(raw);
    deflate(instructions);
    return this;
  }

  /** Instructions that take {@code length} bytes from the start of the base, {@code times} over. */
  public static byte[] copies(long baseSize, int length, int times) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, baseSize);
    number(out, (long) length * times);
    for (int i = 0; i < times; i++) {
      out.write(0xf0); // no offset, three bytes of length
      out.write(length);
      out.write(length >> 8);
      out.write(length >> 16);
    }
    return out.toByteArray();
  }

  /** Writes both files below the Git folder and returns the pack. */
  public Path into(Path gitFolder) throws IOException {
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(pack);
    out.writeBytes("PACK");
    out.writeInt(2);
    out.writeInt(offsets.size());
    out.write(objects.toByteArray());
    byte[] sum = sha1(pack.toByteArray());
    out.write(sum);
    Path folder = Files.createDirectories(gitFolder.resolve("objects").resolve("pack"));
    Path file = folder.resolve("pack-" + "e".repeat(40) + ".pack");
    Files.write(file, pack.toByteArray());
    Files.write(folder.resolve("pack-" + "e".repeat(40) + ".idx"), index(sum));
    return file;
  }

  private byte[] index(byte[] packSum) throws IOException {
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(index);
    for (int first = 0; first < 256; first++) {
      out.writeInt(offsets.headMap("%02x~".formatted(first)).size());
    }
    for (Map.Entry<String, Integer> each : offsets.entrySet()) {
      out.writeInt(each.getValue());
      ObjectId.fromString(each.getKey()).copyRawTo(out);
    }
    out.write(packSum);
    out.write(sha1(index.toByteArray()));
    return index.toByteArray();
  }

  private void begin(String id, int type, long size) {
    offsets.put(id, 12 + objects.size());
    long rest = size >> 4;
    objects.write((int) ((type << 4) | (size & 0xf) | (rest > 0 ? 0x80 : 0)));
    if (rest > 0) {
      number(objects, rest);
    }
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    for (; rest > 0x7f; rest >>= 7) {
      out.write((int) ((rest & 0x7f) | 0x80));
    }
    out.write((int) rest);
  }

  private void deflate(byte[] content) throws IOException {
    DeflaterOutputStream deflate = new DeflaterOutputStream(objects);
    deflate.write(content);
    deflate.finish();
  }

  static byte[] sha1(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
