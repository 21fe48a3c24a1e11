// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.Groups.Group;
import dev.clew.store.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts told by what a program says when it begins to run. The patterns of all messages are looked
 * through, which are few; only those that may say so are read.
 */
final class BannerStarts {
  /** What is printed more often than this is no start, or a program that starts all the time. */
  private static final int MOST_OF_PATTERN = 500;

  private static final int MOST_READ = 5_000;

  /** How long before a start the version that ended is looked for. */
  private static final long STOPPED_BEFORE = Duration.ofMinutes(10).toNanos();

  private static final List<Grouping> PATTERNS =
      List.of(new ByField("pattern"), new ByField("pattern.template"));

  private final Signs signs;
  private final List<Stop> stops = new ArrayList<>();
  private int read;

  /** A program that says which version ends. */
  private record Stop(String service, String version, long at) {}

  BannerStarts(Signs signs) {
    this.signs = signs;
  }

  /**
   * Looks at all that may be a banner.
   *
   * @param services the programs that log: what a service manager starts besides are jobs
   */
  void find(Set<String> services) {
    List<LogEvent> events = new ArrayList<>();
    for (Group pattern : patterns()) {
      if (Banners.mayBe(pattern.keys().get(1))) {
        events.addAll(events(pattern));
      }
    }
    events.sort(LogEvent.ORDER);
    for (LogEvent event : events) {
      String service = event.service();
      if (service != null) {
        Banners.stops(event.body(), service)
            .ifPresent(version -> stops.add(new Stop(service, version, event.time().epochNanos())));
        Banners.starts(event.body(), service).ifPresent(said -> add(event, service, said));
        Banners.unit(event.body(), service)
            .filter(services::contains)
            .ifPresent(unit -> add(event, unit, new Banners.Said(null)));
      }
    }
  }

  /** Rarest first: a start is rare. */
  private List<Group> patterns() {
    Groups all = signs.groups(new Query.All(), PATTERNS);
    List<Group> found = new ArrayList<>(all.groups());
    if (!all.complete()) {
      // the rarest are not listed, and a start is among the rarest
      Query worded =
          Query.or(
              Banners.words().stream().<Query>map(word -> new Query.Phrase("msg", word)).toList());
      Groups some = signs.groups(worded, PATTERNS);
      found = new ArrayList<>(some.groups());
      if (!some.complete()) {
        signs.note("there are too many patterns of messages to look for all that tell of a start");
      }
    }
    found.sort(Comparator.comparingLong(Group::count));
    return found;
  }

  private List<LogEvent> events(Group pattern) {
    Query query = new Query.Is("pattern", pattern.keys().getFirst());
    boolean often = pattern.count() > MOST_OF_PATTERN;
    if (!often && read + pattern.count() > MOST_READ) {
      signs.note("only %,d messages were looked at that may tell of a start".formatted(read));
      return List.of();
    }
    List<LogEvent> events =
        signs.events(query, TimeRange.ALL, Order.OLDEST_FIRST, often ? 1 : MOST_OF_PATTERN);
    read += events.size();
    if (often) {
      events.stream()
          .filter(event -> event.service() != null)
          .filter(
              event -> Banners.starts(event.body(), String.valueOf(event.service())).isPresent())
          .forEach(event -> often(event, pattern));
      return List.of();
    }
    return events;
  }

  private void often(LogEvent event, Group pattern) {
    signs.note(
        "%s says %,d times \"%s\": too often for a start"
            .formatted(event.service(), pattern.count(), pattern.keys().get(1)));
  }

  private static String how(LogEvent event, String service) {
    @Nullable String process = Names.process(event);
    if (!service.equals(event.service())) {
      return "%s says that it started it".formatted(event.service());
    }
    return "says that it starts" + (process == null ? "" : " as process " + process);
  }

  private void add(LogEvent event, String service, Banners.Said said) {
    long at = event.time().epochNanos();
    boolean own = service.equals(event.service());
    @Nullable String version = said.version() == null && own ? event.version() : said.version();
    @Nullable String before =
        stops.stream()
            .filter(stop -> stop.service().equals(service))
            .filter(stop -> stop.at() <= at && stop.at() >= at - STOPPED_BEFORE)
            .reduce((first, second) -> second)
            .map(Stop::version)
            .orElse(null);
    signs.add(
        new Start(
            at,
            service,
            event.host(),
            before,
            version,
            own ? Names.commit(event) : null,
            Start.Sign.BANNER,
            event.pattern() == null ? "" : event.pattern().id(),
            Start.shownBy(event, how(event, service))));
  }
}
