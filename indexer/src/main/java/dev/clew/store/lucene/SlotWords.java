// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Glob;
import dev.clew.store.lucene.print.Fingerprints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Whether a segment has events with a word outside the literals of their shapes. One thread. */
final class SlotWords {
  private final LeafReader reader;
  private final Map<String, Boolean> known = new HashMap<>();

  SlotWords(LeafReader reader) {
    this.reader = reader;
  }

  /** True when an event may have the folded {@code word}. */
  boolean holds(String word) throws IOException {
    if (WordTerm.classOf(word) != WordTerm.NUMBER) {
      return reader.docFreq(WordTerm.of(word)) > 0;
    }
    Optional<Fingerprints> prints = Fingerprints.of(reader);
    return prints.isPresent() && prints.get().mayHold(Fingerprints.of(word));
  }

  /** True when an event may have a word that fits the folded {@code glob}. */
  boolean holdsLike(String glob) throws IOException {
    if (Glob.literalStart(glob).length() == glob.length()) {
      return holds(glob);
    }
    Boolean answer = known.get(glob);
    if (answer == null) {
      answer = find(glob);
      known.put(glob, answer);
    }
    return answer;
  }

  private boolean find(String glob) throws IOException {
    if (WordTerm.canFit(WordTerm.NUMBER, glob) && Fingerprints.of(reader).isPresent()) {
      return true;
    }
    Terms terms = reader.terms(WordTerm.FIELD);
    if (terms == null || glob.chars().allMatch(c -> c == '*')) {
      return terms != null;
    }
    TextWords.Glob wanted = TextWords.glob(glob);
    TermsEnum each = terms.iterator();
    for (BytesRef prefix : wanted.prefixes()) {
      TermsEnum.SeekStatus status = each.seekCeil(prefix);
      BytesRef term = status == TermsEnum.SeekStatus.END ? null : each.term();
      while (term != null && StringHelper.startsWith(term, prefix)) {
        if (wanted.test().test(term)) {
          return true;
        }
        term = each.next();
      }
    }
    return false;
  }
}
