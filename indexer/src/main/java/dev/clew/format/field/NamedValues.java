// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.Severity;
import dev.clew.format.stack.StackParser;
import dev.clew.format.time.TimeScanner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The named values of one line, in the order read, and what they make of an event. Used again for
 * each line; not thread-safe.
 */
public final class NamedValues {
  /** GELF counts severities as syslog does; this is its name for the message. */
  private static final String GELF_MESSAGE = "short_message";

  private final KeyNames names;
  private final TimeScanner times;
  private final StackParser stacks = new StackParser();
  private final List<String> keys = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final EnumMap<Role, Integer> chosen = new EnumMap<>(Role.class);
  private final EnumMap<Role, Integer> ranks = new EnumMap<>(Role.class);

  public NamedValues(KeyNames names, TimeScanner times) {
    this.names = names;
    this.times = times;
    clear();
  }

  public void clear() {
    keys.clear();
    values.clear();
    chosen.clear();
    ranks.clear();
  }

  public int size() {
    return keys.size();
  }

  public void add(String key, String value) {
    int index = keys.size();
    if (index >= Draft.MAX_ATTRIBUTES) {
      return;
    }
    keys.add(key);
    values.add(value);
    KeyNames.Key found = value.isEmpty() ? null : names.find(key);
    if (found != null && found.rank() < ranks.getOrDefault(found.role(), Integer.MAX_VALUE)) {
      chosen.put(found.role(), index);
      ranks.put(found.role(), found.rank());
    }
  }

  /** True when some value plays {@code role}. */
  public boolean has(Role role) {
    return chosen.containsKey(role);
  }

  private @Nullable String take(Role role) {
    Integer index = chosen.get(role);
    return index == null ? null : values.get(index);
  }

  private void keep(Role role) {
    chosen.remove(role);
  }

  /**
   * Fills {@code draft}. What plays no role becomes an attribute.
   *
   * @param line the body of an event that names no message
   */
  public void fill(Draft draft, String line) {
    time(draft);
    level(draft);
    draft.service(service());
    draft.logger(take(Role.LOGGER));
    set(Role.VERSION, draft::version);
    set(Role.HOST, draft::host);
    set(Role.THREAD, draft::thread);
    set(Role.TRACE, draft::traceId);
    set(Role.SPAN, draft::spanId);
    message(draft, line);
    exception(draft);
    for (int i = 0; i < keys.size(); i++) {
      if (!chosen.containsValue(i)) {
        draft.attribute(keys.get(i), values.get(i));
      }
    }
  }

  /** The service by its own name, or by that of its pod without what a deployment appends. */
  private @Nullable String service() {
    String service = take(Role.SERVICE);
    String pod = take(Role.POD);
    keep(Role.POD);
    return service == null && pod != null ? Names.ofPod(pod) : service;
  }

  /** The values that play no role, as {@code name=value} pairs. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      if (!chosen.containsValue(i)) {
        text.append(text.isEmpty() ? "" : " ")
            .append(keys.get(i))
            .append('=')
            .append(values.get(i));
      }
    }
    return text.toString();
  }

  private void set(Role role, java.util.function.Consumer<String> setter) {
    String value = take(role);
    if (value != null) {
      setter.accept(value);
    }
  }

  private void time(Draft draft) {
    String time = take(Role.TIME);
    String date = take(Role.DATE);
    if (time != null && times.readValue(time)) {
      draft.time(times.time());
      keep(Role.DATE);
    } else if (time != null && date != null && times.readValue(date + " " + time)) {
      draft.time(times.time());
    } else if (date != null && times.readValue(date)) {
      draft.time(times.time());
      keep(Role.TIME);
    } else {
      keep(Role.TIME);
      keep(Role.DATE);
      anyTime(draft);
    }
  }

  /** A value whose name speaks of time, where none has one of the usual names. */
  private void anyTime(Draft draft) {
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i).toLowerCase(Locale.ROOT);
      boolean named = key.contains("time") || key.contains("date") || key.contains("stamp");
      if (named && times.readValue(values.get(i))) {
        draft.time(times.time());
        return;
      }
    }
  }

  private void level(Draft draft) {
    String word = take(Role.LEVEL);
    String number = take(Role.LEVEL_NUMBER);
    Severity named = word == null ? Severity.UNSPECIFIED : LevelWords.read(word);
    if (word != null && named != Severity.UNSPECIFIED) {
      draft.severity(named, word);
    } else if (word != null && !isNumber(word)) {
      keep(Role.LEVEL);
    } else if (word != null) {
      draft.severity(NumericLevels.severity(word, keys.contains(GELF_MESSAGE)), word);
    } else if (number != null && isNumber(number)) {
      draft.severity(NumericLevels.openTelemetry(number), null);
    } else {
      keep(Role.LEVEL_NUMBER);
      status(draft);
    }
  }

  /** A span that failed is an error. */
  private void status(Draft draft) {
    String status = take(Role.SPAN_STATUS);
    if (status != null && has(Role.SPAN)) {
      boolean failed =
          status.equalsIgnoreCase("error")
              || status.endsWith("_ERROR")
              || (status.length() == 3 && status.startsWith("5"));
      draft.severity(failed ? Severity.ERROR : Severity.INFO, null);
    }
    keep(Role.SPAN_STATUS);
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.length() < 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void message(Draft draft, String line) {
    String message = take(Role.MESSAGE);
    String name = take(Role.SPAN_NAME);
    if (message != null && name != null) {
      boolean logger = draft.logger() == null && ranks.getOrDefault(Role.SPAN_NAME, 1) == 0;
      if (logger) {
        draft.logger(name);
      } else {
        keep(Role.SPAN_NAME);
      }
    }
    draft.body(message != null ? message.stripTrailing() : name != null ? name : line.strip());
  }

  private void exception(Draft draft) {
    String stack = take(Role.STACK);
    if (stack != null) {
      draft.exception(stacks.parse(stack));
    }
    if (draft.exception() == null) {
      keep(Role.STACK);
      String type = take(Role.EXCEPTION_TYPE);
      String text = take(Role.EXCEPTION_MESSAGE);
      if (type != null) {
        draft.exception(
            new dev.clew.event.StackTrace(type, text == null ? "" : text, List.of(), null));
        return;
      }
    }
    keep(Role.EXCEPTION_TYPE);
    keep(Role.EXCEPTION_MESSAGE);
  }
}
