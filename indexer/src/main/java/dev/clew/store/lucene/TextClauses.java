// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Glob;
import dev.clew.query.Query;
import dev.clew.query.WordGlobs;
import dev.clew.query.Words;
import dev.clew.store.lucene.print.Fingerprints;
import dev.clew.store.row.TimeWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Words in the whole text of events. A word stands in a literal of the shape, in a slot or a
 * further piece, which lists tell, or in the written time.
 */
final class TextClauses {
  private final LeafReader reader;
  private final SegmentShapes shapes;
  private final EventChecks checks;
  private final Lists lists;
  private final SegmentOrder order;

  TextClauses(LeafReader reader, SegmentShapes shapes, EventChecks checks, Lists lists)
      throws IOException {
    this.reader = reader;
    this.shapes = shapes;
    this.checks = checks;
    this.lists = lists;
    this.order = new SegmentOrder(reader);
  }

  /**
   * Several words.
   *
   * @param anywhere all of them stand in the text
   * @param outside one of them stands outside the literals of the shape
   */
  record Said(Clause anywhere, Clause outside) {}

  Clause phrase(Query.Phrase phrase) throws IOException {
    List<String> words = Words.of(phrase.text());
    if (words.isEmpty()) {
      return new VerifiedClause(
          Verdict.of(shapes.havingText(Words.fold(phrase.text())), shapes.all()),
          new SettledClause(shapes.all()),
          checks.matching(phrase));
    }
    if (words.size() == 1) {
      return word(words.get(0), shapes.havingWord(words.get(0)), true);
    }
    Said said = said(words);
    return new VerifiedClause(
        Verdict.of(shapes.havingPhrase(words), shapes.all()),
        new AllOfClause(List.of(said.anywhere(), said.outside())),
        checks.matching(phrase));
  }

  Clause wildcard(Query.Wildcard wildcard) throws IOException {
    List<String> globs = WordGlobs.of(wildcard.pattern());
    if (globs.size() == 1) {
      return word(globs.get(0), having(globs.get(0)), true);
    }
    Said said = said(globs);
    return new VerifiedClause(
        Verdict.of(shapes.none(), shapes.all()), said.anywhere(), checks.matching(wildcard));
  }

  /** All of {@code words} stand in the text; there is at least one. */
  Clause saying(List<String> words) throws IOException {
    return said(words).anywhere();
  }

  Said saying(Query.Phrase phrase) throws IOException {
    return said(Words.of(phrase.text()));
  }

  Said saying(Query.Wildcard wildcard) throws IOException {
    return said(WordGlobs.of(wildcard.pattern()));
  }

  /** Folded words or globs; where there are none, every event says them. */
  private Said said(List<String> globs) throws IOException {
    List<Clause> anywhere = new ArrayList<>();
    List<Clause> outside = new ArrayList<>();
    for (String glob : new LinkedHashSet<>(globs)) {
      if (WordGlobs.any(glob)) {
        anywhere.add(word(glob, having(glob), false));
        outside.add(word(glob, shapes.none(), false));
      }
    }
    if (outside.size() < new LinkedHashSet<>(globs).size() || globs.isEmpty()) {
      // what stands for any word, or is none, may be anywhere
      outside.add(new SettledClause(shapes.all()));
    }
    if (anywhere.isEmpty()) {
      anywhere.add(new SettledClause(shapes.all()));
    }
    return new Said(new AllOfClause(anywhere), new AnyOfClause(outside));
  }

  private FixedBitSet having(String glob) {
    String start = Glob.literalStart(glob);
    return start.length() == glob.length()
        ? shapes.havingWord(glob)
        : shapes.havingWord(start, word -> Glob.matches(glob, word));
  }

  /**
   * A word, or one that fits a glob.
   *
   * @param yes the shapes of which nothing need be asked
   * @param exact false when it may also match where only something like it stands
   */
  private Clause word(String glob, FixedBitSet yes, boolean exact) throws IOException {
    FixedBitSet slotted = shapes.slotted();
    slotted.andNot(yes);
    Clause slots =
        Glob.literalStart(glob).length() == glob.length()
            ? slotWord(glob, new Verdict(yes, slotted), exact)
            : slotWordLike(glob, new Verdict(yes, slotted));
    Clause time = time(glob, yes);
    return time == null ? slots : new AnyOfClause(List.of(slots, time));
  }

  private Clause slotWord(String word, Verdict verdict, boolean exact) throws IOException {
    if (WordTerm.classOf(word) != WordTerm.NUMBER) {
      Term term = WordTerm.of(word);
      return lists.of(verdict, DocumentList.of(reader, term));
    }
    Optional<Fingerprints> prints = Fingerprints.of(reader);
    if (prints.isEmpty()) {
      return new SettledClause(verdict.yes());
    }
    Clause near =
        lists.of(verdict, DocumentList.of(prints.get().candidates(Fingerprints.of(word))));
    return exact && !near.verdict().isDecided()
        ? new VerifiedClause(verdict, near, checks.number(word))
        : near;
  }

  private Clause slotWordLike(String glob, Verdict verdict) throws IOException {
    if (WordTerm.canFit(WordTerm.NUMBER, glob) && Fingerprints.of(reader).isPresent()) {
      return new VerifiedClause(verdict, new SettledClause(shapes.all()), checks.wordLike(glob));
    }
    TextWords.Glob wanted = TextWords.glob(glob);
    return lists.of(
        verdict, DocumentList.of(reader, WordTerm.FIELD, wanted.prefixes(), wanted.test()));
  }

  private @Nullable Clause time(String glob, FixedBitSet yes) {
    @Nullable TimeWord[] words = new TimeWord[shapes.times().size()];
    boolean any = false;
    for (int i = 0; i < words.length; i++) {
      words[i] = shapes.times().get(i).timeWord(glob);
      any |= words[i] != null;
    }
    if (!any) {
      return null;
    }
    FixedBitSet open = shapes.none();
    for (int ordinal = 0; ordinal < shapes.size(); ordinal++) {
      int time = shapes.timeOf(ordinal);
      if (time >= 0 && words[time] != null && !yes.get(ordinal)) {
        open.set(ordinal);
      }
    }
    return new TimeClause(shapes, order, words, open);
  }
}
