// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.BytesRef;

/**
 * The fingerprints of a segment as Lucene sees them: which hashes a single document had is not
 * kept, so every document answers that it may hold any. Whatever copies documents through this view
 * alone, as a reader that sorts does, ends with more candidates, never with fewer. Merging and
 * searching look behind it.
 */
final class FingerprintsView extends BinaryDocValues {
  private final HashLayout layout;
  private final IndexInput data;
  private final BytesRef everything = new BytesRef(new byte[] {BlockCutter.EVERYTHING});
  private int document = -1;

  FingerprintsView(HashLayout layout, IndexInput data) {
    this.layout = layout;
    this.data = data;
  }

  /** What is behind the view. */
  Fingerprints open() throws IOException {
    return new Fingerprints(layout, data);
  }

  @Override
  public BytesRef binaryValue() {
    return everything;
  }

  @Override
  public boolean advanceExact(int target) {
    document = target;
    return true;
  }

  @Override
  public int docID() {
    return document;
  }

  @Override
  public int nextDoc() {
    return advance(document + 1);
  }

  @Override
  public int advance(int target) {
    document = target < layout.documents() ? target : NO_MORE_DOCS;
    return document;
  }

  @Override
  public long cost() {
    return layout.documents();
  }
}
