// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the syntax of Lucene's classic query parser as a {@link Query}, as far as one says exactly
 * the same: terms, phrases, prefixes, wildcards, ranges, regular expressions, groups, {@code + - !
 * AND OR NOT}. Clauses side by side are alternatives, as they are there, unless one is required.
 *
 * <p>What only changes the order of hits (boosts, clauses that are optional beside required ones)
 * is left out with a notice. What matches more or less alike (fuzzy, proximity) is refused. A query
 * of nothing but exclusions finds everything else.
 */
final class ClassicParser {
  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");
  private static final String ENDS_TERM = "()[]{}\"^~:";

  private final QueryText text;
  private final int maxDepth;
  private final List<Notice> notices = new ArrayList<>();
  private int depth;

  private ClassicParser(String text, int maxDepth) {
    this.text = new QueryText(text);
    this.maxDepth = maxDepth;
  }

  /** What has no exact meaning here, and where it stands. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Notice notice;

    Refused(int start, int end, String message) {
      super(message, null, false, false);
      this.notice = new Notice(start, end - start, message, null);
    }

    Notice notice() {
      return notice;
    }
  }

  private enum Occurs {
    MUST,
    MAY,
    NOT
  }

  private record Clause(Query query, Occurs occurs, int start, int end) {}

  /**
   * Reads {@code lucene:"…"} at {@code start}, up to its end; null, with nothing read, when it is
   * none or has no exact meaning, which is added to {@code notices}.
   */
  static @Nullable Query read(QueryText text, int start, int maxDepth, List<Notice> notices) {
    int open = start + Typed.CLASSIC.length();
    if (!text.startsWith(Typed.CLASSIC, start) || text.charAt(open) != '"') {
      return null;
    }
    int close = text.closingQuote(open);
    if (close < 0 || close == open + 1 || !text.isBoundary(close + 1)) {
      return null;
    }
    ClassicParser parser = new ClassicParser(text.quoted(open, close), maxDepth);
    try {
      Query query = parser.parse();
      parser.notices.forEach(notice -> notices.add(inQuotes(text, open, notice, "")));
      text.moveTo(close + 1);
      return query;
    } catch (Refused refused) {
      notices.add(inQuotes(text, open, refused.notice(), "taken as text: "));
      return null;
    }
  }

  private static Notice inQuotes(QueryText text, int open, Notice notice, String before) {
    int from = text.positionInQuotes(open, notice.position());
    int to = text.positionInQuotes(open, notice.position() + notice.length());
    return new Notice(from, to - from, before + notice.message(), notice.fix());
  }

  /**
   * What the text means.
   *
   * @throws Refused when it cannot be said in a query
   */
  private Query parse() {
    Query query = clauses(Query.TEXT);
    if (!text.atEnd()) {
      throw refused(text.at(), "a parenthesis closes that was not opened");
    }
    return query;
  }

  private Query clauses(String field) {
    if (++depth > maxDepth) {
      throw refused(text.at(), "groups nest too deep");
    }
    List<Clause> clauses = new ArrayList<>();
    for (text.skipSpaces(); !atGroupEnd(); text.skipSpaces()) {
      boolean and = accept("AND", "&&");
      if (!and) {
        accept("OR", "||");
      }
      text.skipSpaces();
      Occurs occurs = modifier();
      if (and && !clauses.isEmpty()) {
        occurs = occurs == Occurs.MAY ? Occurs.MUST : occurs;
        Clause last = clauses.removeLast();
        Occurs before = last.occurs() == Occurs.NOT ? Occurs.NOT : Occurs.MUST;
        clauses.add(new Clause(last.query(), before, last.start(), last.end()));
      }
      if (atGroupEnd()) {
        throw refused(text.at(), "nothing follows the operator");
      }
      int start = text.at();
      clauses.add(new Clause(clause(field, true), occurs, start, text.at()));
    }
    depth--;
    if (clauses.isEmpty()) {
      throw refused(text.at(), "nothing stands here");
    }
    return both(clauses);
  }

  /** As a BooleanQuery of these clauses matches. */
  private Query both(List<Clause> clauses) {
    List<Query> parts = new ArrayList<>();
    List<Query> any = new ArrayList<>();
    boolean required = clauses.stream().anyMatch(clause -> clause.occurs() == Occurs.MUST);
    for (Clause clause : clauses) {
      if (clause.occurs() == Occurs.MUST) {
        parts.add(clause.query());
      } else if (clause.occurs() == Occurs.MAY && required) {
        note(clause.start(), clause.end(), "left out: optional beside what is required", "");
      } else if (clause.occurs() == Occurs.MAY) {
        any.add(clause.query());
      }
    }
    if (!any.isEmpty()) {
      parts.add(Query.or(any));
    }
    for (Clause clause : clauses) {
      if (clause.occurs() == Occurs.NOT) {
        parts.add(new Query.Not(clause.query()));
      }
    }
    return Query.and(parts);
  }

  private Occurs modifier() {
    Occurs occurs = Occurs.MAY;
    if (text.peek() == '+') {
      text.moveTo(text.at() + 1);
      occurs = Occurs.MUST;
    } else if (text.peek() == '-') {
      text.moveTo(text.at() + 1);
      occurs = Occurs.NOT;
    } else if (accept("NOT", "!")) {
      occurs = Occurs.NOT;
    }
    text.skipSpaces();
    return occurs;
  }

