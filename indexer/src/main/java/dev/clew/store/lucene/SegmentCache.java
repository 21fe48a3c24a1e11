// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** What is derived from segments once and asked often; forgotten when a segment goes. */
final class SegmentCache {
  private final Map<IndexReader.CacheKey, SegmentShapes> shapes = new ConcurrentHashMap<>();

  /** The shapes of the segment. */
  SegmentShapes shapes(LeafReader reader) throws IOException {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    SegmentShapes known = shapes.get(helper.getKey());
    if (known == null) {
      known = SegmentShapes.read(reader);
      if (shapes.putIfAbsent(helper.getKey(), known) == null) {
        helper.addClosedListener(shapes::remove);
      }
    }
    return known;
  }
}
