// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Glob;
import dev.clew.query.Query;
import dev.clew.query.Words;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/** Finds events by tests of the values of a field; each different value is tested once. */
final class FieldValues {
  private static final int MAX_LITERAL = 64;

  private FieldValues() {}

  static org.apache.lucene.search.Query like(Query.Like like) {
    return fitting(like.field(), Glob.literalStart(Words.fold(like.glob())), like::fits, like);
  }

  static org.apache.lucene.search.Query compare(Query.Compare compare) {
    return fitting(compare.field(), "", compare::fits, compare);
  }

  static org.apache.lucene.search.Query between(Query.Between between) {
    return fitting(between.field(), "", between::fits, between);
  }

  /** The events that have the field. */
  static org.apache.lucene.search.Query exists(String field) {
    String name = Columns.canonical(field);
    if (name.equals(Columns.BODY)) {
      return MatchAllDocsQuery.INSTANCE;
    }
    return Columns.isSingle(name) || name.equals(Columns.EXCEPTION)
        ? new FieldExistsQuery(Columns.of(name))
        : new TermQuery(ValueTerm.has(name));
  }

  /**
   * The events with a value of {@code field} that passes {@code test}, which must not depend on
   * case. Only values that start with the folded {@code start} can pass.
   */
  static org.apache.lucene.search.Query fitting(
      String field, String start, Predicate<String> test, Query meaning) {
    String name = Columns.canonical(field);
    if (name.equals(Columns.BODY)) {
      return new VerifiedQuery(MatchAllDocsQuery.INSTANCE, meaning);
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
                new DictionaryQuery(ValueTerm.FIELD, prefixes, inexact, "long values"), meaning),
            Occur.SHOULD)
        .build();
  }
}
