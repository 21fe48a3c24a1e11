// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import java.util.List;

/**
 * What sets two sets apart.
 *
 * @param times true when they lie in different times, and rates are compared instead of shares
 * @param ratio how many events here stand for one there when nothing differs
 * @param by the field whose values are the members; empty when events are
 * @param groups the largest effect first
 * @param more groups that were found and are not listed
 * @param tests how many comparisons were made, all of which the q of a finding allows for
 * @param alike what was compared and does not differ, nearest to a difference first
 * @param notes what was cut or estimated
 * @param complete false when time was up or a part of what is stored could not be read
 */
public record Differences(
    ComparedSet here,
    ComparedSet there,
    boolean times,
    double ratio,
    String by,
    Verdict verdict,
    List<Group> groups,
    int more,
    int tests,
    List<LeftOut> leftOut,
    List<Alike> alike,
    List<String> notes,
    boolean complete) {

  /** What came out. */
  public enum Verdict {
    DIFFERENT,
    /** There is enough data, and no difference is beyond chance and worth a word. */
    NO_DIFFERENCE,
    /** Whatever the sets held, chance could explain it. */
    NOT_ENOUGH_DATA
  }

  /** Findings about nearly the same members, the one that says most first. */
  public record Group(Finding leading, List<Finding> together) {
    public Group {
      together = List.copyOf(together);
    }
  }

  /**
   * A field, or a number, that does not differ.
   *
   * @param kind {@code field} or {@code number}
   * @param tests how many of its values could be compared; 0 when too few events tell them apart
   * @param p the least chance of any of them
   */
  public record Alike(String name, String kind, int tests, double p) {}

  public Differences {
    groups = List.copyOf(groups);
    leftOut = List.copyOf(leftOut);
    alike = List.copyOf(alike);
    notes = List.copyOf(notes);
  }
}
