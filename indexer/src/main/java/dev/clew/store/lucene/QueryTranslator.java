// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Glob;
import dev.clew.query.Query;
import dev.clew.query.WordGlobs;
import dev.clew.query.Words;
import dev.clew.store.lucene.print.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Finds for each query the Lucene query with exactly its events.
 *
 * <p>What shapes decide is asked of shapes ({@link ShapeQuery}), the rest of postings; what neither
 * decides is verified on the stored events.
 */
final class QueryTranslator {
  private final SegmentCache cache;
  private final Patience patience;
  private final FieldValues fields;

  QueryTranslator(SegmentCache cache, Patience patience) {
    this.cache = cache;
    this.patience = patience;
    this.fields = new FieldValues(cache, patience);
  }

  /** The Lucene query that matches the documents of the events that {@code query} matches. */
  org.apache.lucene.search.Query translate(Query query) {
    return switch (query) {
      case Query.All all -> MatchAllDocsQuery.INSTANCE;
      case Query.Phrase phrase -> shaped(phrase, phrase(phrase));
      case Query.Wildcard wildcard -> shaped(wildcard, wildcard(wildcard));
      case Query.Regex regex ->
          shaped(regex, new VerifiedQuery(cache, patience, candidates(regex.field()), regex));
      case Query.Is is -> shaped(is, is(is));
      case Query.Pair pair -> shaped(pair, pair(pair));
      case Query.Like like -> shaped(like, fields.like(like));
      case Query.Exists exists -> shaped(exists, FieldValues.exists(exists.field()));
      case Query.Compare compare -> shaped(compare, fields.compare(compare));
      case Query.Between between -> shaped(between, fields.between(between));
      case Query.And and -> and(and);
      case Query.Or or -> or(or);
      case Query.Not not -> not(not);
    };
  }

  /**
   * The documents that match, of shapes that {@code query} does not decide: of others it may leave
   * some out. A question of one part needs no look at shapes then.
   */
  org.apache.lucene.search.Query undecided(Query query) {
    return query instanceof Query.Phrase phrase ? phrase(phrase) : translate(query);
  }

  /** The documents of shapes that decide for {@code meaning}, and {@code found} of the others. */
  private org.apache.lucene.search.Query shaped(
      Query meaning, org.apache.lucene.search.Query found) {
    return any(
        ShapeQuery.yes(cache, meaning),
        new BooleanQuery.Builder()
            .add(ShapeQuery.maybe(cache, meaning), Occur.FILTER)
            .add(found, Occur.FILTER)
            .build());
  }

  private org.apache.lucene.search.Query phrase(Query.Phrase phrase) {
    boolean text = phrase.field().isEmpty();
    if (!text && !phrase.field().equals(Columns.BODY)) {
      return fields.fitting(phrase.field(), "", phrase::fits, phrase);
    }
    List<String> words = Words.of(phrase.text());
    if (!text || words.isEmpty()) {
      return new VerifiedQuery(cache, patience, words(words), phrase);
    }
    if (words.size() == 1) {
      return slotWord(words.get(0));
    }
    // a shape that does not decide has one of the words in a slot
    BooleanQuery.Builder one = new BooleanQuery.Builder();
    for (String word : Set.copyOf(words)) {
      one.add(mayHold(word), Occur.SHOULD);
      one.add(new TimeWordQuery(cache, word), Occur.SHOULD);
    }
    return new VerifiedQuery(cache, patience, one.build(), phrase);
  }

  private org.apache.lucene.search.Query wildcard(Query.Wildcard wildcard) {
    boolean text = wildcard.field().isEmpty();
    if (!text && !wildcard.field().equals(Columns.BODY)) {
      return fields.fitting(wildcard.field(), "", wildcard::fits, wildcard);
    }
    List<String> globs = WordGlobs.of(wildcard.pattern());
    if (text && globs.size() == 1) {
      return slotWordLike(globs.get(0));
    }
    BooleanQuery.Builder each = new BooleanQuery.Builder();
    for (String glob : globs) {
      if (!WordGlobs.any(glob)) {
        // a star between separators is any word
        continue;
      }
      each.add(shaped(new Query.Wildcard(Query.TEXT, glob), slotWordLike(glob)), Occur.FILTER);
    }
    return new VerifiedQuery(cache, patience, each.build(), wildcard);
  }

