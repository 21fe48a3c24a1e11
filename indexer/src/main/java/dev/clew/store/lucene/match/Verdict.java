// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import org.apache.lucene.util.FixedBitSet;

/**
 * What a query says of the shapes of a segment, in the logic of three values (Kleene): of events of
 * some shapes that all match, of some that none does, of others that it depends on the event.
 *
 * @param yes ordinals of shapes whose events all match
 * @param maybe of shapes whose events must be looked at; none of {@code yes}
 */
public record Verdict(FixedBitSet yes, FixedBitSet maybe) {

  /** {@code maybe} without those in {@code yes}. */
  static Verdict of(FixedBitSet yes, FixedBitSet maybe) {
    maybe.andNot(yes);
    return new Verdict(yes, maybe);
  }

  Verdict and(Verdict other) {
    FixedBitSet both = yes.clone();
    both.and(other.yes);
    FixedBitSet open = possible();
    open.and(other.possible());
    return of(both, open);
  }

  Verdict or(Verdict other) {
    FixedBitSet either = yes.clone();
    either.or(other.yes);
    FixedBitSet open = maybe.clone();
    open.or(other.maybe);
    return of(either, open);
  }

  Verdict not(FixedBitSet all) {
    FixedBitSet none = all.clone();
    none.andNot(yes);
    none.andNot(maybe);
    return new Verdict(none, maybe.clone());
  }

  /** All that match or may match. */
  FixedBitSet possible() {
    FixedBitSet possible = yes.clone();
    possible.or(maybe);
    return possible;
  }

  /** True when no event need be looked at. */
  public boolean isDecided() {
    return maybe.scanIsEmpty();
  }
}
