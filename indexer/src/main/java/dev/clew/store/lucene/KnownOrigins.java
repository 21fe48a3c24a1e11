// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.Origin;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;

/**
 * Knows which events are in the index or on the way there. A source is mostly read from its start
 * to its end, so an offset beyond all seen of its source is new without a look; only others are
 * looked up.
 */
final class KnownOrigins implements Closeable {
  private final IndexWriter writer;
  private final Map<String, Long> highest = new HashMap<>();
  private final List<Origin> unwritten = new ArrayList<>();

  /**
   * The same as {@link #unwritten}, made when first needed; a source read in order needs it not.
   */
  private final Set<Place> unwrittenPlaces = new HashSet<>();

  private @Nullable DirectoryReader reader;
  private boolean stale = true;

  private record Place(String source, long offset) {}

  KnownOrigins(IndexWriter writer) {
    this.writer = writer;
  }

  /** True when no event of that origin was known; it is now. */
  boolean add(Origin origin) throws IOException {
    String source = origin.source();
    long offset = origin.offset();
    Long top = highest.get(source);
    if (top == null) {
      top = new OriginLookup(reader()).highest(source);
    }
    if (offset <= top) {
      highest.put(source, top);
      if (isUnwritten(new Place(source, offset))
          || new OriginLookup(reader()).find(source, offset).isPresent()) {
        return false;
      }
    } else {
      highest.put(source, offset);
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

  /** What was added is in the index now, though not yet in {@link #reader}. */
  void written() {
    unwritten.clear();
    unwrittenPlaces.clear();
    stale = true;
  }

  /** Events were deleted. */
  void forget() {
    highest.clear();
    stale = true;
  }

  private DirectoryReader reader() throws IOException {
    DirectoryReader open = reader;
    if (open == null) {
      open = DirectoryReader.open(writer);
    } else if (stale) {
      DirectoryReader newer = DirectoryReader.openIfChanged(open, writer);
      if (newer != null) {
        open.close();
        open = newer;
      }
    }
    reader = open;
    stale = false;
    return open;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
