// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads query text. Never fails: what cannot be meant as syntax is searched as text, with a notice.
 *
 * <pre>
 * any    = all { OR all }
 * all    = one { [AND] one }
 * one    = { NOT | - | ! } ( "(" any ")" | "phrase" | /regex/ | field sign value | text )
 * field  = name | escaped name            sign  = : = == != &lt; &lt;= &gt; &gt;= ~ =~
 * value  = text | "text" | /regex/ | low..high | ( any )
 * </pre>
 *
 * <p>Text runs to the next space, brackets, colons, slashes and quotes included, so that a pasted
 * line, URL or stack frame is found as it is. {@code name:} is a field only where a value follows
 * without a space and the whole is no URL, time or code.
 */
public final class QueryParser {
  /** Most characters of a query text. */
  public static final int MAX_LENGTH = 16 * 1024;

  /** Most words, phrases and field clauses of a query. */
  public static final int MAX_CLAUSES = 1_024;

  /** Most wildcards and regular expressions among them. */
  public static final int MAX_PATTERNS = 64;

  /** Most things that are said about a text; nobody reads more. */
  public static final int MAX_NOTICES = 100;

  /** Most groups and negations inside each other. */
  public static final int MAX_DEPTH = 64;

  private final QueryText text;
  private final List<Notice> notices = new ArrayList<>();
  private @Nullable FieldName groupField;
  private @Nullable String wordless;
  private int depth;
  private int groups;
  private int clauses;
  private int patterns;

  private QueryParser(String text) {
    this.text = new QueryText(text);
  }

