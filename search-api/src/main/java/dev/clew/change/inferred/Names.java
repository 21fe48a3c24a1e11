// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.event.LogEvent;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions, commits and names of services in what a program says when it starts. */
final class Names {
  private static final Pattern COMMIT =
      Pattern.compile("\\b(?:commit|revision|git|sha)[ =:]{1,3}+([0-9a-f]{7,40}+)\\b");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,40}");

  private static final Pattern PROCESS =
      Pattern.compile("(?i)\\b(?:pid|process)[ =:\\[]{1,2}+(\\d{1,10}+)\\b");

  private Names() {}

  /** The commit an event says it was built from: by an attribute, or in its text. */
  static @Nullable String commit(LogEvent event) {
    for (String field : VersionStarts.COMMITS) {
      String value = event.attributes().get(field);
      if (value != null && HASH.matcher(value).matches()) {
        return value;
      }
    }
    Matcher matcher = COMMIT.matcher(Banners.head(event.body()));
    return matcher.find() ? matcher.group(1) : null;
  }

  /** The process that a banner names; null when it names none. */
  static @Nullable String process(LogEvent event) {
    Matcher matcher = PROCESS.matcher(Banners.head(event.body()));
    return matcher.find() ? matcher.group(1) : event.attributes().get("pid");
  }

  /** True when a program calls itself what its service is called, apart from case and signs. */
  static boolean isSame(String name, String service) {
    String one = letters(name);
    String other = letters(service);
    return !one.isEmpty()
        && (one.equals(other)
            || (other.length() >= 4 && one.startsWith(other))
            || (one.length() >= 4 && other.startsWith(one)));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