  private org.apache.lucene.search.Query is(Query.Is is) {
    if (is.field().equals(Columns.BODY)) {
      return new VerifiedQuery(cache, patience, words(Words.of(is.value())), is);
    }
    return fields.is(is);
  }

  /** Events without the attribute are looked at if the words of name and value stand in them. */
  private org.apache.lucene.search.Query pair(Query.Pair pair) {
    List<String> words = new ArrayList<>(Words.of(pair.name()));
    words.addAll(Words.of(pair.value()));
    org.apache.lucene.search.Query said =
        new BooleanQuery.Builder()
            .add(words(words), Occur.FILTER)
            .add(translate(new Query.Exists(pair.name())), Occur.MUST_NOT)
            .build();
    return any(
        translate(new Query.Is(pair.name(), pair.value())),
        new VerifiedQuery(cache, patience, said, pair));
  }

  private org.apache.lucene.search.Query and(Query.And and) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean positive = false;
    for (Query part : and.parts()) {
      if (part instanceof Query.Not not) {
        all.add(translate(not.part()), Occur.MUST_NOT);
      } else {
        all.add(translate(part), Occur.FILTER);
        positive = true;
      }
    }
    if (!positive) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return all.build();
  }

  private org.apache.lucene.search.Query or(Query.Or or) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    or.parts().forEach(part -> any.add(translate(part), Occur.SHOULD));
    return any.build();
  }

  private org.apache.lucene.search.Query not(Query.Not not) {
    if (not.part() instanceof Query.All) {
      return MatchNoDocsQuery.INSTANCE;
    }
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(translate(not.part()), Occur.MUST_NOT)
        .build();
  }

  /** Events whose values of the field might fit an expression. */
  private org.apache.lucene.search.Query candidates(String field) {
    return field.isEmpty() ? MatchAllDocsQuery.INSTANCE : translate(new Query.Exists(field));
  }

  /** Events in whose text all of the words stand; all events for no words. */
  private org.apache.lucene.search.Query words(List<String> words) {
    if (words.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : Set.copyOf(words)) {
      all.add(
          shaped(
              new Query.Phrase(Query.TEXT, word),
              any(mayHold(word), new TimeWordQuery(cache, word))),
          Occur.FILTER);
    }
    return all.build();
  }

  /** Events with the word outside the literals of their shape. */
  private org.apache.lucene.search.Query slotWord(String word) {
    org.apache.lucene.search.Query found = mayHold(word);
    return any(
        isNumber(word) ? VerifiedQuery.number(cache, patience, found, word) : found,
        new TimeWordQuery(cache, word));
  }

  /** Events that may have the word outside the literals of their shape, their time not counted. */
  private static org.apache.lucene.search.Query mayHold(String word) {
    return isNumber(word)
        ? new PrintQuery(Fingerprints.of(word))
        : new TermQuery(WordTerm.of(word));
  }

  private org.apache.lucene.search.Query slotWordLike(String glob) {
    if (Glob.literalStart(glob).length() == glob.length()) {
      return slotWord(glob);
    }
    org.apache.lucene.search.Query found =
        WordTerm.canFit(WordTerm.NUMBER, glob)
            ? VerifiedQuery.wordLike(cache, patience, MatchAllDocsQuery.INSTANCE, glob)
            : TextWords.like(glob);
    return any(found, new TimeWordQuery(cache, glob));
  }

  private static boolean isNumber(String word) {
    return WordTerm.classOf(word) == WordTerm.NUMBER;
  }

  private static org.apache.lucene.search.Query any(
      org.apache.lucene.search.Query one, org.apache.lucene.search.Query other) {
    return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
  }
}
