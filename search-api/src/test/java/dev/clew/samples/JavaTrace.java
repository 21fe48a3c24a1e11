// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * A Java stack trace as {@code Throwable.printStackTrace} writes it, from a template: a line at the
 * margin is a throwable, a tab starts a frame of a library, {@code @Class.method call} is a frame
 * of the shop whose line is looked up in the sources, {@code #name} includes another template.
 */
public final class JavaTrace {

  private final String service;
  private final Sources sources;

  public JavaTrace(String service, Sources sources) {
    this.service = service;
    this.sources = sources;
  }

  private record Thrown(String header, List<String> frames) {}

  /** The text of a trace, each line with its line feed. */
  public String of(String template, Object... values) {
    List<Thrown> chain = new ArrayList<>();
    expand(template, chain);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < chain.size(); i++) {
      List<String> frames = chain.get(i).frames();
      int shared = i == 0 ? 0 : shared(chain.get(i - 1).frames(), frames);
      text.append(i == 0 ? "" : "Caused by: ").append(chain.get(i).header()).append('\n');
      frames
          .subList(0, frames.size() - shared)
          .forEach(f -> text.append("\tat ").append(f).append('\n'));
      if (shared > 0) {
        text.append("\t... ").append(shared).append(" more\n");
      }
    }
    return Template.fill(text.toString(), values);
  }

  private void expand(String template, List<Thrown> chain) {
    for (String line : Resources.lines("traces/" + template + ".txt")) {
      switch (line.charAt(0)) {
        case '#' -> expand(line.substring(1), chain);
        case '\t' -> chain.getLast().frames().add(line.substring(1));
        case '@' -> chain.getLast().frames().add(frame(line.substring(1)));
        default -> chain.add(new Thrown(line, new ArrayList<>()));
      }
    }
  }

  private String frame(String call) {
    String place = call.substring(0, call.indexOf(' '));
    String simpleName = place.substring(0, place.indexOf('.'));
    String method = place.substring(place.indexOf('.') + 1);
    int line =
        sources.line(
            sources.pathOf(service, simpleName),
            declared(method),
            call.substring(call.indexOf(' ') + 1));
    String className = sources.className(service, simpleName);
    return className + "." + method + "(" + simpleName + ".java:" + line + ")";
  }

  /** The method in whose text a lambda stands: {@code create} of {@code lambda$create$0}. */
  private static String declared(String method) {
    return method.startsWith("lambda$") ? method.split("\\$")[1] : method;
  }

  private static int shared(List<String> outer, List<String> inner) {
    int count = 0;
    while (count < outer.size()
        && count < inner.size()
        && outer.get(outer.size() - 1 - count).equals(inner.get(inner.size() - 1 - count))) {
      count++;
    }
    return count;
  }
}
