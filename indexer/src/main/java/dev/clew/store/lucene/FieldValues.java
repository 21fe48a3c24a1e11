// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Glob;
import dev.clew.query.Query;
import dev.clew.query.Words;
import dev.clew.store.lucene.print.Fingerprints;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/** Finds events by tests of the values of a field; each different value is tested once. */
final class FieldValues {
  private static final int MAX_LITERAL = 64;

  private final SegmentCache cache;
  private final Patience patience;

  FieldValues(SegmentCache cache, Patience patience) {
    this.cache = cache;
    this.patience = patience;
  }

  org.apache.lucene.search.Query like(Query.Like like) {
    return fitting(like.field(), Glob.literalStart(Words.fold(like.glob())), like::fits, like);
  }

  org.apache.lucene.search.Query compare(Query.Compare compare) {
    return fitting(compare.field(), "", compare::fits, compare);
  }

  org.apache.lucene.search.Query between(Query.Between between) {
    return fitting(between.field(), "", between::fits, between);
  }

  org.apache.lucene.search.Query is(Query.Is is) {
    String name = Columns.canonical(is.field());
    Term term = ValueTerm.of(name, is.value());
    org.apache.lucene.search.Query found = new TermQuery(term);
    return new BooleanQuery.Builder()
        .add(
            ValueTerm.isExact(term.bytes()) ? found : new VerifiedQuery(cache, patience, found, is),
            Occur.SHOULD)
        .add(
            new VerifiedQuery(
                cache,
                patience,
                new BooleanQuery.Builder()
                    .add(wide(name), Occur.FILTER)
                    .add(
                        new PrintQuery(Fingerprints.ofValue(name, Words.fold(is.value()))),
                        Occur.FILTER)
                    .build(),
                is),
            Occur.SHOULD)
        .build();
  }

  /** The events that have the field, of those whose shape does not say. */
  static org.apache.lucene.search.Query exists(String field) {
    return new TermQuery(ValueTerm.has(Columns.canonical(field)));
  }

  /** The events whose value of the field only their row holds. */
  private static org.apache.lucene.search.Query wide(String canonical) {
    return new TermQuery(ValueTerm.wide(canonical));
  }

  /**
   * The events with a value of {@code field} that passes {@code test}, which must not depend on
   * case. Only values that start with the folded {@code start} can pass.
   */
  org.apache.lucene.search.Query fitting(
      String field, String start, Predicate<String> test, Query meaning) {
    String name = Columns.canonical(field);
    if (name.equals(Columns.BODY)) {
      return new VerifiedQuery(cache, patience, MatchAllDocsQuery.INSTANCE, meaning);
    }
    BytesRefBuilder prefix = ValueTerm.prefix(name);
    int valueStart = prefix.length();
    if (start.length() <= MAX_LITERAL && !Utf16.hasLoneSurrogate(start)) {
      prefix.append(new BytesRef(start));
    }
    List<BytesRef> prefixes = List.of(prefix.toBytesRef());
    Predicate<BytesRef> fits =
        term -> ValueTerm.isExact(term) && test.test(ValueTerm.value(term, valueStart));
    Predicate<BytesRef> inexact = term -> !ValueTerm.isExact(term);
    return new BooleanQuery.Builder()
        .add(new DictionaryQuery(ValueTerm.FIELD, prefixes, fits, meaning.toString()), Occur.SHOULD)
        .add(
            new VerifiedQuery(
                cache,
                patience,
                new DictionaryQuery(ValueTerm.FIELD, prefixes, inexact, "long values"),
                meaning),
            Occur.SHOULD)
        .add(new VerifiedQuery(cache, patience, wide(name), meaning), Occur.SHOULD)
        .build();
  }
}
