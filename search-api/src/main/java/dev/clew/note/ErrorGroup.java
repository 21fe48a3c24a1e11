// SPDX-License-Identifier: Apache-2.0
package dev.clew.note;

import dev.clew.event.LogEvent;
import dev.clew.event.StackTrace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Which events are the same error: of one service, one innermost exception and one pattern. */
public final class ErrorGroup {
  private static final int LONGEST = 180;
  private static final int ID_BYTES = 6;

  private ErrorGroup() {}

  /**
   * The group of an event, for people and machines to compare; it stays when logs are read again.
   */
  public static String of(LogEvent event) {
    StackTrace thrown = event.exception();
    String exception = thrown == null ? "" : thrown.chain().getLast().type();
    String pattern =
        event.pattern() == null
            ? event.body().lines().findFirst().orElse("")
            : event.pattern().id();
    return of(Objects.requireNonNullElse(event.service(), ""), exception, pattern);
  }

  /** The group of all events that have these; each may be empty. */
  public static String of(String service, String exception, String pattern) {
    return String.join(" | ", cut(service), cut(exception), cut(pattern));
  }

  /** A short name of a group for addresses: twelve hex digits of its SHA-256. */
  public static String id(String group) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(group.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
