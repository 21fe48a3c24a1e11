// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

/** Messages with {@code {}} where a value goes, as SLF4J has them. */
public final class Template {

  private Template() {}

  /** The message with its values; refuses too few and too many. */
  public static String fill(String template, Object... values) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int hole = template.indexOf("{}", from);
      if (hole < 0) {
        throw new IllegalStateException("more values than holes: " + template);
      }
      text.append(template, from, hole).append(value);
      from = hole + 2;
    }
    if (template.indexOf("{}", from) >= 0) {
      throw new IllegalStateException("fewer values than holes: " + template);
    }
    return text.append(template, from, template.length()).toString();
  }
}
