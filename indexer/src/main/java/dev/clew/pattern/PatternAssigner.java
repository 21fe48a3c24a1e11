// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.event.Severity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives each event its pattern, from the event alone: events with the same shape, service, severity
 * and logger have the same pattern on any machine and in any order.
 *
 * <p>The first line of the body that is not blank decides; further lines (a stack trace, a dump)
 * and the exception do not, since one log statement may print many of them. When all lines are
 * blank, the type of the exception stands in for the body.
 *
 * <p>Thread-safe. Patterns seen lately are remembered, which only saves work.
 */
public final class PatternAssigner {
  private static final int REMEMBERED = 1 << 16;
  private static final int LONGEST_REMEMBERED = 2048;
  private static final int ID_DIGITS = 12;

  private final Map<Key, Pattern> patterns = new ConcurrentHashMap<>();

  private record Key(
      String shape, @Nullable String service, Severity severity, @Nullable String logger) {}

  /** The pattern of {@code event}; its template has at most 400 characters, its id twelve. */
  public Pattern assign(LogEvent event) {
    ShapeScanner scanner = new ShapeScanner(head(event));
    scanner.scan();
    Key key = new Key(scanner.text(), event.service(), event.severity(), event.logger());
    Pattern known = patterns.get(key);
    return known != null ? known : remember(key);
  }

  private Pattern remember(Key key) {
    Pattern pattern = new Pattern(id(key), Template.of(key.shape()));
    if (key.shape().length() <= LONGEST_REMEMBERED) {
      if (patterns.size() >= REMEMBERED) {
        patterns.clear();
      }
      patterns.put(key, pattern);
    }
    return pattern;
  }

  private static String head(LogEvent event) {
    String head = FirstLine.of(event.body());
    return head.isEmpty() && event.exception() != null ? event.exception().type() : head;
  }

  /** 48 bits of SHA-256 over the parts, each led by its length so that no two keys run together. */
  private static String id(Key key) {
    MessageDigest digest = sha256();
    update(digest, key.shape());
    update(digest, key.service());
    update(digest, key.severity().name());
    update(digest, key.logger());
    return HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
  }

  private static void update(MessageDigest digest, @Nullable String part) {
    byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_16BE);
    digest.update(ByteBuffer.allocate(4).putInt(0, part == null ? -1 : bytes.length));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
