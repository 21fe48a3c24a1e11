// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which partitions an answer is made from, and whether it lacks some. One answer, one thread. */
public final class Coverage {
  private final Partitions partitions;
  private final List<Partition> open = new ArrayList<>();
  private boolean whole = true;

  Coverage(Partitions partitions) {
    this.partitions = partitions;
  }

  /** Finds an answer. */
  @FunctionalInterface
  public interface Question<T> {
    T answer(Coverage coverage) throws IOException;
  }

  /**
   * Answers {@code question}; when a partition proves to be damaged on the way, again without it.
   */
  public static <T> T answer(Partitions partitions, Question<T> question) throws IOException {
    while (true) {
      Coverage coverage = new Coverage(partitions);
      try {
        return question.answer(coverage);
      } catch (IOException | RuntimeException e) {
        if (!Damage.is(e) || !coverage.findDamage()) {
          throw e;
        }
      }
    }
  }

  /** A partition to read; empty when it is gone, or damaged, which makes the answer a part. */
  public Optional<PartitionView> view(Partition partition) throws IOException {
    if (partition.isDamaged()) {
      whole = false;
      return Optional.empty();
    }
    try {
      Optional<PartitionView> view = partitions.view(partition);
      open.add(partition);
      return view;
    } catch (IOException | RuntimeException e) {
      if (!Damage.is(e)) {
        throw e;
      }
      partition.quarantine(Damage.reason(e));
      whole = false;
      return Optional.empty();
    }
  }

  /** The partitions used so far are sound: all their events were read that were needed. */
  public void done() {
    open.clear();
  }

  /** False when events may be missing from the answer. */
  public boolean isWhole() {
    return whole;
  }

  /** Looks for damage in the partitions in use; true when there was some. */
  private boolean findDamage() throws IOException {
    boolean found = false;
    for (Partition partition : open) {
      try {
        partition.checkAll();
      } catch (IOException | RuntimeException e) {
        if (!Damage.is(e)) {
          throw e;
        }
        partition.quarantine(Damage.reason(e));
        found = true;
      }
    }
    return found;
  }
}
