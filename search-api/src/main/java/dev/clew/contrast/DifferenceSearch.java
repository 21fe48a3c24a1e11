// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.Differences.Group;
import dev.clew.contrast.Differences.Verdict;
import dev.clew.contrast.member.EventReading;
import dev.clew.contrast.member.Members;
import dev.clew.contrast.member.SetCounts;
import dev.clew.contrast.member.UnitReading;
import dev.clew.event.TimeRange;
import dev.clew.explain.window.Windows;
import dev.clew.store.Count;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what sets two selections apart. Thread-safe, as the store is. */
public final class DifferenceSearch {
  /** Most groups of findings that are listed. */
  public static final int MOST_GROUPS = 50;

  private static final double BY_CHANCE = 0.05;

  private final LogStore store;

  public DifferenceSearch(LogStore store) {
    this.store = store;
  }

  /**
   * What events of {@code here} have and those of {@code there} have not, or more or less of.
   *
   * @throws dev.clew.store.StoreException when the store cannot answer
   */
  public Differences ofEvents(Selection here, Selection there, Until until) {
    LogStore answering = store.waiting(until);
    Pair<ReadSet> sets = Pair.of(here, there, asked -> read(answering, asked, until));
    ReadSet mine = sets.one();
    ReadSet theirs = sets.other();
    ComparedSet one = mine.set();
    ComparedSet other = theirs.set();
    boolean times = !here.range().equals(there.range());
    if (one.members() == 0 || other.members() == 0) {
      return nothing(one, other, times, "", new ArrayList<>(), until);
    }
    boolean whole = mine.reading().whole() && theirs.reading().whole();
    Pair<Material.Side> sides = Pair.of(mine, theirs, each -> side(answering, each, whole));
    Yardstick yardstick =
        times
            ? Scaling.ofTimes(one, other, sides.one(), sides.other())
            : Yardstick.ofShares(one.members(), other.members());
    Material material =
        new Material(
            answering, sides.one(), sides.other(), yardstick, whole, named(here, there), until);
    return compared(material, mine.counted(), theirs.counted(), "", List.of());
  }

  /** A set, and those of its events that were read. */
  private record ReadSet(ComparedSet set, Members members, EventReading reading) {
    /** The set that says how many were read. */
    ComparedSet counted() {
      return new ComparedSet(set.selection(), set.members(), reading.count(), set.exact());
    }
  }

  private ReadSet read(LogStore answering, Selection asked, Until until) {
    ComparedSet set = set(answering, asked);
    Members members = new Members();
    EventReading reading =
        EventReading.of(answering, set.selection(), set.members(), until, members::add);
    return new ReadSet(set, members, reading);
  }

  /**
   * What the requests with an event of {@code here} have and the others with an event of {@code
   * there} have not: requests are the values of {@code field}, with all their events.
   *
   * @throws dev.clew.store.StoreException when the store cannot answer
   */
  public Differences ofRequests(Selection here, Selection there, String field, Until until) {
    LogStore answering = store.waiting(until);
    Selection one = cut(here);
    Selection other = cut(there);
    UnitReading reading = new UnitReading(answering, field, until);
    List<Members> read = reading.read(one, other);
    Members mine = read.getFirst();
    Members theirs = read.getLast();
    ComparedSet left = new ComparedSet(one, mine.size(), mine.size(), true);
    ComparedSet right = new ComparedSet(other, theirs.size(), theirs.size(), true);
    if (mine.size() == 0 || theirs.size() == 0) {
      return nothing(left, right, false, field, new ArrayList<>(reading.notes()), until);
    }
    Set<String> named = named(here, there);
    named.add(field);
    Material material =
        new Material(
            answering,
            new Material.Side(one, mine, Optional.empty()),
            new Material.Side(other, theirs, Optional.empty()),
            Yardstick.ofShares(mine.size(), theirs.size()),
            true,
            named,
            until);
    return compared(material, left, right, field, reading.notes());
  }

