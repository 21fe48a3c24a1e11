// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What texts cite as evidence: {@code [E1]}. */
public final class Citations {
  private static final Pattern CITED = Pattern.compile("\\[(E[1-9][0-9]{0,5})]");

  private Citations() {}

  /** The ids that {@code text} cites, in the order in which it first does. */
  public static Set<String> in(String text) {
    Set<String> cited = new LinkedHashSet<>();
    Matcher matcher = CITED.matcher(text);
    while (matcher.find()) {
      cited.add(matcher.group(1));
    }
    return cited;
  }
}
