// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.query.FieldKind;
import dev.clew.query.Glob;
import dev.clew.query.Query;
import dev.clew.query.Words;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ShapeFields;
import dev.clew.store.lucene.term.Utf16;
import dev.clew.store.lucene.term.ValueTerm;
import dev.clew.store.row.Shape;
import dev.clew.store.row.ShapeField;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/** Values of fields: those the shape holds, those in lists, those that only the event holds. */
final class FieldClauses {
  private static final int MAX_LITERAL = 64;

  private final LeafReader reader;
  private final SegmentShapes shapes;
  private final EventChecks checks;
  private final Lists lists;
  private final RowValues rows;

  FieldClauses(LeafReader reader, SegmentShapes shapes, EventChecks checks, Lists lists) {
    this.reader = reader;
    this.shapes = shapes;
    this.checks = checks;
    this.lists = lists;
    this.rows = new RowValues(reader, lists);
  }

  /** What shapes say of a test of the values of a field. */
  Verdict verdict(String name, Predicate<String> each) {
    String field = Columns.canonical(name);
    // many shapes have few values
    Map<String, Boolean> known = new HashMap<>();
    return verdictOf(field, value -> known.computeIfAbsent(value, each::test));
  }

  private Verdict verdictOf(String field, Predicate<String> test) {
    if (FieldKind.of(field) == FieldKind.ATTRIBUTE) {
      return Verdict.of(
          shapes.where(
              shape -> shape.decidesAttribute(field) && passes(shape.attribute(field), test)),
          shapes.where(shape -> !shape.decidesAttribute(field)));
    }
    if (FieldKind.of(field) == FieldKind.LEVEL) {
      return Verdict.of(
          shapes.where(shape -> passes(ShapeFields.level(shape), test)), shapes.none());
    }
    ShapeField known = ShapeFields.part(field);
    if (known != null) {
      return Verdict.of(shapes.having(known, test), shapes.open(known));
    }
    boolean exceptions = field.equals(Columns.EXCEPTION) || field.equals(Columns.FRAME);
    return Verdict.of(shapes.none(), exceptions ? shapes.where(Shape::hasException) : shapes.all());
  }

  Clause exists(String name) throws IOException {
    String field = Columns.canonical(name);
    Verdict verdict = existing(field);
    if (verdict.isDecided()) {
      return new SettledClause(verdict.yes());
    }
    VerifiedClause.Check check = checks.matching(new Query.Exists(field));
    return withRows(
        listed(verdict, ValueTerm.has(field)), verdict, rows.rare(verdict, field), check);
  }

  /** What is {@code found} in lists, and what may be found in {@code rows} and holds. */
  private static Clause withRows(
      Clause found, Verdict verdict, Optional<Clause> rows, VerifiedClause.Check check) {
    return rows.isEmpty()
        ? found
        : new AnyOfClause(List.of(found, new VerifiedClause(verdict, rows.get(), check)));
  }

  private Verdict existing(String field) {
    if (FieldKind.of(field) == FieldKind.ATTRIBUTE) {
      return Verdict.of(
          shapes.where(shape -> shape.hasAttribute(field)), shapes.where(Shape::isOpen));
    }
    return switch (field) {
      case "file" -> Verdict.of(shapes.all(), shapes.none());
      case Columns.EXCEPTION -> Verdict.of(shapes.where(Shape::hasException), shapes.none());
      case Columns.FRAME -> Verdict.of(shapes.none(), shapes.where(Shape::hasException));
      default -> {
        ShapeField known = ShapeFields.part(field);
        yield Verdict.of(
            shapes.where(
                shape -> known == null ? ShapeFields.level(shape) != null : shape.has(known)),
            shapes.none());
      }
    };
  }

  Clause like(Query.Like like) throws IOException {
    return fitting(like.field(), Glob.literalStart(Words.fold(like.glob())), like::fits, like);
  }

  Clause is(Query.Is is) throws IOException {
    String folded = Words.fold(is.value());
    Predicate<String> test = value -> Words.fold(value).equals(folded);
    Verdict verdict = verdict(is.field(), test);
    if (verdict.isDecided()) {
      return new SettledClause(verdict.yes());
    }
    String name = Columns.canonical(is.field());
    Term term = ValueTerm.of(name, is.value());
    Clause found = listed(verdict, term);
    VerifiedClause.Check check = checks.matching(name, test, is);
    if (!ValueTerm.isExact(term.bytes())) {
      found = new VerifiedClause(verdict, found, check);
    }
    return withRows(found, verdict, rows.equal(verdict, name, folded), check);
  }

  /**
   * The events with a value of {@code field}, not the message, that passes {@code test}, which must
   * not depend on case. Only values that start with the folded {@code start} can pass.
   */
  Clause fitting(String field, String start, Predicate<String> test, Query meaning)
      throws IOException {
    Verdict verdict = verdict(field, test);
    if (verdict.isDecided()) {
      return new SettledClause(verdict.yes());
    }
    String name = Columns.canonical(field);
    if (name.equals(Columns.BODY)) {
      return new VerifiedClause(
          verdict, new SettledClause(shapes.all()), checks.matching(name, test, meaning));
    }
    BytesRefBuilder prefix = ValueTerm.prefix(name);
    int valueStart = prefix.length();
    if (start.length() <= MAX_LITERAL && !Utf16.hasLoneSurrogate(start)) {
      prefix.append(new BytesRef(start));
    }
    List<BytesRef> prefixes = List.of(prefix.toBytesRef());
    DocumentList fits =
        DocumentList.of(
            reader,
            ValueTerm.FIELD,
            prefixes,
            term -> ValueTerm.isExact(term) && test.test(ValueTerm.value(term, valueStart)));
    DocumentList inexact =
        DocumentList.of(reader, ValueTerm.FIELD, prefixes, term -> !ValueTerm.isExact(term));
    VerifiedClause.Check check = checks.matching(name, test, meaning);
    Clause found =
        new AnyOfClause(
            List.of(
                lists.of(verdict, fits),
                new VerifiedClause(verdict, lists.of(verdict, inexact), check)));
    return withRows(found, verdict, rows.any(verdict, name), check);
  }

  private Clause listed(Verdict verdict, Term term) throws IOException {
    return lists.of(verdict, DocumentList.of(reader, term));
  }

  private static boolean passes(@Nullable String value, Predicate<String> test) {
    return value != null && test.test(value);
  }
}
