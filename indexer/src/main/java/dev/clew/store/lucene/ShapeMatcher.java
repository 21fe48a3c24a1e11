// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.FieldKind;
import dev.clew.query.Glob;
import dev.clew.query.Query;
import dev.clew.query.WordGlobs;
import dev.clew.query.Words;
import dev.clew.store.row.Shape;
import dev.clew.store.row.ShapeField;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** What queries say of the shapes of one segment. One thread. */
final class ShapeMatcher {
  private static final Map<String, ShapeField> FIELDS = fields();

  private final SegmentShapes shapes;
  private final SlotWords slots;

  ShapeMatcher(SegmentShapes shapes, LeafReader reader) {
    this.shapes = shapes;
    this.slots = new SlotWords(reader);
  }

  /** The verdict of {@code query}. */
  Verdict verdict(Query query) throws IOException {
    return switch (query) {
      case Query.All all -> Verdict.of(shapes.all(), shapes.none());
      case Query.Phrase phrase ->
          phrase.field().isEmpty()
              ? text(phrase)
              : body(
                  phrase.field(),
                  phrase::fits,
                  Words.of(phrase.text()).isEmpty()
                      ? null
                      : new Query.Phrase(Query.TEXT, phrase.text()));
      case Query.Wildcard wildcard ->
          wildcard.field().isEmpty()
              ? text(wildcard)
              : body(
                  wildcard.field(),
                  wildcard::fits,
                  new Query.Wildcard(Query.TEXT, wildcard.pattern()));
      case Query.Regex regex ->
          regex.field().isEmpty()
              ? Verdict.of(shapes.none(), shapes.all())
              : field(regex.field(), regex::fits);
      case Query.Is is -> {
        String folded = Words.fold(is.value());
        yield field(is.field(), value -> Words.fold(value).equals(folded));
      }
      case Query.Pair pair -> pair(pair);
      case Query.Like like -> field(like.field(), like::fits);
      case Query.Exists exists -> exists(exists.field());
      case Query.Compare compare -> field(compare.field(), compare::fits);
      case Query.Between between -> field(between.field(), between::fits);
      case Query.And and -> {
        Verdict all = verdict(and.parts().get(0));
        for (Query part : and.parts().subList(1, and.parts().size())) {
          all = all.and(verdict(part));
        }
        yield all;
      }
      case Query.Or or -> {
        Verdict any = verdict(or.parts().get(0));
        for (Query part : or.parts().subList(1, or.parts().size())) {
          any = any.or(verdict(part));
        }
        yield any;
      }
      case Query.Not not -> verdict(not.part()).not(shapes.all());
    };
  }

  /**
   * Words looked for in a field. Where it is the message, which is part of the text, the literals
   * of the text that lie in it tell; where they do not, what the text as a whole says bounds it.
   */
  private Verdict body(String name, Predicate<String> test, @Nullable Query inText)
      throws IOException {
    Verdict values = field(name, test);
    if (inText == null || !name.equals(Columns.BODY)) {
      return values;
    }
    Verdict text = verdict(inText);
    FixedBitSet yes = values.yes().clone();
    FixedBitSet maybe = shapes.none();
    for (int ordinal = 0; ordinal < shapes.size(); ordinal++) {
      if (!values.maybe().get(ordinal)) {
        continue;
      }
      List<String> pieces = shapes.shape(ordinal).bodyLiterals();
      if (text.yes().get(ordinal) && pieces != null && pieces.stream().anyMatch(test)) {
        yes.set(ordinal);
      } else if (text.maybe().get(ordinal) || (pieces == null && text.yes().get(ordinal))) {
        maybe.set(ordinal);
      } else if (text.yes().get(ordinal) && mayReachSlots(ordinal, inText)) {
        maybe.set(ordinal);
      }
    }
    return Verdict.of(yes, maybe);
  }

  /** True when words that are looked for may stand outside the literals of a shape. */
  private boolean mayReachSlots(int ordinal, Query inText) throws IOException {
    List<String> globs =
        inText instanceof Query.Phrase phrase
            ? Words.of(phrase.text())
            : WordGlobs.of(((Query.Wildcard) inText).pattern());
    for (String glob : globs) {
      if (slots.holdsLike(glob) || shapes.shape(ordinal).timeMayHold(glob)) {
        return true;
      }
    }
    return false;
  }

  private Verdict text(Query.Phrase phrase) throws IOException {
    List<String> words = Words.of(phrase.text());
    if (words.isEmpty()) {
      String folded = Words.fold(phrase.text());
      return Verdict.of(shapes.where(shape -> anyLiteral(shape, folded)), shapes.all());
    }
    FixedBitSet yes =
        words.size() == 1 ? shapes.havingWord(words.get(0)) : shapes.havingPhrase(words);
    // one of the words must stand outside the literals, all of them somewhere
    FixedBitSet outside = shapes.none();
    FixedBitSet maybe = shapes.all();
    for (String word : words) {
      FixedBitSet elsewhere = elsewhere(word, slots.holds(word));
      outside.or(elsewhere);
      elsewhere.or(shapes.havingWord(word));
      maybe.and(elsewhere);
    }
    maybe.and(outside);
    return Verdict.of(yes, maybe);
  }

