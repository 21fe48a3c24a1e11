// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

/**
 * When a writer takes what it sees for something that comes again.
 *
 * @param sightings how often the shape of an event must have been seen before it is used, at least
 *     0
 * @param names so many names of fields are known at once, at least 1; those beyond get no terms
 */
public record Learning(int sightings, int names) {
  /** What is right for most. */
  public static final Learning DEFAULT = new Learning(2, 4_096);

  public Learning {
    if (sightings < 0 || names < 1) {
      throw new IllegalArgumentException("a writer knows at least 1 name, from 0 sightings on");
    }
  }
}
