// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads levels off names: TRACE, DEBUG, INFO, WARN, ERROR, FATAL; empty for none. */
final class Levels {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("trace", "TRACE"),
          Map.entry("finest", "TRACE"),
          Map.entry("finer", "TRACE"),
          Map.entry("verbose", "TRACE"),
          Map.entry("silly", "TRACE"),
          Map.entry("debug", "DEBUG"),
          Map.entry("dbg", "DEBUG"),
          Map.entry("fine", "DEBUG"),
          Map.entry("config", "DEBUG"),
          Map.entry("info", "INFO"),
          Map.entry("information", "INFO"),
          Map.entry("informational", "INFO"),
          Map.entry("notice", "INFO"),
          Map.entry("success", "INFO"),
          Map.entry("warn", "WARN"),
          Map.entry("warning", "WARN"),
          Map.entry("err", "ERROR"),
          Map.entry("error", "ERROR"),
          Map.entry("severe", "ERROR"),
          Map.entry("exception", "ERROR"),
          Map.entry("fatal", "FATAL"),
          Map.entry("crit", "FATAL"),
          Map.entry("critical", "FATAL"),
          Map.entry("alert", "FATAL"),
          Map.entry("emerg", "FATAL"),
          Map.entry("emergency", "FATAL"),
          Map.entry("panic", "FATAL"));

  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\p{L}])(?:at|Log|log|AT)?_?("
              + String.join("|", NAMES.keySet().stream().sorted(longestFirst()).toList())
              + ")(?![a-z])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern METHOD =
      Pattern.compile(
          "^(?:at|log|Log|write|Write)?_?(\\p{L}+?)_?(?:f|w|ln|S|s|Ctx|Context|Format|Async|Depth|Level|f?c|_once)?$");

  private static final int MAX_TEXT = 300;

  private Levels() {}

  private static java.util.Comparator<String> longestFirst() {
    return java.util.Comparator.comparingInt(String::length).reversed();
  }

  /** Of a method or macro: {@code warn}, {@code Infof}, {@code LogError}. */
  static String ofMethod(String name) {
    String plain = NAMES.get(name.toLowerCase(Locale.ROOT));
    if (plain != null) {
      return plain;
    }
    Matcher method = METHOD.matcher(name);
    return method.matches() ? NAMES.getOrDefault(method.group(1).toLowerCase(Locale.ROOT), "") : "";
  }

  /** Of an expression that names one: {@code Level.SEVERE}, {@code LOG_ERR}, {@code atInfo()}. */
  static String in(String text) {
    Matcher word =
        WORD.matcher(text.length() <= MAX_TEXT ? text : text.substring(text.length() - MAX_TEXT));
    return word.find() ? NAMES.getOrDefault(word.group(1).toLowerCase(Locale.ROOT), "") : "";
  }
}
