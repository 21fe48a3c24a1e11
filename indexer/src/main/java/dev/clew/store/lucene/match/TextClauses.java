// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.query.Glob;
import dev.clew.query.Query;
import dev.clew.query.WordGlobs;
import dev.clew.query.Words;
import dev.clew.store.lucene.print.Fingerprints;
import dev.clew.store.lucene.segment.SegmentOrder;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.lucene.term.TextWords;
import dev.clew.store.lucene.term.WordTerm;
import dev.clew.store.row.TimeWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Words in the text of events, or in the message alone. A word stands in a literal of the shape, in
 * what lists tell, or in the written time.
 */
final class TextClauses {
  private final LeafReader reader;
  private final SegmentShapes shapes;
  private final EventChecks checks;
  private final Lists lists;
  private final SegmentOrder order;
  private final WordScope scope;

  TextClauses(
      LeafReader reader, SegmentShapes shapes, EventChecks checks, Lists lists, WordScope scope)
      throws IOException {
    this.reader = reader;
    this.shapes = shapes;
    this.checks = checks;
    this.lists = lists;
    this.scope = scope;
    this.order = new SegmentOrder(reader);
  }

  /** The words of {@code phrase}, of which there is at least one, side by side. */
  Clause phrase(Query.Phrase phrase) throws IOException {
    List<String> words = Words.of(phrase.text());
    if (words.size() == 1) {
      return exactly(words.get(0), phrase::fits, phrase);
    }
    return new VerifiedClause(
        Verdict.of(scope.literals().havingPhrase(words), shapes.all()),
        new AllOfClause(List.of(anywhere(words), outside(words))),
        checks.matching(scope.field(), phrase::fits, phrase));
  }

  Clause wildcard(Query.Wildcard wildcard) throws IOException {
    List<String> globs = WordGlobs.of(wildcard.pattern());
    if (globs.size() == 1) {
      return exactly(globs.get(0), wildcard::fits, wildcard);
    }
    return new VerifiedClause(
        Verdict.of(shapes.none(), shapes.all()),
        anywhere(globs),
        checks.matching(scope.field(), wildcard::fits, wildcard));
  }

  /** All of those folded words or globs stand there, as far as lists can tell. */
  Clause anywhere(List<String> globs) throws IOException {
    List<Clause> all = new ArrayList<>();
    all.add(new SettledClause(shapes.all()));
    for (String glob : distinct(globs)) {
      all.add(word(glob, having(glob)));
    }
    return new AllOfClause(all);
  }

  /** One of those words or globs stands outside the literals of the shape. */
  private Clause outside(List<String> globs) throws IOException {
    List<Clause> any = new ArrayList<>();
    for (String glob : distinct(globs)) {
      any.add(word(glob, shapes.none()));
    }
    return new AnyOfClause(any);
  }

  /**
   * Words like all of {@code globs} stand there, or words so long that they were cut, as far as
   * lists can tell. Parts of numbers are left out.
   */
  Clause near(List<String> globs) throws IOException {
    List<Clause> all = new ArrayList<>();
    all.add(new SettledClause(shapes.all()));
    for (String glob : globs) {
      FixedBitSet yes = having(glob);
      if (isPlain(glob)) {
        all.add(word(glob, yes));
      } else if (!WordTerm.canFit(WordTerm.NUMBER, glob)) {
        all.add(withTime(glob, yes, listedLike(glob, slots(yes), true)));
      }
    }
    return new AllOfClause(all);
  }

  private static Set<String> distinct(List<String> globs) {
    Set<String> distinct = new LinkedHashSet<>(globs);
    // a star alone stands for any word
    distinct.removeIf(glob -> !WordGlobs.any(glob));
    return distinct;
  }

  private FixedBitSet having(String glob) {
    return isPlain(glob)
        ? scope.literals().havingWord(glob)
        : scope.literals().havingWord(Glob.literalStart(glob), word -> Glob.matches(glob, word));
  }

  private static boolean isPlain(String glob) {
    return Glob.literalStart(glob).length() == glob.length();
  }

  /** What is open where {@code yes} is known to match. */
  private Verdict slots(FixedBitSet yes) {
    FixedBitSet open = scope.slotted().clone();
    open.andNot(yes);
    return new Verdict(yes, open);
  }

  /** That one word or glob, without any doubt. */
  private Clause exactly(String glob, Predicate<String> test, Query meaning) throws IOException {
    if (!isPrinted(glob)) {
      return word(glob, having(glob));
    }
    FixedBitSet yes = having(glob);
    Verdict slots = slots(yes);
    VerifiedClause.Check check =
        scope.inBody()
            ? checks.matching(scope.field(), test, meaning)
            : isPlain(glob) ? checks.number(glob) : checks.wordLike(glob);
    Clause verified = new VerifiedClause(slots, printed(glob, slots), check);
    return withTime(
        glob,
        yes,
        isPlain(glob) ? new AnyOfClause(List.of(listedWord(glob, slots), verified)) : verified);
  }

  /**
   * A word, or one that fits a glob, as far as lists can tell.
   *
   * @param yes the shapes of which nothing need be asked
   */
  private Clause word(String glob, FixedBitSet yes) throws IOException {
    Verdict slots = slots(yes);
    Clause listed = isPlain(glob) ? listedWord(glob, slots) : listedLike(glob, slots, false);
    return withTime(
        glob,
        yes,
        isPrinted(glob) ? new AnyOfClause(List.of(listed, printed(glob, slots))) : listed);
  }

  /** True when fingerprints may stand for such words. */
  private boolean isPrinted(String glob) throws IOException {
    return WordTerm.canFit(WordTerm.NUMBER, glob) && Fingerprints.of(reader).isPresent();
  }

  private Clause listedWord(String word, Verdict slots) throws IOException {
    Clause inBody = lists.of(slots, DocumentList.of(reader, WordTerm.of(word, true)));
    return scope.inBody()
        ? inBody
        : new AnyOfClause(
            List.of(inBody, lists.of(slots, DocumentList.of(reader, WordTerm.of(word, false)))));
  }

  private Clause listedLike(String glob, Verdict slots, boolean orCut) throws IOException {
    TextWords.Glob wanted = TextWords.glob(glob, scope.inBody());
    return lists.of(
        slots,
        DocumentList.of(
            reader,
            WordTerm.FIELD,
            wanted.prefixes(),
            orCut ? wanted.test().or(term -> term.length > Words.MAX_LENGTH) : wanted.test()));
  }

  /** Where such a number may stand. */
  private Clause printed(String glob, Verdict slots) throws IOException {
    if (!isPlain(glob)) {
      return new SettledClause(shapes.all());
    }
    Fingerprints prints = Fingerprints.of(reader).orElseThrow();
    return lists.of(slots, DocumentList.of(prints.candidates(Fingerprints.of(glob))));
  }

  private Clause withTime(String glob, FixedBitSet yes, Clause clause) {
    @Nullable TimeWord[] words = new TimeWord[shapes.times().size()];
    boolean any = false;
    for (int i = 0; i < words.length; i++) {
      words[i] = shapes.times().get(i).timeWord(glob);
      any |= words[i] != null;
    }
    if (!any) {
      return clause;
    }
    FixedBitSet open = scope.timed().clone();
    open.andNot(yes);
    for (int ordinal = 0; ordinal < shapes.size(); ordinal++) {
      if (open.get(ordinal) && words[shapes.timeOf(ordinal)] == null) {
        open.clear(ordinal);
      }
    }
    return new AnyOfClause(List.of(clause, new TimeClause(shapes, order, words, open)));
  }
}
