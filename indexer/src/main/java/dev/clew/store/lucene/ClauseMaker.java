// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Query;
import dev.clew.query.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.FixedBitSet;

/** Makes of a query what is asked of one segment. One thread. */
final class ClauseMaker {
  private final SegmentShapes shapes;
  private final TextClauses text;
  private final FieldClauses fields;
  private final EventChecks checks;
  private final Lists lists;

  ClauseMaker(LeafReader reader, SegmentShapes shapes, Patience patience) throws IOException {
    this.shapes = shapes;
    this.checks = new EventChecks(reader, shapes, patience);
    this.lists = new Lists(reader);
    this.text = new TextClauses(reader, shapes, checks, lists);
    this.fields = new FieldClauses(reader, shapes, checks, lists);
  }

  /** What {@code query} asks. */
  Clause of(Query query) throws IOException {
    return switch (query) {
      case Query.All all -> new SettledClause(shapes.all());
      case Query.Phrase phrase ->
          phrase.field().isEmpty()
              ? text.phrase(phrase)
              : phrase.field().equals(Columns.BODY)
                  ? body(phrase, text.saying(phrase), phrase::fits)
                  : fields.fitting(phrase.field(), "", phrase::fits, phrase);
      case Query.Wildcard wildcard ->
          wildcard.field().isEmpty()
              ? text.wildcard(wildcard)
              : wildcard.field().equals(Columns.BODY)
                  ? body(wildcard, text.saying(wildcard), wildcard::fits)
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

  private Clause is(Query.Is is) throws IOException {
    if (!is.field().equals(Columns.BODY)) {
      return fields.is(is);
    }
    String folded = Words.fold(is.value());
    List<String> words = Words.of(is.value());
    Clause said = words.isEmpty() ? new SettledClause(shapes.all()) : text.saying(words);
    return new VerifiedClause(
        fields.verdict(Columns.BODY, value -> Words.fold(value).equals(folded)),
        said,
        checks.matching(is));
  }

  private Clause regex(Query.Regex regex) throws IOException {
    String field = regex.field();
    if (field.isEmpty()) {
      return new VerifiedClause(
          Verdict.of(shapes.none(), shapes.all()),
          new SettledClause(shapes.all()),
          checks.matching(regex));
    }
    Verdict known = fields.verdict(field, regex::fits);
    return known.isDecided()
        ? new SettledClause(known.yes())
        : new VerifiedClause(known, fields.exists(field), checks.matching(regex));
  }

  /**
   * Words in the message, which mostly is part of the text: there the literals of the text that lie
   * in it tell, or a word outside the literals makes the event worth a look.
   */
  private Clause body(
      Query meaning, TextClauses.Said said, java.util.function.Predicate<String> test) {
    Verdict values = fields.verdict(Columns.BODY, test);
    FixedBitSet yes = values.yes().clone();
    FixedBitSet apart = shapes.none();
    FixedBitSet possible = said.anywhere().verdict().possible();
    for (int ordinal = 0; ordinal < shapes.size(); ordinal++) {
      if (possible.get(ordinal) && values.maybe().get(ordinal)) {
        List<String> pieces = shapes.shape(ordinal).bodyLiterals();
        if (pieces == null) {
          apart.set(ordinal);
        } else if (pieces.stream().anyMatch(test)) {
          yes.set(ordinal);
        }
      }
    }
    Clause candidates =
        new AllOfClause(
            List.of(
                said.anywhere(),
                new AnyOfClause(List.of(said.outside(), new SettledClause(apart)))));
    return new VerifiedClause(
        Verdict.of(yes, values.maybe().clone()), candidates, checks.matching(meaning));
  }

  /** Events without the attribute are looked at if the words of name and value stand in them. */
  private Clause pair(Query.Pair pair) throws IOException {
    List<String> words = new ArrayList<>(Words.of(pair.name()));
    words.addAll(Words.of(pair.value()));
    List<Clause> said = new ArrayList<>();
    said.add(new NotClause(fields.exists(pair.name()), shapes.all()));
    if (!words.isEmpty()) {
      said.add(text.saying(words));
    }
    Clause loose =
        new VerifiedClause(
            Verdict.of(shapes.none(), shapes.all()), new AllOfClause(said), checks.matching(pair));
    return new AnyOfClause(List.of(fields.is(new Query.Is(pair.name(), pair.value())), loose));
  }
}
