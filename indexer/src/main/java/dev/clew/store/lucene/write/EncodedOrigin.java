// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import dev.clew.event.Origin;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.Utf16;
import dev.clew.store.lucene.term.ValueTerm;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * How the origins of events stand in documents. Events of one source that follow each other have
 * most of it in common, so what the last one had is kept. Not thread-safe.
 */
final class EncodedOrigin {
  private static final int MOST = 1 << 10;

  private final Map<String, Kept> kept = new HashMap<>();
  private Kept last = new Kept(new Origin("", "", 0, 1, 1));

  private static final class Kept {
    private final String source;
    private final IndexableField column;
    private String file;
    private IndexableField fileColumn;
    private BytesRef block;
    private long offset;

    Kept(Origin origin) {
      source = origin.source();
      column = column(Columns.SOURCE, source);
      file = origin.file();
      fileColumn = column(Columns.of("file"), file);
      offset = origin.offset();
      block = ValueTerm.block(source, offset).bytes();
    }

    void move(Origin origin) {
      if (!ValueTerm.areOneBlock(offset, origin.offset())) {
        offset = origin.offset();
        block = ValueTerm.block(source, offset).bytes();
      }
      if (!origin.file().equals(file)) {
        file = origin.file();
        fileColumn = column(Columns.of("file"), file);
      }
    }
  }

  /** Encodes {@code origin}. */
  void of(Origin origin) {
    if (!origin.source().equals(last.source)) {
      if (kept.size() == MOST) {
        kept.clear();
      }
      last = kept.computeIfAbsent(origin.source(), source -> new Kept(origin));
    }
    last.move(origin);
  }

  IndexableField source() {
    return last.column;
  }

  IndexableField file() {
    return last.fileColumn;
  }

  /** The term of the events of the source that lie near. */
  BytesRef block() {
    return last.block;
  }

  /** Names as their characters stand in memory: events are made of them again. */
  private static IndexableField column(String name, String text) {
    return new SortedDocValuesField(name, new BytesRef(Utf16.bytes(text)));
  }
}