  /** What {@code text} means. */
  public static ParsedQuery parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return refused(
          "a query text may have %,d characters, not %,d".formatted(MAX_LENGTH, text.length()),
          text.length());
    }
    return new QueryParser(text).parse();
  }

  private static ParsedQuery refused(String message, int length) {
    return new ParsedQuery(Query.none(), List.of(new Notice(0, length, message, null)), true);
  }

  private ParsedQuery parse() {
    try {
      Query query = any();
      if (query == null) {
        query = wordless == null ? new Query.All() : new Query.Phrase(Query.TEXT, wordless);
      }
      noticeOnlyExcluding(query);
      notices.sort(Comparator.comparingInt(Notice::position));
      notices.subList(Math.min(notices.size(), MAX_NOTICES), notices.size()).clear();
      return new ParsedQuery(query, notices, false);
    } catch (LimitReached limit) {
      return refused(limit.limit(), text.length());
    }
  }

  /** {@code NOT FOUND} is pasted as well as meant. */
  private void noticeOnlyExcluding(Query query) {
    text.moveTo(0);
    text.skipSpaces();
    int start = text.at();
    boolean shouted =
        query instanceof Query.Not not
            && not.part() instanceof Query.Phrase phrase
            && phrase.field().isEmpty()
            && phrase.text().chars().allMatch(Character::isUpperCase);
    if (shouted && text.startsWith("NOT", start)) {
      String typed = text.between(start, text.length()).strip();
      notices.add(
          new Notice(
              start,
              typed.length(),
              "finds everything else; in quotes it is searched as it is",
              Typed.quote(typed)));
    }
  }

  private @Nullable Query any() {
    List<Query> parts = new ArrayList<>();
    do {
      Query part = all();
      if (part != null) {
        parts.add(part);
      }
    } while (accept("or", "||"));
    return parts.isEmpty() ? null : Query.or(parts);
  }

  private @Nullable Query all() {
    List<Query> parts = new ArrayList<>();
    boolean start = true;
    boolean afterOperator = false;
    while (!atGroupEnd() && (start || !at("or", "||"))) {
      if (!start && accept("and", "&&")) {
        afterOperator = true;
      } else {
        Query part = one(afterOperator);
        if (part != null) {
          parts.add(part);
        }
        afterOperator = false;
      }
      start = false;
    }
    return parts.isEmpty() ? null : Query.and(parts);
  }

  private @Nullable Query one(boolean afterOperator) {
    int negations = 0;
    while (acceptNegation(afterOperator || negations > 0)) {
      negations++;
      enter();
    }
    Query query = atGroupEnd() ? null : operand();
    for (int i = 0; i < negations; i++) {
      depth--;
      query = query == null ? null : new Query.Not(query);
    }
    return query;
  }

  private @Nullable Query operand() {
    int start = text.at();
    if (text.peek() == '(') {
      return group(start);
    }
    FieldName field = groupField;
    if (field == null) {
      Query query = leaf(start);
      return query == null ? null : counted(query);
    }
    FieldClause clause = new FieldClause(text, groups > 0);
    Query value = clause.read(new FieldName(field.name(), field.sign(), start));
    notices.addAll(clause.notices());
    return counted(value == null ? chunk(start) : value);
  }

  private @Nullable Query group(int start) {
    enter();
    groups++;
    text.moveTo(start + 1);
    Query query = any();
    if (text.peek() == ')') {
      text.moveTo(text.at() + 1);
    } else {
      notices.add(new Notice(start, 1, "taken as text: the parenthesis is never closed", ""));
    }
    groups--;
    depth--;
    return query;
  }

  private @Nullable Query leaf(int start) {
    Query query = classic(start);
    query = query == null ? quoted(start) : query;
    query = query == null ? regex(start) : query;
    query = query == null ? field(start) : query;
    return query == null ? chunk(start) : query;
  }

  private @Nullable Query classic(int start) {
    Query query = ClassicParser.read(text, start, MAX_DEPTH - depth, notices);
    if (query != null) {
      parts(query).forEach(this::count);
    }
    return query;
  }

  /** The clauses of a translated query count like any others. */
  private void count(Query query) {
    List<Query> parts = parts(query);
    parts.forEach(this::count);
    if (parts.isEmpty()) {
      counted(query);
    }
  }

  private static List<Query> parts(Query query) {
    return switch (query) {
      case Query.And and -> and.parts();
      case Query.Or or -> or.parts();
      case Query.Not not -> List.of(not.part());
      default -> List.of();
    };
  }

  private @Nullable Query quoted(int start) {
    boolean pattern = text.startsWith("~\"", start);
    int open = pattern ? start + 1 : start;
    if (!text.opensQuote(open)) {
      return null;
    }
    int close = text.closingQuote(open);
    if (close < 0) {
      notices.add(new Notice(open, 1, "taken as text: the quote is never closed", null));
      return null;
    }
    String content = text.quoted(open, close);
    if (!text.isBoundary(close + 1) || content.isEmpty()) {
      return null;
    }
    if (pattern && !WordGlobs.any(content)) {
      return null;
    }
    text.moveTo(close + 1);
    return pattern
        ? new Query.Wildcard(Query.TEXT, content)
        : new Query.Phrase(Query.TEXT, content);
  }

  private @Nullable Query regex(int start) {
    int close = text.closingSlash(start);
    String expression = close < 0 ? "" : text.between(start + 1, close);
    if (!RegexLimits.looksLikeOne(expression)) {
      return null;
    }
    try {
      Query query = new Query.Regex(Query.TEXT, expression);
      text.moveTo(close + 1);
      return query;
    } catch (IllegalArgumentException e) {
      notices.add(new Notice(start, close + 1 - start, "taken as text: " + e.getMessage(), null));
      return null;
    }
  }

  private @Nullable Query field(int start) {
    FieldName name = FieldName.read(text, start);
    if (name == null) {
      return null;
    }
    if (text.charAt(name.valueStart()) == '(' && opensValues(name)) {
      return values(name);
    }
    FieldClause clause = new FieldClause(text, groups > 0);
    Query query = clause.read(name);
    notices.addAll(clause.notices());
    boolean forgotten = query == null && FieldKind.of(name.name()) != FieldKind.ATTRIBUTE;
    if (forgotten && text.isBoundary(name.valueStart())) {
      notices.add(
          new Notice(
              start,
              name.valueStart() - start,
              "taken as text: no value follows without a space",
              name.name() + ":value"));
    }
    return query;
  }

  /** A group of values is a thing of known fields; {@code f(a, b):(c)} elsewhere is code. */
  private boolean opensValues(FieldName name) {
    boolean sign = name.sign().equals(":") || name.sign().equals("=") || name.sign().equals("!=");
    return sign
        && (FieldKind.of(name.name()) != FieldKind.ATTRIBUTE
            || text.groupHoldsOperator(name.valueStart()));
  }

  private @Nullable Query values(FieldName name) {
    groupField = new FieldName(name.name(), name.sign().equals("=") ? "=" : ":", 0);
    Query query = group(name.valueStart());
    groupField = null;
    return query == null || !name.sign().equals("!=") ? query : new Query.Not(query);
  }

  private @Nullable Query chunk(int start) {
    int end = Math.max(text.chunkEnd(start, groups > 0), start + 1);
    text.moveTo(end);
    String chunk = text.from(start);
    if (Typed.isOnlyStars(chunk)) {
      return new Query.All();
    }
    if (!Words.any(chunk)) {
      wordless = wordless == null ? chunk : wordless;
      notices.add(
          new Notice(
              start,
              end - start,
              "left out: no letter or digit in it; in quotes it is searched as it is",
              Typed.quote(chunk)));
      return null;
    }
    return Typed.hasWildcard(chunk)
        ? new Query.Wildcard(Query.TEXT, chunk)
        : new Query.Phrase(Query.TEXT, chunk);
  }

  private boolean atGroupEnd() {
    text.skipSpaces();
    return text.atEnd() || (groups > 0 && text.peek() == ')');
  }

  private boolean at(String word, String sign) {
    text.skipSpaces();
    String typed = text.operatorWord();
    return typed != null && (typed.equals(sign) || Words.fold(typed).equals(word));
  }

  private boolean accept(String word, String sign) {
    if (!at(word, sign)) {
      return false;
    }
    text.moveTo(text.at() + (text.charAt(text.at()) == sign.charAt(0) ? 2 : word.length()));
    return true;
  }

  private boolean acceptNegation(boolean afterOperator) {
    text.skipSpaces();
    if (text.negates(text.at())) {
      text.moveTo(text.at() + 1);
      return true;
    }
    if (!at("not", "NOT")) {
      return false;
    }
    int start = text.at();
    boolean shouted = text.startsWith("NOT", start);
    text.moveTo(start + 3);
    text.skipSpaces();
    boolean operand = !text.atEnd() && !text.isBoundary(text.at());
    boolean syntax =
        text.peek() == '(' || text.opensQuote(text.at()) || FieldName.read(text, text.at()) != null;
    boolean lower = text.startsWith("not", start);
    if (operand && (shouted || syntax || (lower && afterOperator))) {
      return true;
    }
    text.moveTo(start);
    notices.add(new Notice(start, 3, "taken as text: write NOT to exclude what follows", "NOT"));
    return false;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new LimitReached("a query may nest %d groups and negations".formatted(MAX_DEPTH));
    }
  }

  private @Nullable Query counted(@Nullable Query query) {
    if (query != null && ++clauses > MAX_CLAUSES) {
      throw new LimitReached("a query may have %,d clauses".formatted(MAX_CLAUSES));
    }
    boolean pattern =
        query instanceof Query.Wildcard
            || query instanceof Query.Regex
            || query instanceof Query.Like;
    if (pattern && ++patterns > MAX_PATTERNS) {
      throw new LimitReached(
          "a query may have %d wildcards and regular expressions".formatted(MAX_PATTERNS));
    }
    return query;
  }

  /** Leaves the parser from any depth; it never leaves this class. */
  private static final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String limit;

    LimitReached(String limit) {
      super(limit, null, false, false);
      this.limit = limit;
    }

    String limit() {
      return limit;
    }
  }
}
