// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.syntax.Template;
import dev.clew.code.syntax.Template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a message follows from a template.
 *
 * @param explained letters and digits of the message that the fixed text accounts for
 * @param loose letters and digits that nothing accounts for: before the first or after the last
 *     fixed text, where the template has no variable
 * @param values what stands in each variable, in order
 */
record Fit(int explained, int loose, List<Match.Value> values) {
  /** The fit; empty when a fixed text is missing or out of order. */
  static Optional<Fit> of(Template template, String message) {
    List<Part> parts = cleaned(template.parts());
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    int[] at = new int[parts.size()];
    int end = message.length();
    int last = parts.size() - 1;
    if (last > 0 && parts.get(last).fixed() && message.endsWith(parts.get(last).text())) {
      end -= parts.get(last).text().length();
      at[last] = end;
    } else {
      last++;
    }
    int from = 0;
    for (int i = 0; i < last; i++) {
      if (parts.get(i).fixed()) {
        String text = parts.get(i).text();
        int found = message.indexOf(text, from);
        if (found < 0 || found + text.length() > end) {
          return Optional.empty();
        }
        at[i] = found;
        from = found + text.length();
      }
    }
    return Optional.of(measured(parts, at, message));
  }

  private static Fit measured(List<Part> parts, int[] at, String message) {
    int explained = 0;
    int loose = 0;
    List<Match.Value> values = new ArrayList<>();
    int from = 0;
    String pending = null;
    for (int i = 0; i <= parts.size(); i++) {
      boolean atEnd = i == parts.size();
      if (!atEnd && !parts.get(i).fixed()) {
        pending = pending == null ? parts.get(i).text() : pending + " " + parts.get(i).text();
        continue;
      }
      int to = atEnd ? message.length() : at[i];
      String between = message.substring(from, Math.max(from, to));
      if (pending != null) {
        values.add(new Match.Value(pending.strip(), between.strip()));
        pending = null;
      } else {
        loose += weight(between);
      }
      if (!atEnd) {
        explained += weight(parts.get(i).text());
        from = at[i] + parts.get(i).text().length();
      }
    }
    return new Fit(explained, loose, values);
  }

  static int weight(String text) {
    return (int) text.chars().filter(Character::isLetterOrDigit).count();
  }

  /** White space at the edges and in a row never counts: readers of lines strip it. */
  private static List<Part> cleaned(List<Part> parts) {
    List<Part> cleaned = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String text = part.text();
      if (part.fixed()) {
        text = Messages.squeezed(text);
        text = i == 0 ? text.stripLeading() : text;
        text = i == parts.size() - 1 ? text.stripTrailing() : text;
      }
      if (!part.fixed() || !text.isEmpty()) {
        cleaned.add(new Part(part.fixed(), text));
      }
    }
    return cleaned;
  }
}