  private Verdict text(Query.Wildcard wildcard) throws IOException {
    List<String> globs = WordGlobs.of(wildcard.pattern());
    FixedBitSet yes = shapes.none();
    FixedBitSet maybe = shapes.all();
    for (String glob : globs) {
      FixedBitSet inLiteral =
          shapes.havingWord(Glob.literalStart(glob), word -> Glob.matches(glob, word));
      if (globs.size() == 1) {
        yes = inLiteral.clone();
      }
      FixedBitSet somewhere = elsewhere(glob, slots.holdsLike(glob));
      somewhere.or(inLiteral);
      maybe.and(somewhere);
    }
    return Verdict.of(yes, maybe);
  }

  /** Shapes whose events may have such a word outside the literals. */
  private FixedBitSet elsewhere(String glob, boolean inSlots) {
    return shapes.where(
        shape -> (inSlots && (shape.hasSlots() || shape.hasExtras())) || shape.timeMayHold(glob));
  }

  private static boolean anyLiteral(Shape shape, String folded) {
    // a text that needs no word may not be looked for across the end of the event's text
    return shape.literals().stream().anyMatch(text -> Words.fold(inner(text)).contains(folded));
  }

  private static String inner(String literal) {
    return literal.stripTrailing();
  }

  private Verdict field(String name, Predicate<String> test) {
    String field = Columns.canonical(name);
    if (FieldKind.of(field) == FieldKind.ATTRIBUTE) {
      return Verdict.of(
          shapes.where(
              shape -> shape.decidesAttribute(field) && test(shape.attribute(field), test)),
          shapes.where(shape -> !shape.decidesAttribute(field)));
    }
    if (FieldKind.of(field) == FieldKind.LEVEL) {
      return Verdict.of(shapes.where(shape -> test(level(shape), test)), shapes.none());
    }
    ShapeField known = FIELDS.get(field);
    if (known != null) {
      return Verdict.of(
          shapes.where(shape -> shape.decides(known) && test(shape.value(known), test)),
          shapes.where(shape -> !shape.decides(known)));
    }
    boolean exceptions = field.equals(Columns.EXCEPTION) || field.equals(Columns.FRAME);
    return Verdict.of(shapes.none(), exceptions ? shapes.where(Shape::hasException) : shapes.all());
  }

  private Verdict exists(String name) {
    String field = Columns.canonical(name);
    if (FieldKind.of(field) == FieldKind.ATTRIBUTE) {
      return Verdict.of(
          shapes.where(shape -> shape.hasAttribute(field)), shapes.where(Shape::isOpen));
    }
    if (field.equals("file")) {
      return Verdict.of(shapes.all(), shapes.none());
    }
    if (field.equals(Columns.EXCEPTION)) {
      return Verdict.of(shapes.where(Shape::hasException), shapes.none());
    }
    if (field.equals(Columns.FRAME)) {
      return Verdict.of(shapes.none(), shapes.where(Shape::hasException));
    }
    if (FieldKind.of(field) == FieldKind.LEVEL) {
      return Verdict.of(shapes.where(shape -> level(shape) != null), shapes.none());
    }
    ShapeField known = java.util.Objects.requireNonNull(FIELDS.get(field));
    return Verdict.of(shapes.where(shape -> shape.has(known)), shapes.none());
  }

  private Verdict pair(Query.Pair pair) throws IOException {
    Verdict is = verdict(new Query.Is(pair.name(), pair.value()));
    Verdict without = exists(pair.name()).not(shapes.all());
    FixedBitSet said = shapes.all();
    for (String part : List.of(pair.name(), pair.value())) {
      for (String word : Words.of(part)) {
        FixedBitSet somewhere = elsewhere(word, slots.holds(word));
        somewhere.or(shapes.havingWord(word));
        said.and(somewhere);
      }
    }
    return is.or(without.and(Verdict.of(shapes.none(), said)));
  }

  /** The name of the level of all events of {@code shape}; null when they have none. */
  static @Nullable String level(Shape shape) {
    return shape.severity() == dev.clew.event.Severity.UNSPECIFIED
        ? null
        : shape.severity().name().toLowerCase(Locale.ROOT);
  }

  /** The part of a shape that is the field of that name; null when it is none. */
  static @Nullable ShapeField part(String canonical) {
    return FIELDS.get(canonical);
  }

  private static boolean test(@Nullable String value, Predicate<String> test) {
    return value != null && test.test(value);
  }

  private static Map<String, ShapeField> fields() {
    Map<String, ShapeField> fields = new HashMap<>();
    for (ShapeField field : ShapeField.values()) {
      if (!field.field().isEmpty()) {
        fields.put(field.field(), field);
      }
    }
    return Map.copyOf(fields);
  }
}
