// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import dev.clew.event.LogEvent;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Collects the stacks that failing events carry, also those whose calls are printed as one event a
 * line, and counts equal ones.
 */
public final class CodePlaces implements Consumer<LogEvent> {
  private static final int MOST_STACKS = 20_000;
  private static final String TRACEBACK = "Traceback (most recent call last)";

  private final Map<String, Stack> bySignature = new LinkedHashMap<>();
  private final Map<String, Open> open = new HashMap<>();
  private final CodeNames names;
  private final Trail trail;

  /** Knows by {@code names} which code the messages before a stack name. */
  public CodePlaces(CodeNames names) {
    this.names = names;
    trail = new Trail(names);
  }

  /** Calls printed one event a line, until two lines follow that are no call. */
  private static final class Open {
    private final List<Place> outermostFirst = new ArrayList<>();
    private final LogEvent first;
    private final List<Place> named = new ArrayList<>();
    private final List<Place> before;
    private int linesSinceCall;

    private Open(LogEvent first, List<Place> before) {
      this.first = first;
      this.before = before;
    }
  }

  /** Equal stacks: the calls, innermost first, and the first event that carries them. */
  public static final class Stack {
    private final List<Place> places;
    private final LogEvent first;
    private final List<Place> named;
    private final List<Place> before;
    private long count;

    private Stack(List<Place> places, LogEvent first, List<Place> named, List<Place> before) {
      this.places = places;
      this.first = first;
      this.named = named;
      this.before = before;
    }

    public List<Place> places() {
      return places;
    }

    public LogEvent first() {
      return first;
    }

    /** What code the messages of the exceptions and of the first event name. */
    public List<Place> named() {
      return named;
    }

    /** What code the unit of work came by before its first event, latest first. */
    public List<Place> before() {
      return before;
    }

    public long count() {
      return count;
    }

    public long firstTime() {
      return first.time().epochNanos();
    }

    public String service() {
      return first.service() == null ? "" : first.service();
    }
  }

  @Override
  public void accept(LogEvent event) {
    trail.accept(event);
    StackTrace exception = event.exception();
    if (exception != null) {
      List<Place> named = named(event.body());
      exception.chain().forEach(each -> named.addAll(named(each.message())));
      add(PrintedPlaces.ofException(exception), event, named, trail.of(event));
      return;
    }
    List<Place> printed = PrintedPlaces.ofTraceback(event.body());
    String writer = event.origin().source() + '\0' + event.logger() + '\0' + event.thread();
    Open stack = open.get(writer);
    if (event.body().stripLeading().startsWith(TRACEBACK) && printed.isEmpty()) {
      close(writer);
      open.put(writer, new Open(event, trail.of(event)));
    } else if (stack != null && printed.size() == 1) {
      stack.outermostFirst.addAll(printed);
      stack.linesSinceCall = 0;
    } else if (!printed.isEmpty()) {
      add(printed, event, named(event.body()), trail.of(event));
    } else if (stack != null && ++stack.linesSinceCall > 1) {
      // the first line after a call is its source, the second the exception or something else
      stack.named.addAll(named(event.body()));
      close(writer);
    }
  }

  /** The distinct stacks seen, in order of their first event. */
  public List<Stack> stacks() {
    List.copyOf(open.keySet()).forEach(this::close);
    return List.copyOf(bySignature.values());
  }

  /** How often {@code stack} was seen here. */
  public long count(Stack stack) {
    Stack same = bySignature.get(signature(stack.places()));
    return same == null ? 0 : same.count();
  }

  private void close(String writer) {
    Open stack = open.remove(writer);
    if (stack != null) {
      add(stack.outermostFirst.reversed(), stack.first, stack.named, stack.before);
    }
  }

  private List<Place> named(String text) {
    List<Place> named = new ArrayList<>();
    names.in(text).forEach(name -> names.place(name).ifPresent(named::add));
    return named;
  }

  private void add(List<Place> places, LogEvent event, List<Place> named, List<Place> before) {
    if (places.isEmpty()) {
      return;
    }
    String signature = signature(places);
    Stack stack = bySignature.get(signature);
    if (stack == null && bySignature.size() < MOST_STACKS) {
      stack = new Stack(List.copyOf(places), event, List.copyOf(named), before);
      bySignature.put(signature, stack);
    }
    if (stack != null) {
      stack.count++;
    }
  }

  private static String signature(List<Place> places) {
    StringBuilder signature = new StringBuilder();
    for (Place place : places) {
      signature.append(place.path()).append('#').append(place.function()).append('\n');
    }
    return signature.toString();
  }
}
