// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.roll;

import java.io.IOException;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.BytesRef;

/** The column of shapes as Lucene sees it; {@link ShapeColumns} looks behind it. */
final class RolledValues extends SortedDocValues {
  private final SortedDocValues column;
  private final IndexInput file;
  private final long start;

  /**
   * @param file that holds the rollup
   * @param start where it does
   */
  RolledValues(SortedDocValues column, IndexInput file, long start) {
    this.column = column;
    this.file = file;
    this.start = start;
  }

  /** The column alone, which is faster. */
  SortedDocValues column() {
    return column;
  }

  /** Reads the rollup. */
  Rollup rollup() throws IOException {
    IndexInput own = file.clone();
    own.seek(start);
    return RollupBytes.read(own);
  }

  @Override
  public int ordValue() throws IOException {
    return column.ordValue();
  }

  @Override
  public BytesRef lookupOrd(int ordinal) throws IOException {
    return column.lookupOrd(ordinal);
  }

  @Override
  public int getValueCount() {
    return column.getValueCount();
  }

  @Override
  public TermsEnum termsEnum() throws IOException {
    return column.termsEnum();
  }

  @Override
  public boolean advanceExact(int target) throws IOException {
    return column.advanceExact(target);
  }

  @Override
  public int docID() {
    return column.docID();
  }

  @Override
  public int nextDoc() throws IOException {
    return column.nextDoc();
  }

  @Override
  public int advance(int target) throws IOException {
    return column.advance(target);
  }

  @Override
  public long cost() {
    return column.cost();
  }
}
