// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate;

import dev.clew.correlate.Unit.Followed;
import dev.clew.correlate.Unit.Joined;
import dev.clew.correlate.Unit.Part;
import dev.clew.correlate.Unit.Stopped;
import dev.clew.correlate.request.Mention;
import dev.clew.correlate.request.Mentions;
import dev.clew.event.EventId;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.event.TimeRange;
import dev.clew.query.FieldKind;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the unit of work that a value stands for. The events that name it name other values as
 * well; each of those is followed in turn, unless it is shared with other units: because too many
 * events name it, because it is also seen far away in time, or because it would bring in the events
 * of many other requests. Thread-safe, as the store is.
 */
public final class UnitSearch {
  /** A value that more events name is shared by many units. */
  static final int MOST_EVENTS_OF_A_LINK = 1_000;

  /** A value that brings in more requests than these is shared by them; a number, than none. */
  static final int MOST_NEW_TRACES = 3;

  /** When the value asked for names more requests than these, nothing else is followed. */
  static final int MOST_TRACES_OF_A_SEED = 10;

  /** So many events of a value are looked at even when fewer are listed. */
  private static final int LOOKED_AT = 500;

  private static final int MOST_HOPS = 4;
  private static final int MOST_LINKS = 64;
  private static final int MOST_GROUPS = 1_000;

  private final LogStore store;
  private final UnitLimits limits;

