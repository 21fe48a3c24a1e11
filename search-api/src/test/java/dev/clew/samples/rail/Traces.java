// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import dev.clew.samples.Resources;
import dev.clew.samples.Sources;
import dev.clew.samples.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * Stack traces of Python, Node and Go, from templates: {@code @file|shown|from|call|more} is a
 * frame of the services whose line is that of the call, at or after {@code from}; a tab starts a
 * frame of a library, {@code #name} includes another template, any other line is written as it is.
 */
final class Traces {

  private Traces() {}

  /** A frame of a template. */
  private record Frame(String file, String shown, String from, String call, String more) {
    static Frame of(String line) {
      String[] parts = line.substring(1).split("\\|", -1);
      return new Frame(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    int line(Sources sources, String folder) {
      return Code.line(sources, folder + file, from, call);
    }
  }

  /** {@code more} is the part of the line that is underlined; empty for none. */
  static String python(Sources sources, String template) {
    StringBuilder text = new StringBuilder("Traceback (most recent call last):\n");
    for (String line : lines(template)) {
      if (line.startsWith("@")) {
        Frame frame = Frame.of(line);
        int number = frame.line(sources, "pricing/rail_pricing/");
        String code = Code.text(sources, "pricing/rail_pricing/" + frame.file(), number).strip();
        text.append("  File \"/app/rail_pricing/").append(frame.file()).append("\", line ");
        text.append(number).append(", in ").append(frame.shown()).append('\n');
        text.append("    ").append(code).append('\n');
        if (!frame.more().isEmpty()) {
          text.append("    ").append(" ".repeat(code.indexOf(frame.more())));
          text.append(underline(frame.more())).append('\n');
        }
      } else {
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }

  /** The interpreter marks the brackets of an index, and the whole of a call. */
  private static String underline(String part) {
    int bracket = part.indexOf('[');
    return bracket < 0
        ? "^".repeat(part.length())
        : "~".repeat(bracket) + "^".repeat(part.length() - bracket);
  }

  /** {@code more} is where the column is, in the line. */
  static String node(Sources sources, String service, String template, Object... values) {
    StringBuilder text = new StringBuilder();
    for (String line : lines(template)) {
      if (line.startsWith("@")) {
        Frame frame = Frame.of(line);
        int number = frame.line(sources, service + "/src/");
        String code = Code.text(sources, service + "/src/" + frame.file(), number);
        int column = code.indexOf(frame.more()) + (frame.more().startsWith(".") ? 2 : 1);
        text.append("\n    at ").append(frame.shown()).append(" (/app/src/").append(frame.file());
        text.append(':').append(number).append(':').append(column).append(')');
      } else if (line.startsWith("\t")) {
        text.append("\n    at ").append(line.substring(1));
      } else {
        text.append(line);
      }
    }
    return Template.fill(text.toString(), values);
  }

  /** {@code more} is the offset in the function; empty where it was inlined. */
  static String go(Sources sources, String template, Object... values) {
    StringBuilder text = new StringBuilder();
    for (String line : lines(template)) {
      if (line.startsWith("@")) {
        Frame frame = Frame.of(line);
        text.append(frame.shown()).append("\n\t/src/refunds/").append(frame.file()).append(':');
        text.append(frame.line(sources, "refunds/"));
        text.append(frame.more().isEmpty() ? "" : " +" + frame.more()).append('\n');
      } else {
        text.append(line).append('\n');
      }
    }
    // braces of Go's arguments are no holes
    return text.toString().replaceFirst("\\{}", String.valueOf(values[0]));
  }

  private static List<String> lines(String template) {
    List<String> lines = new ArrayList<>();
    for (String line : Resources.lines("traces/rail/" + template + ".txt")) {
      if (line.startsWith("#")) {
        lines.addAll(lines(line.substring(1)));
      } else {
        lines.add(line);
      }
    }
    return lines;
  }
}
