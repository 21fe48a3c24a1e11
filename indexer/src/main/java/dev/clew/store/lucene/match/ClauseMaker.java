// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.query.Query;
import dev.clew.query.Words;
import dev.clew.store.lucene.segment.Patience;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.RegexWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;

/** Makes of a query what is asked of one segment. One thread. */
public final class ClauseMaker {
  private final LeafReader reader;
  private final SegmentShapes shapes;
  private final FieldClauses fields;
  private final EventChecks checks;
  private final Lists lists;

  public ClauseMaker(LeafReader reader, SegmentShapes shapes, Patience patience) {
    this.reader = reader;
    this.shapes = shapes;
    this.checks = new EventChecks(reader, shapes, patience);
    this.lists = new Lists(reader);
    this.fields = new FieldClauses(reader, shapes, checks, lists);
  }

  /** What {@code query} asks. */
  public Clause of(Query query) throws IOException {
    return switch (query) {
      case Query.All all -> new SettledClause(shapes.all());
      case Query.Phrase phrase ->
          isWords(phrase.field())
              ? phrase(phrase)
              : fields.fitting(phrase.field(), "", phrase::fits, phrase);
      case Query.Wildcard wildcard ->
          isWords(wildcard.field())
              ? words(wildcard.field()).wildcard(wildcard)
              : fields.fitting(wildcard.field(), "", wildcard::fits, wildcard);
      case Query.Regex regex -> regex(regex);
      case Query.Is is -> is(is);
      case Query.Pair pair -> pair(pair);
      case Query.Like like -> fields.like(like);
      case Query.Exists exists -> fields.exists(exists.field());
      case Query.Compare compare -> fields.fitting(compare.field(), "", compare::fits, compare);
      case Query.Between between -> fields.fitting(between.field(), "", between::fits, between);
      case Query.And and -> new AllOfClause(each(and.parts()));
      case Query.Or or -> new AnyOfClause(each(or.parts()));
      case Query.Not not -> not(not.part());
    };
  }

  private Clause not(Query part) throws IOException {
    lists.startNot();
    Clause clause = new NotClause(of(part), shapes.all());
    lists.endNot();
    return clause;
  }

  private List<Clause> each(List<Query> parts) throws IOException {
    List<Clause> clauses = new ArrayList<>(parts.size());
    for (Query part : parts) {
      clauses.add(of(part));
    }
    return clauses;
  }

  private static boolean isWords(String field) {
    return field.isEmpty() || field.equals(Columns.BODY);
  }

  private TextClauses words(String field) throws IOException {
    WordScope scope = field.isEmpty() ? WordScope.text(shapes) : WordScope.body(shapes);
    return new TextClauses(reader, shapes, checks, lists, scope);
  }

  private Clause phrase(Query.Phrase phrase) throws IOException {
    if (Words.any(phrase.text())) {
      return words(phrase.field()).phrase(phrase);
    }
    Verdict verdict =
        phrase.field().isEmpty()
            ? Verdict.of(shapes.havingText(Words.fold(phrase.text())), shapes.all())
            : fields.verdict(phrase.field(), phrase::fits);
    return new VerifiedClause(verdict, new SettledClause(shapes.all()), checks.matching(phrase));
  }

  private Clause is(Query.Is is) throws IOException {
    if (!is.field().equals(Columns.BODY)) {
      return fields.is(is);
    }
    String folded = Words.fold(is.value());
    Predicate<String> test = value -> Words.fold(value).equals(folded);
    return new VerifiedClause(
        fields.verdict(Columns.BODY, test),
        words(Columns.BODY).anywhere(Words.of(is.value())),
        checks.matching(Columns.BODY, test, is));
  }

  private Clause regex(Query.Regex regex) throws IOException {
    String field = regex.field();
    Verdict known =
        field.isEmpty()
            ? Verdict.of(shapes.none(), shapes.all())
            : fields.verdict(field, regex::fits);
    if (known.isDecided()) {
      return new SettledClause(known.yes());
    }
    Clause candidates =
        isWords(field)
            ? words(field).near(RegexWords.of(regex.expression()))
            : fields.exists(field);
    return new VerifiedClause(known, candidates, checks.matching(field, regex::fits, regex));
  }

  /** Events without the attribute are looked at if the words of name and value stand in them. */
  private Clause pair(Query.Pair pair) throws IOException {
    List<String> words = new ArrayList<>(Words.of(pair.name()));
    words.addAll(Words.of(pair.value()));
    Clause without = not(new Query.Exists(pair.name()));
    Clause said = new AllOfClause(List.of(without, words(Query.TEXT).anywhere(words)));
    Clause loose =
        new VerifiedClause(Verdict.of(shapes.none(), shapes.all()), said, checks.matching(pair));
    return new AnyOfClause(List.of(fields.is(new Query.Is(pair.name(), pair.value())), loose));
  }
}