  public UnitSearch(LogStore store, UnitLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  /**
   * The unit of the events in {@code range} that have {@code value}.
   *
   * @param key the field that has the value; empty for anywhere in the event
   * @param until when it passes, the unit is what was found by then
   */
  public Unit find(String key, String value, TimeRange range, Until until) {
    Query seed = seed(key, value);
    Run run = new Run(store.waiting(until), range, until);
    run.start(new Link(key, value, seed, 0, MOST_TRACES_OF_A_SEED));
    return run.unit();
  }

  /** Where the value of an attribute or an id is followed, it may stand in a text as well. */
  private Query seed(String key, String value) {
    if (key.isEmpty()) {
      return new Query.Phrase(Query.TEXT, value);
    }
    boolean anywhere =
        limits.follow()
            && (FieldKind.of(key) == FieldKind.ATTRIBUTE
                || key.equals("trace")
                || key.equals("span"));
    Query only = new Query.Is(key, value);
    return anywhere ? Mentions.of(key, value).map(Mention::query).orElse(only) : only;
  }

  /** A value that may lead to more events. */
  private record Link(String name, String value, Query query, int hops, int mostNewTraces) {}

  /** How often and when a value is seen. */
  private record Seen(long events, long first, long last, boolean exact) {
    static Seen of(Groups groups) {
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      for (Groups.Group group : groups.groups()) {
        first = Math.min(first, group.first());
        last = Math.max(last, group.last());
      }
      return new Seen(groups.total().value(), first, last, groups.total().exact());
    }
  }

  /** One search: what was found so far. */
  private final class Run {
    private final LogStore store;
    private final TimeRange range;
    private final Until until;
    private final Map<EventId, Joined> events = new LinkedHashMap<>();
    private final List<Followed> followed = new ArrayList<>();
    private final List<Stopped> stopped = new ArrayList<>();
    private final List<Query> queries = new ArrayList<>();
    private final Set<String> traces = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> met = new HashSet<>();
    private final Deque<Link> links = new ArrayDeque<>();
    private int looks;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean complete = true;

    Run(LogStore store, TimeRange range, Until until) {
      this.store = store;
      this.range = range;
      this.until = until;
    }

    void start(Link seed) {
      met.add(seed.value().toLowerCase(Locale.ROOT));
      Seen seen = seen(seed);
      List<LogEvent> found = read(seed);
      accept(seed, seen, found);
      Optional<String> shared =
          seen.events() > MOST_EVENTS_OF_A_LINK
              ? Optional.of(tooMany(seen.events()))
              : traces.size() > seed.mostNewTraces()
                  ? Optional.of("%,d requests name it".formatted(traces.size()))
                  : Optional.empty();
      if (shared.isPresent() && limits.follow()) {
        stopped.add(
            new Stopped(
                seed.name(),
                seed.value(),
                seen.events(),
                "nothing beside it is followed: " + shared.get()));
        links.clear();
      }
      while (!links.isEmpty() && looks < MOST_LINKS && !until.passed()) {
        follow(links.remove());
      }
      complete &= !until.passed();
      for (Link left : links) {
        stopped.add(
            new Stopped(
                left.name(),
                left.value(),
                -1,
                until.passed()
                    ? "time was up"
                    : "%d values were followed before".formatted(MOST_LINKS)));
      }
    }

    private void follow(Link link) {
      looks++;
      Seen seen = seen(link);
      Optional<String> shared = shared(seen);
      List<LogEvent> found = shared.isPresent() ? List.of() : read(link);
      long others =
          found.stream()
              .map(LogEvent::traceId)
              .filter(trace -> trace != null && !traces.contains(trace))
              .distinct()
              .count();
      if (shared.isEmpty() && others > link.mostNewTraces()) {
        shared = Optional.of("%,d other requests name it".formatted(others));
      }
      if (shared.isPresent()) {
        stopped.add(new Stopped(link.name(), link.value(), seen.events(), shared.get()));
      } else if (found.stream().anyMatch(event -> !events.containsKey(event.id()))) {
        accept(link, seen, found);
      }
    }

    /** Why others share the value; empty when nobody seems to. */
    private Optional<String> shared(Seen seen) {
      if (seen.events() > MOST_EVENTS_OF_A_LINK) {
        return Optional.of(tooMany(seen.events()));
      }
      // in double, since times of different centuries are farther apart than 64 bits can count
      double reach = limits.reach().toNanos();
      if (seen.events() > 0 && (double) first - seen.first() > reach) {
        return Optional.of("also seen at " + EventTime.instant(seen.first()));
      }
      if (seen.events() > 0 && (double) seen.last() - last > reach) {
        return Optional.of("also seen at " + EventTime.instant(seen.last()));
      }
      return Optional.empty();
    }

    private static String tooMany(long events) {
      return "%,d events name it".formatted(events);
    }

    private Seen seen(Link link) {
      Seen seen =
          Seen.of(
              store.aggregate(
                  new Selection(link.query(), range),
                  List.of(new ByField("service")),
                  MOST_GROUPS));
      complete &= seen.exact();
      return seen;
    }

    private List<LogEvent> read(Link link) {
      Page page =
          store.search(
              new Selection(link.query(), range),
              Order.OLDEST_FIRST,
              Optional.empty(),
              Math.max(limits.events(), LOOKED_AT));
      complete &= page.complete();
      return page.events();
    }

    private void accept(Link link, Seen seen, List<LogEvent> found) {
      int by = followed.size();
      int before = events.size();
      queries.add(link.query());
      for (LogEvent event : found) {
        if (events.putIfAbsent(event.id(), new Joined(event, by)) == null) {
          names.addAll(event.attributes().keySet());
          if (event.traceId() != null) {
            traces.add(event.traceId());
          }
        }
      }
      first = Math.min(first, seen.first());
      last = Math.max(last, seen.last());
      int added = events.size() - before;
      followed.add(new Followed(link.name(), link.value(), link.hops(), seen.events(), added));
      if (limits.follow() && link.hops() < MOST_HOPS) {
        found.forEach(event -> look(event, link.hops() + 1));
      }
    }

    /** Numbers are followed only under a name that is a field's: others are mere amounts. */
    private void look(LogEvent event, int hops) {
      for (Mention mention : Mentions.of(event)) {
        boolean named = mention.kind() == Mention.Kind.TOKEN || names.contains(mention.name());
        if (named && met.add(mention.value().toLowerCase(Locale.ROOT))) {
          int most = mention.kind() == Mention.Kind.TOKEN ? MOST_NEW_TRACES : 0;
          links.add(new Link(mention.name(), mention.value(), mention.query(), hops, most));
        }
      }
    }

    Unit unit() {
      Query query = Query.or(queries);
      Groups groups =
          store.aggregate(
              new Selection(query, range),
              List.of(new ByField("service"), new ByField("level")),
              MOST_GROUPS);
      List<Part> parts = parts(groups);
      List<Joined> listed =
          events.values().stream()
              .sorted(Comparator.comparing(Joined::event, LogEvent.ORDER))
              .limit(limits.events())
              .toList();
      return new Unit(
          query,
          groups.total(),
          parts.stream().mapToLong(Part::first).min().orElse(0),
          parts.stream().mapToLong(Part::last).max().orElse(0),
          parts.stream().map(Part::worst).reduce(Severity.UNSPECIFIED, Run::worse),
          parts,
          listed,
          followed,
          stopped,
          complete && groups.complete() && groups.total().exact());
    }

    private static List<Part> parts(Groups groups) {
      Map<String, Part> parts = new LinkedHashMap<>();
      for (Groups.Group group : groups.groups()) {
        String service = group.keys().getFirst();
        Severity level = Severity.ofWord(group.keys().get(1)).orElse(Severity.UNSPECIFIED);
        parts.merge(
            service,
            new Part(service, group.first(), group.last(), group.count(), level),
            Run::together);
      }
      return parts.values().stream()
          .sorted(Comparator.comparingLong(Part::first).thenComparing(Part::service))
          .toList();
    }

    private static Part together(Part one, Part other) {
      return new Part(
          one.service(),
          Math.min(one.first(), other.first()),
          Math.max(one.last(), other.last()),
          one.events() + other.events(),
          worse(one.worst(), other.worst()));
    }

    private static Severity worse(Severity one, Severity other) {
      return one.compareTo(other) >= 0 ? one : other;
    }
  }
}
