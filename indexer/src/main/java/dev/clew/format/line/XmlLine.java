// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.event.Severity;
import dev.clew.event.StackTrace;
import dev.clew.format.field.Draft;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Tails;
import dev.clew.format.stack.StackParser;
import dev.clew.format.time.TimeScanner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that is an XML element. Which of its values is the time, the level and so on, its format
 * says; all others are attributes. Not thread-safe.
 */
public final class XmlLine implements LineParser {
  private static final int MAX_HEAD = 16_000;

  private final String format;
  private final String open;
  private final String close;
  private final Map<String, List<String>> options;
  private final TimeScanner times;
  private final XmlElement element = new XmlElement();
  private final StackParser stacks = new StackParser();
  private final Tails tails = new Tails();

  /**
   * @param options {@code element}, the name of the element; {@code needs}, words that the first
   *     lines hold; {@code time}, {@code level}, {@code message}, {@code logger}, {@code thread},
   *     {@code service}, {@code host}, {@code stack}: the names of values that play that part, best
   *     first; {@code hide}, how names begin that are no part of a message
   */
  public XmlLine(String format, Map<String, List<String>> options, TimeScanner scanner) {
    this.format = format;
    this.options = options;
    this.times = scanner;
    this.open = "<" + element();
    this.close = "</" + element();
  }

  /** The name of the element that an event is. */
  public String element() {
    return options.getOrDefault("element", List.of("event")).getFirst();
  }

  /** True when {@code lines}, the first of a source, start with XML that holds such events. */
  public boolean fits(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().startsWith("<")) {
      return false;
    }
    StringBuilder head = new StringBuilder();
    for (String line : lines) {
      if (head.length() < MAX_HEAD) {
        head.append(line, 0, Math.min(line.length(), MAX_HEAD)).append('\n');
      }
    }
    String text = head.toString();
    return start(text, 0) >= 0
        && options.getOrDefault("needs", List.of()).stream().allMatch(text::contains);
  }

  private int start(String text, int from) {
    int at = text.indexOf(open, from);
    while (at >= 0) {
      int end = at + open.length();
      if (end < text.length() && " \t\r\n>/".indexOf(text.charAt(end)) >= 0) {
        return at;
      }
      at = text.indexOf(open, end);
    }
    return -1;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the element is not well-formed
   */
  @Override
  public @Nullable Draft start(String text) {
    int from = start(text, 0);
    if (from < 0) {
      return null;
    }
    int last = text.lastIndexOf(close);
    int end = last < from ? -1 : text.indexOf('>', last);
    if (end < 0) {
      throw new IllegalArgumentException("XML element " + element() + " has no end");
    }
    Map<String, String> values = new LinkedHashMap<>();
    XmlThrown thrown = new XmlThrown();
    element.read(
        text.substring(from, end + 1),
        new XmlElement.Values() {
          @Override
          public void accept(String path, String value) {
            if (!thrown.take(path, value)) {
              values.merge(path, value, (a, b) -> a + "; " + b);
            }
          }

          @Override
          public void element(String path, boolean begins) {
            thrown.element(path, begins);
          }
        });
    return draft(values, thrown.trace());
  }

  private Draft draft(Map<String, String> values, @Nullable StackTrace thrown) {
    Draft draft = new Draft(format);
    time(values, draft);
    level(values, draft);
    draft.logger(take(values, "logger"));
    draft.service(take(values, "service"));
    String host = take(values, "host");
    if (host != null) {
      draft.host(host);
    }
    String thread = take(values, "thread");
    if (thread != null) {
      draft.thread(thread);
    }
    String stack = take(values, "stack");
    draft.exception(thrown != null || stack == null ? thrown : stacks.parse(stack));
    String message = take(values, "message");
    draft.body(message == null ? describe(values) : message);
    values.forEach(draft::attribute);
    return draft;
  }

  private void time(Map<String, String> values, Draft draft) {
    for (String name : options.getOrDefault("time", List.of())) {
      int plus = name.indexOf('+');
      String first = values.get(plus < 0 ? name : name.substring(0, plus));
      String nanos = plus < 0 ? "" : values.get(name.substring(plus + 1));
      if (first == null || nanos == null) {
        continue;
      }
      String text =
          plus < 0 ? first : first + "." + "0".repeat(Math.max(0, 9 - nanos.length())) + nanos;
      if (times.readValue(text)) {
        draft.time(times.time());
        values.remove(plus < 0 ? name : name.substring(0, plus));
        values.remove(plus < 0 ? name : name.substring(plus + 1));
        return;
      }
    }
  }

  /** Windows counts its levels from critical to verbose. */
  private void level(Map<String, String> values, Draft draft) {
    String word = take(values, "level");
    if (word == null) {
      return;
    }
    Severity severity =
        switch (word) {
          case "1" -> Severity.FATAL;
          case "2" -> Severity.ERROR;
          case "3" -> Severity.WARN;
          case "0", "4" -> Severity.INFO;
          case "5" -> Severity.DEBUG;
          default -> LevelWords.read(word);
        };
    draft.severity(severity, word);
  }

  private @Nullable String take(Map<String, String> values, String part) {
    for (String name : options.getOrDefault(part, List.of())) {
      String value = values.remove(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The values, but those about the event rather than of it. */
  private String describe(Map<String, String> values) {
    List<String> hidden = options.getOrDefault("hide", List.of());
    StringBuilder text = new StringBuilder();
    values.forEach(
        (name, value) -> {
          if (hidden.stream().noneMatch(name::startsWith)) {
            text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value);
          }
        });
    return text.toString();
  }

  @Override
  public void finish(Draft draft) {
    String tail = draft.tail().strip();
    if (tail.startsWith("</") && tail.indexOf('<', 1) < 0) {
      draft.endTail();
    }
    tails.finish(draft);
  }
}
