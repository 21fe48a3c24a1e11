// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

/**
 * A field that is not told as a facet, and why.
 *
 * @param detail the reason in numbers, for people
 */
public record Dropped(String name, Reason reason, String detail) {

  /** Why a field is dropped. */
  public enum Reason {
    /** Every event has the same value. */
    ONE_VALUE,
    /** There are nearly as many values as events that have the field. */
    NEARLY_ALL_DIFFER,
    /** More frequent fields took all the places. */
    TOO_MANY_FIELDS,
    /** Time was up before it was counted. */
    NOT_COUNTED
  }
}
