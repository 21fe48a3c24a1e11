// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.Finding.Having;
import dev.clew.contrast.Finding.Silence;
import dev.clew.contrast.member.Members;
import dev.clew.contrast.member.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which of many differences to believe, so that at most a given share of those believed is expected
 * to be chance, and which are worth a word. Source: Y. Benjamini and Y. Hochberg, "Controlling the
 * false discovery rate", 1995.
 */
final class Discoveries {
  private static final double LEAST_EFFECT = 0.2;
  private static final double LEAST_RATIO = 2;

  /** So many of the largest are looked at for bursts. */
  private static final int MOST_CHECKED = 60;

  private final Material material;
  private final double rate;
  private final List<String> notes = new ArrayList<>();
  private int tests;

  Discoveries(Material material, double rate) {
    this.material = material;
    this.rate = rate;
  }

  /**
   * The largest first.
   *
   * @param unseen how many tests came to nothing besides {@code tested}
   */
  List<Finding> among(List<Finding> tested, int unseen) {
    tests = tested.size() + unseen;
    List<Finding> all = new ArrayList<>(tested);
    if (material.yardstick().rates()) {
      Steadiness steadiness = new Steadiness(material.store(), material.there().selection());
      SilenceSearch silences = new SilenceSearch(material, steadiness);
      List<Silence> found = silences.run();
      all.addAll(found);
      tests += Math.max(silences.tests(), found.size());
      if (!silences.isComplete()) {
        notes.add("only the most frequent messages of hosts were looked at for silence");
      }
      all = unsteady(all, steadiness);
    }
    return believed(all);
  }

  int tests() {
    return tests;
  }

  List<String> notes() {
    return notes;
  }

  /** With the chances that the usual bursts of the other time leave. */
  private List<Finding> unsteady(List<Finding> all, Steadiness steadiness) {
    List<Finding> candidates = believed(all);
    List<Finding> rest = new ArrayList<>(all);
    int checked = 0;
    for (Finding finding : candidates) {
      boolean counted =
          finding instanceof Having having
              && !having.measure().sampled()
              && having.shares().there() > 0;
      if (!counted || checked >= MOST_CHECKED || material.until().passed()) {
        continue;
      }
      checked++;
      Having having = (Having) finding;
      double excess = steadiness.excess(having.trait().query().orElseThrow());
      double chance =
          material
              .yardstick()
              .chance(having.shares().here(), having.shares().there(), excess, Steadiness.FREEDOM);
      rest.replaceAll(
          each ->
              each instanceof Having same && same.trait().equals(having.trait())
                  ? same.with(same.measure().withP(chance))
                  : each);
    }
    return rest;
  }

  private List<Finding> believed(List<Finding> all) {
    List<Finding> ascending = new ArrayList<>(all);
    ascending.sort(Comparator.comparingDouble(finding -> finding.measure().p()));
    double least = 1;
    List<Finding> believed = new ArrayList<>();
    for (int rank = ascending.size(); rank >= 1; rank--) {
      Finding finding = ascending.get(rank - 1);
      least = Math.min(least, finding.measure().p() * tests / rank);
      if (least <= rate && isWorthAWord(finding)) {
        believed.add(finding.with(finding.measure().withQ(least)));
      }
    }
    believed.sort(
        Comparator.<Finding>comparingDouble(finding -> -Math.abs(finding.measure().effect()))
            .thenComparingInt(Discoveries::plainness)
            .thenComparing(Discoveries::name));
    return believed;
  }

  private static boolean isWorthAWord(Finding finding) {
    boolean large = Math.abs(finding.measure().effect()) >= LEAST_EFFECT;
    return large
        || (finding instanceof Having having
            && (having.ratio() >= LEAST_RATIO || having.ratio() <= 1 / LEAST_RATIO))
        || finding instanceof Silence;
  }

  /** Of findings with one effect, what a person would say first. */
  private static int plainness(Finding finding) {
    return switch (finding) {
      case Having having ->
          switch (having.trait()) {
            case Trait.FieldValue value -> Members.FIELDS.contains(value.field()) ? 1 : 0;
            case Trait.OfPattern pattern -> 2;
            case Trait.VariableValue value -> 4;
            case Trait.Repeated repeated -> 5;
          };
      case Finding.Shift shift -> 3;
      case Silence silence -> 0;
    };
  }

  private static String name(Finding finding) {
    return switch (finding) {
      case Having having -> having.trait().field() + '\0' + having.trait().value();
      case Finding.Shift shift ->
          shift.name() + '\0' + shift.pattern().map(each -> each.id()).orElse("");
      case Silence silence -> silence.host();
    };
  }
}
