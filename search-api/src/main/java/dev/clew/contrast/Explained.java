// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.Differences.Group;
import dev.clew.contrast.Finding.Change;
import dev.clew.contrast.Finding.Having;
import dev.clew.contrast.member.Trait;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which few findings account for what there is more of. There is more here than there by the events
 * of here less those of there, brought to the width of here. Findings are taken one after the
 * other, each the one that accounts for most of what is left, until none accounts for a twentieth:
 * the greedy cover (G. Nemhauser, L. Wolsey and M. Fisher, "An analysis of approximations for
 * maximizing submodular set functions", 1978). Each is counted by the store, for all events.
 *
 * @param extra how many events more there are here than there; 0 or less when there are no more
 * @param things in the order in which they were taken
 */
public record Explained(double extra, List<Thing> things) {
  private static final double LEAST_SHARE = 0.05;
  private static final int MOST_CANDIDATES = 40;

  public Explained {
    things = List.copyOf(things);
  }

  /**
   * A finding and what it adds.
   *
   * @param beside other findings about nearly the same events
   * @param query finds its events: of one statement that several loggers print, of all of them
   * @param here how many events of here it finds
   * @param there how many of there
   * @param extra events that it accounts for and none before it does
   */
  public record Thing(
      Having finding, List<Finding> beside, Query query, long here, long there, double extra) {
    public Thing {
      beside = List.copyOf(beside);
    }
  }

  private record Candidate(Having finding, List<Finding> beside, Query query) {
    Candidate and(Candidate other) {
      List<Finding> both = new ArrayList<>(beside);
      both.addAll(other.beside);
      return new Candidate(finding, both, Query.or(List.of(query, other.query)));
    }
  }

  /**
   * The {@code most} findings of {@code found} that account for most of what there is more of.
   *
   * @param of which of the compared events are meant
   * @throws dev.clew.store.StoreException when the store cannot answer
   */
  public static Explained of(LogStore store, Differences found, Query of, int most, Until until) {
    Count count = new Count(store.waiting(until), found, of);
    double extra = count.extra(List.of());
    if (!found.times() || extra <= 0) {
      return new Explained(extra, List.of());
    }
    List<Candidate> left = candidates(found);
    left.removeIf(each -> count.extra(List.of(each.query())) <= LEAST_SHARE * extra);
    List<Query> without = new ArrayList<>();
    List<Thing> things = new ArrayList<>();
    while (things.size() < most && !left.isEmpty() && !until.passed()) {
      Candidate best = null;
      double gain = LEAST_SHARE * extra;
      for (Candidate candidate : left) {
        double own = count.extra(with(without, candidate.query()));
        if (own > gain) {
          best = candidate;
          gain = own;
        }
      }
      if (best == null) {
        break;
      }
      left.remove(best);
      without.add(new Query.Not(best.query()));
      things.add(count.thing(best, gain));
    }
    return new Explained(extra, things);
  }

  private static List<Query> with(List<Query> without, Query query) {
    List<Query> all = new ArrayList<>(without);
    all.add(query);
    return all;
  }

  /** Of each group what says most to a reader: a pattern, else what leads the group. */
  private static List<Candidate> candidates(Differences found) {
    List<Candidate> candidates = new ArrayList<>();
    for (Group group : found.groups()) {
      List<Finding> all = new ArrayList<>(group.together());
      all.addFirst(group.leading());
      all.stream()
          .filter(finding -> query(finding).isPresent())
          .map(Having.class::cast)
          .min(Comparator.comparingInt(having -> having.trait() instanceof Trait.OfPattern ? 0 : 1))
          .ifPresent(
              best ->
                  candidates.add(
                      new Candidate(
                          best,
                          all.stream().filter(each -> !each.equals(best)).toList(),
                          query(best).orElseThrow())));
      if (candidates.size() == MOST_CANDIDATES) {
        break;
      }
    }
    return statements(candidates);
  }

  /** Patterns that differ in their logger alone are one statement to a reader. */
  private static List<Candidate> statements(List<Candidate> candidates) {
    Map<Object, Candidate> merged = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      Trait trait = candidate.finding().trait();
      Object key = trait instanceof Trait.OfPattern of ? of.pattern().template() : trait;
      merged.merge(key, candidate, Candidate::and);
    }
    return new ArrayList<>(merged.values());
  }

  /** What finds the events of a finding, when it is one of more events than before. */
  private static Optional<Query> query(Finding finding) {
    boolean more =
        finding instanceof Having having
            && (having.change() == Change.NEW || having.change() == Change.MORE)
            && !having.trait().field().equals("level");
    return more ? ((Having) finding).trait().query() : Optional.empty();
  }

  /** Counts what there is more of here. */
  private record Count(LogStore store, Differences found, Query meant) {
    Thing thing(Candidate candidate, double extra) {
      List<Query> own = List.of(candidate.query());
      return new Thing(
          candidate.finding(),
          candidate.beside(),
          candidate.query(),
          of(found.here().selection(), own),
          of(found.there().selection(), own),
          extra);
    }

    double extra(List<Query> more) {
      double scale = found.here().minutes() / found.there().minutes();
      return of(found.here().selection(), more) - scale * of(found.there().selection(), more);
    }

    private long of(Selection selection, List<Query> more) {
      List<Query> all = new ArrayList<>(more);
      all.addFirst(meant);
      all.addFirst(selection.query());
      Selection those = new Selection(Query.and(all), selection.range());
      return store.aggregate(those, List.of(), 1).total().value();
    }
  }
}
