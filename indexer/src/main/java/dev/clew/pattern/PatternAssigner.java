// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.event.Severity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives each event its pattern, from the event alone: events with the same shape, service, severity
 * and logger have the same pattern on any machine and in any order.
 *
 * <p>The first line of the body that is not blank decides; further lines (a stack trace, a dump)
 * and the exception do not, since one log statement may print many of them. When all lines are
 * blank, the type of the exception stands in for the body.
 *
 * <p>Thread-safe. Patterns seen lately are remembered, which only saves work.
 */
public final class PatternAssigner {
  private static final int REMEMBERED = 1 << 16;
  private static final int LONGEST_REMEMBERED = 2048;

  private final Map<Key, Pattern> patterns = new ConcurrentHashMap<>();

  private final ThreadLocal<Reading> readings = ThreadLocal.withInitial(Reading::new);

  /** What a thread has for itself. */
  private static final class Reading {
    private final ShapeScanner scanner = new ShapeScanner();
    private final PatternCache latest = new PatternCache();
  }

  private record Key(
      String shape, @Nullable String service, Severity severity, @Nullable String logger) {
    String id() {
      return PatternId.of(shape, service, severity.name(), logger);
    }
  }

  /** The pattern of {@code event}; its template has at most 400 characters, its id twelve. */
  public Pattern assign(LogEvent event) {
    Reading reading = readings.get();
    ShapeScanner scanner = reading.scanner;
    scanner.scan(head(event));
    Pattern latest = reading.latest.find(scanner, event);
    if (latest != null) {
      return latest;
    }
    Key key = new Key(scanner.text(), event.service(), event.severity(), event.logger());
    Pattern known = patterns.get(key);
    Pattern pattern = known != null ? known : remember(key);
    reading.latest.add(scanner, event, pattern);
    return pattern;
  }

  private Pattern remember(Key key) {
    Pattern pattern = new Pattern(key.id(), Template.of(key.shape()));
    if (key.shape().length() <= LONGEST_REMEMBERED) {
      if (patterns.size() >= REMEMBERED) {
        patterns.clear();
      }
      patterns.put(key, pattern);
    }
    return pattern;
  }

  private static String head(LogEvent event) {
    String head = Shape.firstLine(event.body());
    return head.isEmpty() && event.exception() != null ? event.exception().type() : head;
  }
}
