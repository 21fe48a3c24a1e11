// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.term;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/** Words of the text that fit a glob. */
public final class TextWords {
  private static final byte[] CLASSES = {WordTerm.PLAIN, WordTerm.MIXED, WordTerm.NUMBER};

  private TextWords() {}

  /**
   * The terms of words that fit a glob.
   *
   * @param prefixes what they start with, one of these
   * @param test which of those that start so
   */
  public record Glob(List<BytesRef> prefixes, Predicate<BytesRef> test) {}

  /**
   * The terms of words that fit the folded {@code glob}.
   *
   * @param inBody only those of the message
   */
  public static Glob glob(String glob, boolean inBody) {
    String start = dev.clew.query.Glob.literalStart(glob);
    List<BytesRef> prefixes = new ArrayList<>();
    for (byte wordClass : CLASSES) {
      if (WordTerm.canFit(wordClass, glob)) {
        if (!inBody) {
          prefixes.add(prefix(wordClass, start));
        }
        prefixes.add(prefix((byte) (wordClass + WordTerm.BODY), start));
      }
    }
    return new Glob(prefixes, test(glob));
  }

  private static BytesRef prefix(byte wordClass, String start) {
    BytesRefBuilder prefix = new BytesRefBuilder();
    prefix.append(wordClass);
    prefix.append(new BytesRef(start));
    return prefix.toBytesRef();
  }

  private static Predicate<BytesRef> test(String glob) {
    if (glob.indexOf('?') >= 0) {
      return term -> dev.clew.query.Glob.matches(glob, word(term));
    }
    ByteGlob bytes = ByteGlob.of(glob);
    return term -> bytes.matches(term, 1);
  }

  private static String word(BytesRef term) {
    return new BytesRef(term.bytes, term.offset + 1, term.length - 1).utf8ToString();
  }
}
