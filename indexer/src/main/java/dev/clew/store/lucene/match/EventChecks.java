// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.query.Glob;
import dev.clew.query.Query;
import dev.clew.store.lucene.segment.Patience;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.lucene.segment.StoredEvents;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ShapeFields;
import dev.clew.store.row.RowField;
import dev.clew.store.row.ShapeField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** Looks at the stored events of a segment. One thread. */
final class EventChecks {
  private final LeafReader reader;
  private final SegmentShapes shapes;
  private final Patience patience;
  private @Nullable StoredEvents stored;

  EventChecks(LeafReader reader, SegmentShapes shapes, Patience patience) {
    this.reader = reader;
    this.shapes = shapes;
    this.patience = patience;
  }

  /** Whether the event matches by definition. */
  VerifiedClause.Check matching(Query meaning) {
    return document -> meaning.matches(events().read(document));
  }

  /**
   * The same of a query that asks for one value of {@code field}: events whose row tells the value
   * are not made.
   *
   * @param test of the value
   */
  VerifiedClause.Check matching(String field, Predicate<String> test, Query meaning) {
    String name = Columns.canonical(field);
    ShapeField part = ShapeFields.part(name);
    if (part == null && !Columns.isAttribute(name)) {
      return matching(meaning);
    }
    RowField row = new RowField(name, part);
    return document -> {
      StoredEvents events = events();
      // no value and an empty one look alike in a row
      boolean told = events.read(document, row) && row.length() > 0;
      return told ? test.test(row.text()) : meaning.matches(events.read(document));
    };
  }

  /** Whether the number {@code word} stands in the event outside the literals of its shape. */
  VerifiedClause.Check number(String word) {
    byte[] ascii = word.getBytes(StandardCharsets.US_ASCII);
    Query meaning = new Query.Phrase(Query.TEXT, word);
    return document -> {
      StoredEvents events = events();
      return events.anySlotHolds(document, ascii)
          || (events.hasExtras(document) && meaning.matches(events.read(document)));
    };
  }

  /** Whether a word that fits the folded {@code glob} stands outside the literals. */
  VerifiedClause.Check wordLike(String glob) {
    Query meaning = new Query.Wildcard(Query.TEXT, glob);
    return document -> {
      StoredEvents events = events();
      return events.anySlotWord(document, word -> Glob.matches(glob, word))
          || (events.hasExtras(document) && meaning.matches(events.read(document)));
    };
  }

  private StoredEvents events() throws IOException {
    patience.check();
    StoredEvents open = stored;
    if (open == null) {
      open = new StoredEvents(reader, shapes);
      stored = open;
    }
    return open;
  }
}
