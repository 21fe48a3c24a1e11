// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.Finding.Silence;
import dev.clew.contrast.measure.Effect;
import dev.clew.contrast.member.Trait;
import dev.clew.event.Pattern;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what was printed steadily in one time and stopped in the other, per host; where events name
 * no host, per service.
 */
final class SilenceSearch {
  private static final double LEAST_EXPECTED = 20;
  private static final int LEAST_BEFORE = 40;
  private static final int MOST_LOOKED_AT = 20;

  /** A steady message has its share of events in each eighth of the time, give or take this. */
  private static final int PARTS = 8;

  private static final double MOST_UNEVEN = 3;

  private final Material material;
  private final Selection here;
  private final Selection there;
  private final Steadiness steadiness;
  private int tests;
  private boolean complete = true;

  SilenceSearch(Material material, Steadiness steadiness) {
    this.material = material;
    this.here = material.here().selection();
    this.there = material.there().selection();
    this.steadiness = steadiness;
  }

  /** A message of one host, in the time before. */
  private record Stream(String field, String host, Pattern pattern, double perNano, long before) {
    Query query() {
      return Query.and(List.of(new Query.Is("pattern", pattern.id()), new Query.Is(field, host)));
    }
  }

  /** How many streams were looked at. */
  int tests() {
    return tests;
  }

  /** False when only the most frequent streams were looked at. */
  boolean isComplete() {
    return complete;
  }

  /** Those that stopped, the one that is missed most first. */
  List<Silence> run() {
    String field = hasHosts() ? "host" : "service";
    Pair<Groups> both = Pair.of(here, there, selection -> groups(selection, field));
    Map<List<String>, Groups.Group> now = new HashMap<>();
    both.one().groups().forEach(group -> now.put(group.keys(), group));
    complete = both.one().complete() && both.other().complete();
    List<Stream> stopped = new ArrayList<>();
    Map<Stream, Long> lasts = new HashMap<>();
    double width = width(there.range());
    Map<String, Pattern> patterns = patterns();
    for (Groups.Group group : both.other().groups()) {
      List<String> keys = group.keys();
      double perNano = group.count() / width;
      Pattern pattern = patterns.get(keys.get(0));
      if (pattern == null
          || keys.get(1).isEmpty()
          || group.count() < LEAST_BEFORE
          || perNano * width(here.range()) < LEAST_EXPECTED) {
        continue;
      }
      tests++;
      Stream stream = new Stream(field, keys.get(1), pattern, perNano, group.count());
      Groups.Group again = now.get(keys);
      long last = again == null ? here.range().from() : again.last();
      if (perNano * ((double) here.range().to() - last) >= LEAST_EXPECTED) {
        stopped.add(stream);
        lasts.put(stream, last);
      }
    }
    stopped.sort(
        Comparator.<Stream>comparingDouble(
                stream -> -stream.perNano() * ((double) here.range().to() - lasts.get(stream)))
            .thenComparing(Stream::host)
            .thenComparing(stream -> stream.pattern().id()));
    complete &= stopped.size() <= MOST_LOOKED_AT;
    return silences(stopped.subList(0, Math.min(MOST_LOOKED_AT, stopped.size())), lasts);
  }

  private List<Silence> silences(List<Stream> stopped, Map<Stream, Long> lasts) {
    Map<String, Silence> found = new LinkedHashMap<>();
    for (Stream stream : stopped) {
      if (material.until().passed()) {
        complete = false;
        break;
      }
      if (isSteady(stream)) {
        Silence silence = silence(stream, lasts.get(stream));
        // a host that prints nothing at all is one finding, not one for each of its messages
        String key =
            silence.host() + (silence.pattern().isEmpty() ? "" : "\0" + stream.pattern().id());
        found.merge(key, silence, SilenceSearch::later);
      }
    }
    return List.copyOf(found.values());
  }

  private static Silence later(Silence one, Silence other) {
    return one.last() >= other.last() ? one : other;
  }

  private boolean isSteady(Stream stream) {
    long[] fine = steadiness.counts(stream.query());
    long[] parts = new long[PARTS];
    for (int i = 0; i < fine.length; i++) {
      parts[i * PARTS / fine.length] += fine[i];
    }
    double mean = (double) Arrays.stream(parts).sum() / parts.length;
    return Arrays.stream(parts).min().orElse(0) >= mean / MOST_UNEVEN
        && Arrays.stream(parts).max().orElse(0) <= mean * MOST_UNEVEN;
  }

  private Silence silence(Stream stream, long last) {
    Query host = new Query.Is(stream.field(), stream.host());
    TimeRange since = new TimeRange(Math.min(last + 1, here.range().to()), here.range().to());
    // another query may leave its source out although it went on
    long others = count(new Selection(host, since));
    boolean all = others == 0;
    double perNano = all ? count(narrowed(there, host)) / width(there.range()) : stream.perNano();
    double silent = (double) here.range().to() - last;
    double expected = perNano * silent;
    double share = perNano * width(there.range()) / Math.max(1, material.yardstick().allThere());
    double effect = -Effect.ofShares(Math.min(1, share * silent / width(here.range())), 0);
    return new Silence(
        stream.field(),
        stream.host(),
        all ? Optional.empty() : Optional.of(stream.pattern()),
        perNano * 60e9,
        expected,
        last,
        others,
        new Measure(effect, Math.exp(-expected / steadiness.excess(stream.query())), 1, false));
  }

  private Map<String, Pattern> patterns() {
    Map<String, Pattern> patterns = new HashMap<>();
    for (Trait trait : traits()) {
      if (trait instanceof Trait.OfPattern of) {
        patterns.put(of.pattern().id(), of.pattern());
      }
    }
    return patterns;
  }

  private boolean hasHosts() {
    return traits().stream()
        .anyMatch(trait -> trait instanceof Trait.FieldValue value && value.field().equals("host"));
  }

  private Set<Trait> traits() {
    Material.Side side = material.there();
    return side.counts()
        .map(counts -> counts.counts().keySet())
        .orElseGet(() -> side.members().traits().keySet());
  }

  private Groups groups(Selection selection, String field) {
    List<Grouping> groupings = List.of(new ByField("pattern"), new ByField(field));
    return material.store().aggregate(selection, groupings, LogStore.MAX_LIMIT);
  }

  private long count(Selection selection) {
    return material.store().aggregate(selection, List.of(), 1).total().value();
  }

  private static Selection narrowed(Selection selection, Query query) {
    return new Selection(Query.and(List.of(selection.query(), query)), selection.range());
  }

  private static double width(TimeRange range) {
    return Math.max(1, (double) range.to() - range.from());
  }
}
