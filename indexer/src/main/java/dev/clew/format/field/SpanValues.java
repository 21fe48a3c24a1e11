// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.EventTime;
import dev.clew.event.Severity;
import dev.clew.format.time.TimeScanner;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a line say of the request it belongs to: trace and span, and of a span its
 * parent, duration and outcome. A span has the attributes {@code duration_ms} and {@code
 * parent_id}, whatever its exporter calls them.
 */
final class SpanValues {
  private static final String DURATION_MS = "duration_ms";
  private static final String PARENT_ID = "parent_id";
  private static final long DAY = 86_400_000_000_000L;

  private SpanValues() {}

  static void read(NamedValues values, TimeScanner times, Draft draft) {
    ids(values, draft);
    String parent = id(reference(values.take(Role.PARENT)));
    boolean span =
        draft.spanId() != null
            && (values.has(Role.PARENT)
                || values.has(Role.END)
                || (values.has(Role.SPAN_NAME) && !values.has(Role.MESSAGE)));
    if (!span) {
      values.keep(Role.PARENT);
    } else if (parent != null) {
      draft.attribute(PARENT_ID, parent);
    }
    if (span && values.get(DURATION_MS) == null) {
      duration(values, times, draft);
    }
    values.keep(Role.END);
    values.keep(Role.DURATION);
    status(values, draft, span);
    values.keep(Role.STATUS);
  }

  private static void ids(NamedValues values, Draft draft) {
    if (values.has(Role.TRACE) && values.has(Role.DURATION)) {
      values.give(Role.SPAN, "id");
    }
    String trace = values.take(Role.TRACE);
    if (trace != null && Text.endsWith(values.nameOf(Role.TRACE), "parent")) {
      // W3C Trace Context, section 3.2: version-trace-parent-flags
      String[] parts = trace.split("-", 5);
      trace = parts.length == 4 ? parts[1] : trace;
      if (parts.length == 4 && !values.has(Role.SPAN)) {
        draft.spanId(parts[2]);
      }
    }
    String traceId = id(trace);
    if (traceId != null) {
      draft.traceId(traceId.substring(traceId.lastIndexOf('/') + 1));
    }
    String spanId = id(values.take(Role.SPAN));
    if (spanId != null) {
      draft.spanId(spanId);
    }
  }

  /** The id; null for what stands where there is none: zeros, {@code root}, {@code -}. */
  private static @Nullable String id(@Nullable String text) {
    if (text == null) {
      return null;
    }
    boolean zeros = true;
    for (int i = 0; i < text.length() && zeros; i++) {
      zeros = text.charAt(i) == '0' || text.charAt(i) == '-';
    }
    boolean none =
        zeros
            || text.equals("-1")
            || text.equalsIgnoreCase("root")
            || text.equalsIgnoreCase("null")
            || text.equalsIgnoreCase("none")
            || text.equalsIgnoreCase("nan");
    return none ? null : text;
  }

  /** Jaeger names the parent in a list of references. */
  private static @Nullable String reference(@Nullable String parent) {
    if (parent == null || !parent.startsWith("[")) {
      return parent;
    }
    int from = parent.indexOf("\"spanID\"");
    int open = from < 0 ? -1 : parent.indexOf('"', from + 8);
    int close = open < 0 ? -1 : parent.indexOf('"', open + 1);
    return close < 0 ? null : parent.substring(open + 1, close);
  }

  private static void duration(NamedValues values, TimeScanner times, Draft draft) {
    EventTime start = draft.time();
    String end = values.take(Role.END);
    String named = values.take(Role.DURATION);
    long nanos = -1;
    if (start != null && end != null && TimeValues.readValue(times, end)) {
      nanos = times.time().epochNanos() - start.epochNanos();
    }
    if (nanos < 0 && named != null) {
      long unit = unit(values.nameOf(Role.DURATION), String.valueOf(values.take(Role.TIME)));
      double value = number(named);
      nanos = value >= 0 && value * unit < 365.0 * DAY ? Math.round(value * unit) : -1;
    }
    if (nanos >= 0) {
      draft.attribute(DURATION_MS, millis(nanos));
    }
  }

  /** The unit that the name ends with; without one, that in which the start is counted. */
  private static long unit(String name, String start) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith("ns") || lower.contains("nano")) {
      return 1;
    }
    if (lower.endsWith("us") || lower.contains("micro")) {
      return 1_000;
    }
    if (lower.endsWith("ms") || lower.contains("milli")) {
      return 1_000_000;
    }
    if (lower.endsWith("_s") || lower.contains("sec")) {
      return 1_000_000_000;
    }
    int digits = 0;
    while (digits < start.length() && Text.isDigit(start.charAt(digits))) {
      digits++;
    }
    return digits >= 18 ? 1 : digits >= 15 ? 1_000 : 1_000_000;
  }

  private static double number(String text) {
    if (text.isEmpty() || text.length() > 24) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Text.isDigit(text.charAt(i)) && text.charAt(i) != '.') {
        return -1;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String millis(long nanos) {
    String text =
        nanos / 1_000_000 + "." + String.valueOf(1_000_000 + nanos % 1_000_000).substring(1);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /** A span that failed is an error; so is a request whose status is the server's fault. */
  private static void status(NamedValues values, Draft draft, boolean span) {
    String status = values.take(Role.STATUS);
    if (draft.hasSeverity()) {
      return;
    }
    if (span || (draft.spanId() != null && status != null)) {
      boolean failed =
          failed(status) || isError(values.get("error")) || isError(values.get("tags.error"));
      draft.severity(failed ? Severity.ERROR : Severity.INFO, null);
    } else if (status != null && values.has(Role.METHOD) && status.length() == 3) {
      char first = status.charAt(0);
      draft.severity(
          first == '5' ? Severity.ERROR : first == '4' ? Severity.WARN : Severity.INFO, null);
    }
  }

  private static boolean isError(@Nullable String tag) {
    return tag != null && !tag.isEmpty() && !tag.equalsIgnoreCase("false") && !tag.equals("0");
  }

  private static boolean failed(@Nullable String status) {
    return status != null
        && (status.equalsIgnoreCase("error")
            || status.equals("2")
            || status.endsWith("_ERROR")
            || (status.length() == 3 && status.startsWith("5")));
  }
}
