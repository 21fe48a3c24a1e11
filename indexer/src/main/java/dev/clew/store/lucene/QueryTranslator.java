// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Query;
import dev.clew.query.WordGlobs;
import dev.clew.query.Words;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Finds for each query the Lucene query with exactly its events.
 *
 * <p>Words and phrases are answered by postings; tests of fields by testing each different value
 * once ({@link FieldValues}); what neither can decide is verified on the stored events.
 */
final class QueryTranslator {
  private QueryTranslator() {}

  /** The Lucene query that matches the documents of the events that {@code query} matches. */
  static org.apache.lucene.search.Query translate(Query query) {
    return switch (query) {
      case Query.All all -> MatchAllDocsQuery.INSTANCE;
      case Query.Phrase phrase -> phrase(phrase);
      case Query.Wildcard wildcard -> wildcard(wildcard);
      case Query.Regex regex -> new VerifiedQuery(candidates(regex.field()), regex);
      case Query.Is is -> is(is);
      case Query.Pair pair -> pair(pair);
      case Query.Like like -> FieldValues.like(like);
      case Query.Exists exists -> FieldValues.exists(exists.field());
      case Query.Compare compare -> FieldValues.compare(compare);
      case Query.Between between -> FieldValues.between(between);
      case Query.And and -> and(and);
      case Query.Or or -> or(or);
      case Query.Not not -> not(not);
    };
  }

  private static org.apache.lucene.search.Query phrase(Query.Phrase phrase) {
    boolean text = phrase.field().isEmpty();
    if (!text && !phrase.field().equals(Columns.BODY)) {
      return FieldValues.fitting(phrase.field(), "", phrase::fits, phrase);
    }
    List<String> words = Words.of(phrase.text());
    return text && !words.isEmpty() ? words(words) : new VerifiedQuery(words(words), phrase);
  }

  private static org.apache.lucene.search.Query wildcard(Query.Wildcard wildcard) {
    boolean text = wildcard.field().isEmpty();
    if (!text && !wildcard.field().equals(Columns.BODY)) {
      return FieldValues.fitting(wildcard.field(), "", wildcard::fits, wildcard);
    }
    List<String> globs = WordGlobs.of(wildcard.pattern());
    BooleanQuery.Builder each = new BooleanQuery.Builder();
    for (String glob : globs) {
      each.add(TextWords.like(glob), Occur.FILTER);
    }
    return text && globs.size() == 1
        ? TextWords.like(globs.get(0))
        : new VerifiedQuery(each.build(), wildcard);
  }

  private static org.apache.lucene.search.Query is(Query.Is is) {
    if (is.field().equals(Columns.BODY)) {
      return new VerifiedQuery(words(Words.of(is.value())), is);
    }
    Term term = ValueTerm.of(Columns.canonical(is.field()), is.value());
    org.apache.lucene.search.Query found = new TermQuery(term);
    return ValueTerm.isExact(term.bytes()) ? found : new VerifiedQuery(found, is);
  }

  /** Events without the attribute are looked at if the words of name and value stand in them. */
  private static org.apache.lucene.search.Query pair(Query.Pair pair) {
    List<String> words = new ArrayList<>(Words.of(pair.name()));
    words.addAll(Words.of(pair.value()));
    org.apache.lucene.search.Query said =
        new BooleanQuery.Builder()
            .add(words(words), Occur.FILTER)
            .add(FieldValues.exists(pair.name()), Occur.MUST_NOT)
            .build();
    return new BooleanQuery.Builder()
        .add(is(new Query.Is(pair.name(), pair.value())), Occur.SHOULD)
        .add(new VerifiedQuery(said, pair), Occur.SHOULD)
        .build();
  }

  private static org.apache.lucene.search.Query and(Query.And and) {
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

  private static org.apache.lucene.search.Query or(Query.Or or) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    or.parts().forEach(part -> any.add(translate(part), Occur.SHOULD));
    return any.build();
  }

  private static org.apache.lucene.search.Query not(Query.Not not) {
    if (not.part() instanceof Query.All) {
      return MatchNoDocsQuery.INSTANCE;
    }
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(translate(not.part()), Occur.MUST_NOT)
        .build();
  }

  /** Events whose values of the field might fit an expression. */
  private static org.apache.lucene.search.Query candidates(String field) {
    return field.isEmpty() ? MatchAllDocsQuery.INSTANCE : FieldValues.exists(field);
  }

  /** Events in whose text the words stand side by side; all events for no words. */
  private static org.apache.lucene.search.Query words(List<String> words) {
    if (words.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    if (words.size() == 1) {
      return new TermQuery(WordTerm.of(words.get(0)));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    words.forEach(word -> phrase.add(WordTerm.of(word)));
    return phrase.build();
  }
}
