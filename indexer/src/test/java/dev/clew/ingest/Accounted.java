// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.RawLine;
import dev.clew.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** Reads paths and checks on the way that every byte comes once, in order. Keeps few events. */
final class Accounted implements ReadListener {
  private static final int KEPT = 300;
  private static final String NEXT = "2026-03-04T10:11:12Z INFO com.acme.Next - unaffected\n";

  final List<LogEvent> events = new ArrayList<>();
  final Ledger ledger;
  private final Map<String, Bytes> files = new LinkedHashMap<>();

  private Accounted(List<Path> paths) {
    ledger = new LogReader(Readings.SETTINGS).read(paths, this);
  }

  /**
   * Reads {@code path} and a good file after it; fails when that takes longer than {@code most}.
   */
  static Accounted of(Path path, Duration most) throws IOException {
    Path next = Files.writeString(Files.createTempDirectory("next").resolve("next.log"), NEXT);
    Accounted read =
        Assertions.assertTimeoutPreemptively(most, () -> new Accounted(List.of(path, next)));
    assertThat(read.ledger.isBalanced()).as("%s", read.ledger).isTrue();
    assertThat(read.events).last().extracting(LogEvent::body).isEqualTo("unaffected");
    read.events.removeLast();
    Files.delete(next);
    Files.delete(next.getParent());
    return read;
  }

  static Accounted of(Path path) throws IOException {
    return of(path, Duration.ofSeconds(20));
  }

  /** As {@link #of}; besides, what was read of the one source are the bytes of the file. */
  static Accounted whole(Path path, Duration most) throws IOException {
    Accounted read = of(path, most);
    assertThat(read.files.values()).hasSizeLessThanOrEqualTo(2);
    String digest = read.files.size() < 2 ? new Bytes().hex() : read.first().hex();
    assertThat(digest).isEqualTo(digestOf(path));
    return read;
  }

  static Accounted whole(Path path) throws IOException {
    return whole(path, Duration.ofSeconds(20));
  }

  private Bytes first() {
    return files.values().iterator().next();
  }

  private static String digestOf(Path path) throws IOException {
    Bytes bytes = new Bytes();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.digest.update(buffer, 0, read);
      }
    }
    return bytes.hex();
  }

  List<String> bodies() {
    return events.stream().map(LogEvent::body).toList();
  }

  /** The names of the sources read, the next one left out. */
  List<String> names() {
    return files.keySet().stream().filter(name -> !name.equals("next.log")).toList();
  }

  /** All problems, one a line. */
  String problems() {
    return String.join("\n", ledger.problems().stream().map(Problem::toString).toList());
  }

  @Override
  public void event(LogEvent event, String format) {
    account(event.origin(), event.raw(), 0);
    if (events.size() == KEPT) {
      events.removeLast();
    }
    events.add(event);
  }

  @Override
  public void rejected(Rejection rejection) {
    account(rejection.origin(), rejection.raw(), rejection.zeros());
  }

  private void account(Origin origin, RawLine raw, long zeros) {
    Bytes bytes = files.computeIfAbsent(origin.file(), name -> new Bytes());
    assertThat(origin.offset()).isEqualTo(bytes.position);
    bytes.add(raw.toByteArray(), zeros);
  }

  @Override
  public void progress(long done, long total) {
    // not looked at
  }

  /** The files below {@code folder} in any depth. */
  static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private static final class Bytes {
    private static final byte[] ZEROS = new byte[1 << 16];
    private final MessageDigest digest;
    private long position;

    Bytes() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    void add(byte[] raw, long zeros) {
      digest.update(raw);
      for (long left = zeros; left > 0; left -= ZEROS.length) {
        digest.update(ZEROS, 0, (int) Math.min(left, ZEROS.length));
      }
      position += raw.length + zeros;
    }

    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
