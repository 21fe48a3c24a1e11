// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.query.Query;
import dev.clew.store.lucene.segment.LiteralWords;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.lucene.term.Columns;
import org.apache.lucene.util.FixedBitSet;

/**
 * Where words are looked for, and what shapes know of it.
 *
 * @param inBody in the message only; else in the whole text
 * @param literals the words that all events of a shape have there
 * @param slotted shapes whose events may have others, which lists tell
 * @param timed shapes whose written time belongs to it
 */
record WordScope(boolean inBody, LiteralWords literals, FixedBitSet slotted, FixedBitSet timed) {

  /** The field of a query that looks there. */
  String field() {
    return inBody ? Columns.BODY : Query.TEXT;
  }

  /** The whole text of events. */
  static WordScope text(SegmentShapes shapes) {
    return new WordScope(false, shapes.text(), shapes.slotted(), shapes.timed());
  }

  /** The message. */
  static WordScope body(SegmentShapes shapes) {
    return new WordScope(true, shapes.body(), shapes.bodySlotted(), shapes.bodyTimed());
  }
}
