// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a configuration file as the setting it makes.
 *
 * @param key what it sets; null when it sets nothing
 * @param value the value, or the whole line when it sets nothing
 */
public record SettingLine(@Nullable String key, String value) {
  private static final int LONGEST_LINE = 4_000;

  /** Properties, INI, YAML, JSON, TOML and shell: a name, a sign, a value. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?:- )?(?:export |set )?[\"']?([A-Za-z_][\\w.\\-/\\[\\]]*+)[\"']?\\s*+[=:]\\s*+(.*)");

  private static final Pattern ELEMENT =
      Pattern.compile("<([A-Za-z_][\\w.:-]*+)(?:\\s[^<>]*+)?+>([^<]*+)</\\1>");

  /** Servers of the web and of data: a name in small letters and its value. */
  private static final Pattern SPACED = Pattern.compile("([A-Za-z_][\\w.-]*+)\\s++(\\S.*)");

  private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]]++)\\]");

  /** Lines read from the top: a setting below {@code [pool]} is {@code pool.size}. */
  public static final class Section {
    private String name = "";

    /** The next line as a setting. */
    public SettingLine read(String line) {
      String text = line.strip();
      Matcher section = SECTION.matcher(text);
      if (text.length() < LONGEST_LINE && section.matches()) {
        name = section.group(1) + ".";
      }
      SettingLine read = of(text);
      return read.key == null ? read : new SettingLine(name + read.key, read.value);
    }
  }

  private static SettingLine of(String text) {
    boolean comment = text.startsWith("#") || text.startsWith(";") || text.startsWith("//");
    if (comment || text.length() >= LONGEST_LINE) {
      return new SettingLine(null, text);
    }
    for (Pattern pattern : new Pattern[] {ELEMENT, SIGNED}) {
      Matcher found = pattern.matcher(text);
      if (found.matches()) {
        return new SettingLine(found.group(1), plain(found.group(2)));
      }
    }
    Matcher spaced = SPACED.matcher(text);
    boolean directive = spaced.matches() && !spaced.group(2).contains(" ");
    return directive || (text.endsWith(";") && spaced.matches())
        ? new SettingLine(spaced.group(1), plain(spaced.group(2)))
        : new SettingLine(null, text);
  }

  /** Without the comma or semicolon after it and the quotes around it. */
  private static String plain(String value) {
    String bare =
        value.endsWith(",") || value.endsWith(";")
            ? value.substring(0, value.length() - 1).strip()
            : value;
    boolean quoted =
        bare.length() > 1
            && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
            && bare.charAt(bare.length() - 1) == bare.charAt(0);
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }
}
