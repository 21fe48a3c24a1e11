// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One log event: what a line, or a line with its continuation lines, says happened.
 *
 * <p>Events are totally ordered by {@link #ORDER} (time, then source, then offset), so equal time
 * stamps never swap or vanish between pages.
 *
 * @param origin where it was read; its identity
 * @param time when it says it happened, and how far that can be trusted
 * @param severity how serious it says it is
 * @param severityText the word it says that with, as read
 * @param service the program that wrote it ({@code service.name})
 * @param version the version of that program ({@code service.version})
 * @param host the machine it ran on ({@code host.name})
 * @param logger the named source inside the program
 * @param thread the thread that wrote it
 * @param traceId the request it belongs to
 * @param spanId the unit of work inside that request
 * @param body the message, without what the fields above already hold
 * @param attributes everything else it names, in the order read
 * @param exception the exception it carries
 * @param pattern what it has in common with its like; assigned at index time
 * @param raw the bytes as read
 */
public record LogEvent(
    Origin origin,
    EventTime time,
    Severity severity,
    @Nullable String severityText,
    @Nullable String service,
    @Nullable String version,
    @Nullable String host,
    @Nullable String logger,
    @Nullable String thread,
    @Nullable String traceId,
    @Nullable String spanId,
    String body,
    Map<String, String> attributes,
    @Nullable StackTrace exception,
    @Nullable Pattern pattern,
    RawLine raw) {

  /** The attribute of an event that came late: when it was read, in UTC. */
  public static final String RECEIVED_LATE = "received_late";

  /** Time, then source, then offset: a total order over all events. */
  public static final Comparator<LogEvent> ORDER =
      Comparator.<LogEvent>comparingLong(event -> event.time().epochNanos())
          .thenComparing(LogEvent::origin);

  public LogEvent {
    attributes = Attributes.copyOf(attributes);
  }

  /** Identity derived from {@link #origin}. */
  public EventId id() {
    return EventId.of(origin);
  }

  /** This event with its pattern. */
  public LogEvent withPattern(Pattern pattern) {
    return new LogEvent(
        origin,
        time,
        severity,
        severityText,
        service,
        version,
        host,
        logger,
        thread,
        traceId,
        spanId,
        body,
        attributes,
        exception,
        pattern,
        raw);
  }

  /**
   * The values of a field by the short name people type, or of an attribute by its own name; empty
   * when the event lacks it. {@code exception} gives the type and every cause's, {@code frame} each
   * call as {@code module.function}.
   */
  public List<String> field(String name) {
    return Fields.of(this, name);
  }
}
