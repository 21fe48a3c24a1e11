// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The loggers that a file makes: what the variable is called, and what the logger is for. */
final class Loggers {
  /** A variable, and what it is given when that makes a logger. */
  private static final Pattern MADE =
      Pattern.compile(
          "([\\p{L}_$][\\p{L}\\p{N}_$]{0,60})[ \\t]*(?::[^=\\n]{1,60})?:?=[ \\t\\n]*"
              + "[^;\\n]{0,80}?(?:[gG]et_?Logg?e?r?|[gG]etLog|[lL]ogger(?:\\.new|::new|\\.create)|"
              + "(?:[cC]reate|[nN]ew)_?Logger|KotlinLogging\\.logger|[lL]ogger|zap\\.New\\w*|pino|winston)"
              + "[ \\t]*(?:<(\\w+)>)?[({][ \\t\\n]*(?:\"([^\"\\n]{1,120})\"|'([^'\\n]{1,120})'|"
              + "([\\p{L}_][\\p{L}\\p{N}_$.]{0,120}?)(?:\\.class|::class|\\.getName)|classOf\\[(\\w+)\\]|"
              + "typeof\\((\\w+)\\))?");

  private static final Pattern TYPED =
      Pattern.compile(
          "\\b(?:I?Logger|Log|SugaredLogger|LoggerInterface)(?:<[^>\\n]{1,80}>)?[ \\t*&]+\\$?([\\p{L}_][\\p{L}\\p{N}_]{0,60})");

  private static final Pattern LOOKS =
      Pattern.compile(
          "(?i)(?:^|[._>:$?!]|\\b)(?:\\w*log(?:s|ger|gers|ging|rus)?|logger\\w*|log_?\\w*|console|slog|klog|glog|zap|"
              + "sugar|winston|pino|tracing|spdlog|syslog|loguru|structlog|trace|diagnostics|"
              + "monolog)(?:\\(.*\\)|\\[.*\\])?$");

  private final Map<String, String> made = new HashMap<>();

  Loggers(String text) {
    Matcher typed = TYPED.matcher(text);
    while (typed.find()) {
      made.put(typed.group(1), "");
    }
    Matcher found = MADE.matcher(text);
    while (found.find()) {
      String name = "";
      for (int i = 2; i <= found.groupCount(); i++) {
        name = found.group(i) != null ? found.group(i) : name;
      }
      made.put(found.group(1), name.startsWith("__") ? "" : name);
    }
  }

  /** True when something with that source text is a logger, by its name or by how it was made. */
  boolean is(String receiver) {
    return made.containsKey(last(receiver)) || LOOKS.matcher(receiver).find();
  }

  /** What the logger is for, when the file tells. */
  String name(String receiver) {
    return made.getOrDefault(last(receiver), "");
  }

  private static String last(String receiver) {
    String plain = receiver.replaceFirst("[?!&.]+$", "");
    int at = plain.length();
    while (at > 0 && Character.isJavaIdentifierPart(plain.charAt(at - 1))) {
      at--;
    }
    return plain.substring(at).replaceFirst("^\\$", "");
  }
}
