// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Hands Lucene each word once, with how often it stands there. */
final class CountedWords extends TokenStream {
  /** Longest word that is kept, in characters; Lucene's own limit is 32 KiB. */
  private static final int MAX_WORD = 100;

  private final Map<String, Integer> words;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private Iterator<Map.Entry<String, Integer>> next;

  CountedWords(Map<String, Integer> words) {
    this.words = words;
    this.next = words.entrySet().iterator();
  }

  @Override
  public void reset() {
    next = words.entrySet().iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!next.hasNext()) {
      return false;
    }
    clearAttributes();
    Map.Entry<String, Integer> word = next.next();
    term.append(word.getKey(), 0, Math.min(MAX_WORD, word.getKey().length()));
    frequency.setTermFrequency(word.getValue());
    return true;
  }
}