  /** One clause, which may name a field when {@code mayName}. */
  private Query clause(String field, boolean mayName) {
    Query query =
        switch (text.peek()) {
          case '(' -> group(field);
          case '"' -> quoted(field);
          case '/' -> regex(field);
          case '[', '{' -> new ClassicRange(text).read(field);
          default -> term(field, mayName);
        };
    boost();
    return query;
  }

  private Query group(String field) {
    int open = text.at();
    text.moveTo(open + 1);
    Query query = clauses(field);
    if (text.peek() != ')') {
      throw refused(open, "the parenthesis is never closed");
    }
    text.moveTo(text.at() + 1);
    return query;
  }

  private Query quoted(String field) {
    int open = text.at();
    int close = text.closingQuote(open);
    if (close < 0) {
      throw refused(open, "the quote is never closed");
    }
    String phrase = text.quoted(open, close);
    text.moveTo(close + 1);
    if (text.peek() == '~') {
      throw refused(close + 1, "words near each other (~) have no exact meaning here");
    }
    if (phrase.isEmpty()) {
      throw refused(open, "nothing stands in the quotes");
    }
    return equality(field, phrase);
  }

  private Query regex(String field) {
    int open = text.at();
    int close = open + 1;
    while (close < text.length() && text.charAt(close) != '/') {
      close += text.charAt(close) == '\\' ? 2 : 1;
    }
    if (close >= text.length()) {
      throw refused(open, "the expression is never closed");
    }
    text.moveTo(close + 1);
    boolean whole = !field.isEmpty() && FieldKind.of(field) != FieldKind.TEXT;
    if (!whole) {
      note(open, close + 1, "found anywhere in the text, not only as a whole word", null);
    }
    try {
      String expression = ClassicRegex.translate(text.between(open + 1, close));
      return new Query.Regex(field, whole ? "(?s)\\A(?:" + expression + ")\\z" : expression);
    } catch (IllegalArgumentException wrong) {
      throw new Refused(open, close + 1, String.valueOf(wrong.getMessage()));
    }
  }

  private Query term(String field, boolean mayName) {
    int start = text.at();
    ClassicTerm term = ClassicTerm.read(text, ENDS_TERM);
    if (term.isEmpty()) {
      throw refused(start, "'%c' needs a backslash before it".formatted(text.peek()));
    }
    if (text.peek() == ':' && !mayName) {
      throw refused(text.at(), "a colon in a value needs a backslash before it");
    }
    if (text.peek() == ':') {
      return value(term, start);
    }
    if (text.peek() == '~') {
      throw refused(text.at(), "words spelled alike (~) have no exact meaning here");
    }
    if (OPERATORS.contains(text.from(start))) {
      throw new Refused(start, text.at(), "an operator stands where a word should");
    }
    if (!term.isGlob()) {
      return equality(field, term.literal());
    }
    if (term.mixes()) {
      throw new Refused(start, text.at(), "a wildcard beside an escaped * or ?");
    }
    if (Typed.isOnlyStars(term.literal())) {
      return field.isEmpty() ? new Query.All() : new Query.Exists(field);
    }
    boolean words = field.isEmpty() || FieldKind.of(field) == FieldKind.TEXT;
    if (words && !WordGlobs.any(term.literal())) {
      throw new Refused(start, text.at(), "a pattern needs a letter, a digit or '?'");
    }
    return words
        ? new Query.Wildcard(field, term.literal())
        : new Query.Like(field, term.literal());
  }

  private Query value(ClassicTerm name, int start) {
    text.moveTo(text.at() + 1);
    text.skipSpaces();
    if (atGroupEnd()) {
      throw new Refused(start, text.at(), "no value follows the field");
    }
    if (Typed.isOnlyStars(name.literal())) {
      // *:* is every event, *:word is the word in any field
      return clause(Query.TEXT, false);
    }
    String field = FieldKind.canonical(name.literal());
    if (field.equals("_exists_")) {
      ClassicTerm wanted = ClassicTerm.read(text, ENDS_TERM);
      if (wanted.isEmpty()) {
        throw new Refused(start, text.at(), "no field follows");
      }
      return new Query.Exists(FieldKind.canonical(wanted.literal()));
    }
    if (text.peek() == '<' || text.peek() == '>') {
      return new ClassicRange(text).compare(field);
    }
    return clause(field, false);
  }

  private static Query equality(String field, String value) {
    return field.isEmpty()
        ? new Query.Phrase(Query.TEXT, value)
        : FieldClause.equality(field, value, true);
  }

  private void boost() {
    if (text.peek() != '^') {
      return;
    }
    int start = text.at();
    int end = start + 1;
    while (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.') {
      end++;
    }
    text.moveTo(end);
    note(start, end, "left out: weights change no more than the order, which is by time here", "");
  }

  private boolean atGroupEnd() {
    return text.atEnd() || text.peek() == ')';
  }

  private boolean accept(String word, String sign) {
    int end = text.at() + word.length();
    boolean ended = text.isBoundary(end) || text.charAt(end) == '(';
    if (text.startsWith(word, text.at()) && ended) {
      text.moveTo(end);
      return true;
    }
    if (text.startsWith(sign, text.at())) {
      text.moveTo(text.at() + sign.length());
      return true;
    }
    return false;
  }

  private void note(int start, int end, String message, @Nullable String fix) {
    notices.add(new Notice(start, end - start, message, fix));
  }

  private static Refused refused(int at, String message) {
    return new Refused(at, at + 1, message);
  }
}
