// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.symptom;

import dev.clew.event.EventId;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, as the logs say it.
 *
 * @param traces exceptions of the failure
 * @param messages what the failing events say, most telling first
 * @param places frames that are not from a trace: places the logs name otherwise
 * @param context measurements that left their range, in sentences
 * @param services failing services, the likeliest origin first; empty when unknown
 * @param onset when it began; null when unknown
 * @param alert the monitor that fired; null when none did
 */
public record Symptom(
    List<StackTrace> traces,
    List<Message> messages,
    List<StackFrame> places,
    List<String> context,
    List<String> services,
    @Nullable Instant onset,
    @Nullable Alert alert) {
  public Symptom {
    traces = List.copyOf(traces);
    messages = List.copyOf(messages);
    places = List.copyOf(places);
    context = List.copyOf(context);
    services = List.copyOf(services);
  }

  /**
   * What a failing event says.
   *
   * @param text message and attributes
   * @param service who says it; null when unknown
   * @param count how often
   * @param fresh true when it was never said before the onset
   * @param event an example; null when it comes from a text
   */
  public record Message(
      String text, @Nullable String service, long count, boolean fresh, @Nullable EventId event) {}

  /** Types and messages of the exceptions, innermost causes included. */
  public List<String> exceptionTexts() {
    return traces.stream()
        .flatMap(trace -> trace.chain().stream())
        .map(trace -> trace.simpleType() + ": " + trace.message())
        .distinct()
        .toList();
  }

  /** All that is said, in one text. */
  public String text() {
    Stream<String> alerted =
        alert == null ? Stream.empty() : Stream.of(alert.text(), String.valueOf(alert.metric()));
    return Stream.of(
            messages.stream().map(Message::text),
            exceptionTexts().stream(),
            context.stream(),
            alerted)
        .flatMap(part -> part)
        .collect(Collectors.joining("\n"));
  }

  /** What it is about. */
  public Set<Topic> topics() {
    return Topic.of(text());
  }
}
