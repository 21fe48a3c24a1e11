// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows which events are in the store or on the way there. A source is mostly read from its start
 * to its end, so an offset beyond all seen of its source is new without a look; only others are
 * looked up, in the partitions that may hold them.
 */
final class KnownOrigins {
  private final Partitions partitions;
  private final Map<String, Top> tops = new HashMap<>();
  private final List<Origin> unwritten = new ArrayList<>();

  /**
   * The same as {@link #unwritten}, made when first needed; a source read in order needs it not.
   */
  private final Set<Place> unwrittenPlaces = new HashSet<>();

  private record Place(String source, long offset) {}

  /** The highest offset seen of a source. */
  private static final class Top {
    private long offset;

    Top(long offset) {
      this.offset = offset;
    }
  }

  KnownOrigins(Partitions partitions) {
    this.partitions = partitions;
  }

  /** True when {@code event} was not known; it is now. */
  boolean add(LogEvent event) throws IOException {
    Origin origin = event.origin();
    String source = origin.source();
    long offset = origin.offset();
    Top top = tops.get(source);
    if (top == null) {
      top = new Top(partitions.highest(source));
      tops.put(source, top);
    }
    if (offset > top.offset) {
      top.offset = offset;
    } else if (isUnwritten(new Place(source, offset)) || partitions.holds(event)) {
      return false;
    }
    unwritten.add(origin);
    return true;
  }

  private boolean isUnwritten(Place place) {
    for (int i = unwrittenPlaces.size(); i < unwritten.size(); i++) {
      unwrittenPlaces.add(new Place(unwritten.get(i).source(), unwritten.get(i).offset()));
    }
    return unwrittenPlaces.contains(place);
  }

  /** What was added is in the partitions now. */
  void written() {
    unwritten.clear();
    unwrittenPlaces.clear();
  }

  /** What was added is forgotten, or events were deleted. */
  void forget() {
    written();
    tops.clear();
  }
}
