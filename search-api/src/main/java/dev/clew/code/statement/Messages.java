// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import java.util.regex.Pattern;

/** Text of messages, made comparable. */
final class Messages {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Longer messages are compared by their beginning, in characters. */
  private static final int MAX_MESSAGE = 8_192;

  private Messages() {}

  static String squeezed(String text) {
    String bounded = text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE);
    return SPACES.matcher(bounded).replaceAll(" ");
  }
}
