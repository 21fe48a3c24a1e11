// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import dev.clew.incident.Entry;
import dev.clew.incident.Evidence;
import dev.clew.incident.Incident;
import dev.clew.incident.Incidents;
import dev.clew.incident.Version;
import dev.clew.incident.Whole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An incident in one file, for another Clew: a ZIP of {@code manifest.json} with the SHA-256 of
 * every other file, {@code incident.json} with the incident, the versions of its texts and what was
 * done to it, and {@code evidence/E1.json} with the copy of each piece of evidence, byte for byte.
 */
final class Bundle {
  private static final int FORMAT = 1;
  private static final String MANIFEST = "manifest.json";
  private static final String INCIDENT = "incident.json";
  private static final String EVIDENCE = "evidence/";

  /** Bytes of one file of a bundle, and of all of them, once they are unpacked. */
  static final long MOST_FILE = 64L << 20;

  static final long MOST_BYTES = 320L << 20;
  private static final int MOST_FILES = Incidents.MOST_EVIDENCE + 2;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Bundle() {}

  /**
   * What lies in a bundle.
   *
   * @param sha256 of every other file, by its name
   */
  record Manifest(int format, String incident, Map<String, String> sha256) {}

  /** All but the copies. */
  record Content(Incident incident, Map<String, List<Version>> versions, List<Entry> history) {}

  static void write(Whole whole, OutputStream out) throws IOException {
    SequencedMap<String, byte[]> files = new TreeMap<>();
    files.put(
        INCIDENT,
        JSON.writeValueAsBytes(new Content(whole.incident(), whole.versions(), whole.history())));
    whole.copies().forEach((id, copy) -> files.put(EVIDENCE + id + ".json", copy));
    Map<String, String> digests = new TreeMap<>();
    files.forEach((name, bytes) -> digests.put(name, sha256(bytes)));
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(
          zip,
          MANIFEST,
          JSON.writeValueAsBytes(new Manifest(FORMAT, whole.incident().id(), digests)));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    // The same incident gives the same file, whenever it is written.
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /**
   * Reads a bundle, of which nothing is believed before its digests agree.
   *
   * @throws BundleException when it is none, is damaged, or holds more than is taken
   */
  static Whole read(InputStream in) {
    Map<String, byte[]> files = unpacked(in);
    Manifest manifest = json(files, MANIFEST, Manifest.class);
    if (manifest.format() != FORMAT) {
      throw new BundleException(
          "the bundle is of format %d; this version of Clew reads format %d"
              .formatted(manifest.format(), FORMAT));
    }
    files.remove(MANIFEST);
    if (!manifest.sha256().keySet().equals(files.keySet())) {
      throw new BundleException("the bundle does not hold the files that its manifest names");
    }
    files.forEach(
        (name, bytes) -> {
          if (!sha256(bytes).equals(manifest.sha256().get(name))) {
            throw new BundleException(name + " was altered: it has not the digest of the manifest");
          }
        });
    Content content = json(files, INCIDENT, Content.class);
    files.remove(INCIDENT);
    return new Whole(
        content.incident(),
        copies(content.incident(), files),
        content.versions(),
        content.history());
  }

  private static Map<String, byte[]> copies(Incident incident, Map<String, byte[]> files) {
    Map<String, byte[]> copies = new HashMap<>();
    List<Evidence> all = new ArrayList<>(incident.evidence());
    all.addAll(incident.removed());
    for (Evidence evidence : all) {
      byte[] copy = files.remove(EVIDENCE + evidence.id() + ".json");
      if (copy == null) {
        throw new BundleException("the copy of " + evidence.id() + " is missing");
      }
      if (!sha256(copy).equals(evidence.sha256())) {
        throw new BundleException(
            "the copy of %s is not the one that was pinned: its digest differs"
                .formatted(evidence.id()));
      }
      copies.put(evidence.id(), copy);
    }
    if (!files.isEmpty()) {
      throw new BundleException("the bundle holds files that belong to nothing in it");
    }
    return copies;
  }

  private static Map<String, byte[]> unpacked(InputStream in) {
    Map<String, byte[]> files = new HashMap<>();
    long left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (files.size() >= MOST_FILES) {
          throw new BundleException("the bundle holds more than %d files".formatted(MOST_FILES));
        }
        byte[] bytes = zip.readNBytes((int) Math.min(MOST_FILE, left) + 1);
        left -= bytes.length;
        if (bytes.length > MOST_FILE || left < 0) {
          throw new BundleException(
              "the bundle unpacks to more than %d MB".formatted(MOST_BYTES >> 20));
        }
        if (files.put(entry.getName(), bytes) != null) {
          throw new BundleException("the bundle holds two files of one name");
        }
      }
    } catch (ZipException | IllegalArgumentException damaged) {
      throw new BundleException("the file is no bundle, or a damaged one", damaged);
    } catch (IOException gone) {
      throw new BundleException("the bundle ended before its end", gone);
    }
    if (files.isEmpty()) {
      throw new BundleException("the file is no bundle: it is no ZIP, or an empty one");
    }
    return files;
  }

  private static <T> T json(Map<String, byte[]> files, String name, Class<T> type) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new BundleException("the bundle has no " + name);
    }
    try {
      T value = JSON.readValue(bytes, type);
      if (value == null) {
        throw new BundleException(name + " of the bundle is empty");
      }
      return value;
    } catch (JacksonException broken) {
      throw new BundleException(name + " of the bundle is not as it should be", broken);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new UncheckedIOException(new IOException("every Java has SHA-256", impossible));
    }
  }
}
