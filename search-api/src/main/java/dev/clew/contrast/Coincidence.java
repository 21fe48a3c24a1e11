// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.Differences.Group;
import dev.clew.contrast.Finding.Having;
import dev.clew.contrast.Finding.Shift;
import dev.clew.contrast.Finding.Silence;
import dev.clew.contrast.member.Trait;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts findings together that are about nearly the same members: at least four fifths of those that
 * have the one or the other have both (P. Jaccard, "Étude comparative de la distribution florale",
 * 1901). What coincides is counted, not guessed from names.
 */
final class Coincidence {
  private static final double TOGETHER = 0.8;
  private static final double LIKELY = 0.5;
  private static final int ENOUGH_READ = 5;
  private static final int MOST_COUNTED = 120;
  private static final double MINUTE = 60e9;

  private final Material material;
  private int counted;

  Coincidence(Material material) {
    this.material = material;
  }

  private static final class Open {
    private final Finding leading;
    private final List<Finding> together = new ArrayList<>();

    Open(Finding leading) {
      this.leading = leading;
    }
  }

  /** The groups of {@code ranked}, in its order. */
  List<Group> of(List<Finding> ranked) {
    List<Open> open = new ArrayList<>();
    for (Finding finding : ranked) {
      Optional<Open> same =
          open.stream().filter(group -> coincide(group.leading, finding)).findFirst();
      if (same.isPresent()) {
        same.get().together.add(finding);
      } else {
        open.add(new Open(finding));
      }
    }
    return open.stream().map(group -> new Group(group.leading, group.together)).toList();
  }

  /** True when there was no room to count all that may coincide. */
  boolean isCut() {
    return counted >= MOST_COUNTED;
  }

  private boolean coincide(Finding one, Finding other) {
    return switch (one) {
      case Having having ->
          (other instanceof Having more && coincide(having, more))
              || (other instanceof Silence silence && isOf(having, silence));
      case Shift shift -> other instanceof Shift more && isSame(shift, more);
      case Silence silence -> other instanceof Having having && isOf(having, silence);
    };
  }

  /** The silence of the only host that printed a pattern is that of the pattern. */
  private boolean isOf(Having having, Silence silence) {
    if (silence.pattern().isEmpty()) {
      return having.trait().equals(new Trait.FieldValue(silence.field(), silence.host()));
    }
    TimeRange before = material.there().selection().range();
    double printed = silence.perMinute() * ((double) before.to() - before.from()) / MINUTE;
    return having.trait() instanceof Trait.OfPattern of
        && of.pattern().equals(silence.pattern().get())
        && printed >= TOGETHER * having.shares().there();
  }

  /** One number under two names, as an attribute and in the message. */
  private static boolean isSame(Shift one, Shift other) {
    return one.here().equals(other.here()) && one.there().equals(other.there());
  }

  private boolean coincide(Having one, Having other) {
    long left = one.shares().both();
    long right = other.shares().both();
    boolean both = one.measure().sampled() || other.measure().sampled();
    if (material.whole() || both) {
      return isTogether(read(one.trait()), read(other.trait()), readCommon(one, other));
    }
    if (Math.min(left, right) < TOGETHER * Math.max(left, right) || !isLikely(one, other)) {
      return false;
    }
    return isTogether(left, right, common(one.trait(), other.trait()));
  }

  private static boolean isTogether(long one, long other, long common) {
    return common >= TOGETHER * (one + other - common);
  }

  /** False when those that were read say that they do not coincide. */
  private boolean isLikely(Having one, Having other) {
    long left = read(one.trait());
    long right = read(other.trait());
    return Math.min(left, right) < ENOUGH_READ
        || readCommon(one, other) >= LIKELY * Math.min(left, right);
  }

  private long read(Trait trait) {
    return (long) material.here().members().count(trait) + material.there().members().count(trait);
  }

  private long readCommon(Having one, Having other) {
    return (long) material.here().members().common(one.trait(), other.trait())
        + material.there().members().common(one.trait(), other.trait());
  }

  private long common(Trait one, Trait other) {
    var here = material.here().counts().orElseThrow().common(one, other);
    var there = material.there().counts().orElseThrow().common(one, other);
    if (here.isPresent() && there.isPresent()) {
      return here.getAsLong() + there.getAsLong();
    }
    if (counted >= MOST_COUNTED || material.until().passed()) {
      return 0;
    }
    counted++;
    Query both = Query.and(List.of(one.query().orElseThrow(), other.query().orElseThrow()));
    long[] counts = material.count(both);
    return counts[0] + counts[1];
  }
}