  private Differences compared(
      Material material, ComparedSet here, ComparedSet there, String by, List<String> read) {
    TraitTests traits = new TraitTests(material);
    traits.run();
    NumberTests numbers = new NumberTests(material);
    List<Finding> tested = new ArrayList<>(traits.tested());
    tested.addAll(numbers.run());
    List<LeftOut> leftOut = new ArrayList<>(traits.leftOut());
    numbers.leftOut().ifPresent(leftOut::add);
    List<String> notes = new ArrayList<>(read);
    notes.addAll(traits.notes());
    int unseen = traits.tests() - traits.tested().size();
    Discoveries discoveries = new Discoveries(material, BY_CHANCE);
    List<Finding> ranked = discoveries.among(tested, unseen);
    notes.addAll(discoveries.notes());
    Coincidence coincidence = new Coincidence(material);
    List<Group> groups = coincidence.of(ranked.subList(0, Math.min(most(), ranked.size())));
    if (coincidence.isCut()) {
      notes.add("not all findings that may be about the same events were put together");
    }
    int listed = Math.min(MOST_GROUPS, groups.size());
    int more = groups.size() - listed + Math.max(0, ranked.size() - most());
    int tests = discoveries.tests();
    return new Differences(
        here,
        there,
        material.yardstick().rates(),
        material.yardstick().ratio(),
        by,
        verdict(material, groups, tests),
        groups.subList(0, listed),
        more,
        tests,
        leftOut,
        AlikeFields.of(traits.compared(), tested, ranked),
        notes,
        !material.until().passed() && here.exact() && there.exact());
  }

  private static int most() {
    return 2 * MOST_GROUPS;
  }

  private static Verdict verdict(Material material, List<Group> groups, int tests) {
    if (!groups.isEmpty()) {
      return Verdict.DIFFERENT;
    }
    if (material.until().passed()) {
      return Verdict.NOT_ENOUGH_DATA;
    }
    Yardstick yardstick = material.yardstick();
    double clearest =
        Math.min(
            yardstick.chance(yardstick.allHere(), 0), yardstick.chance(0, yardstick.allThere()));
    return clearest > BY_CHANCE / Math.max(1, tests)
        ? Verdict.NOT_ENOUGH_DATA
        : Verdict.NO_DIFFERENCE;
  }

  private static Differences nothing(
      ComparedSet here,
      ComparedSet there,
      boolean times,
      String by,
      List<String> notes,
      Until until) {
    String what = by.isEmpty() ? "events" : "requests";
    boolean complete = !until.passed() && here.exact() && there.exact();
    if (complete && here.members() == 0) {
      notes.add("the first set has no " + what);
    }
    if (complete && there.members() == 0) {
      notes.add("the second set has no " + what);
    }
    return new Differences(
        here,
        there,
        times,
        0,
        by,
        Verdict.NOT_ENOUGH_DATA,
        List.of(),
        0,
        0,
        List.of(),
        List.of(),
        notes,
        complete);
  }

  private ComparedSet set(LogStore answering, Selection asked) {
    Selection cut = cut(asked);
    Count total = answering.aggregate(cut, List.of(), 1).total();
    return new ComparedSet(cut, total.value(), 0, total.exact());
  }

  /** Time of which nothing can be stored is no silence. */
  private Selection cut(Selection asked) {
    TimeRange held = store.status().range().orElse(new TimeRange(0, 0));
    return new Selection(asked.query(), Windows.overlap(asked.range(), held));
  }

  private static Material.Side side(LogStore store, ReadSet read, boolean whole) {
    Selection selection = read.set().selection();
    return new Material.Side(
        selection,
        read.members(),
        whole ? Optional.empty() : Optional.of(SetCounts.of(store, selection)));
  }

  private static Set<String> named(Selection here, Selection there) {
    return here.query().equals(there.query())
        ? new java.util.TreeSet<>()
        : NamedFields.of(here.query(), there.query());
  }
}
