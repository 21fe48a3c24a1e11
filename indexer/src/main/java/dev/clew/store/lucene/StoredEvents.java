// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.LogEvent;
import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The events of a segment; reading them in order of their documents is cheapest. One thread. */
final class StoredEvents {
  private final LeafReader reader;
  private @Nullable StoredFields fields;

  StoredEvents(LeafReader reader) {
    this.reader = reader;
  }

  /** The event of a document. */
  LogEvent read(int document) throws IOException {
    StoredFields open = fields;
    if (open == null) {
      open = reader.storedFields();
      fields = open;
    }
    EventVisitor visitor = new EventVisitor();
    open.document(document, visitor);
    LogEvent event = visitor.event;
    if (event == null) {
      throw new CorruptIndexException("document " + document + " holds no event", "stored events");
    }
    return event;
  }

  private static final class EventVisitor extends StoredFieldVisitor {
    private @Nullable LogEvent event;

    @Override
    public Status needsField(FieldInfo field) {
      return field.name.equals(Columns.EVENT) ? Status.YES : Status.NO;
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) throws IOException {
      event = EventDecoder.decode(new BytesRef(value));
    }
  }
}
