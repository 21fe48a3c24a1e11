// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/** Terms that are made already. */
final class TermStream extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private List<BytesRef> terms = List.of();
  private int next;

  /** Starts over with {@code terms}. */
  void restart(List<BytesRef> terms) {
    this.terms = terms;
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == terms.size()) {
      return false;
    }
    term.setBytesRef(terms.get(next++));
    // the end of the last stream left another
    position.setPositionIncrement(1);
    return true;
  }
}
