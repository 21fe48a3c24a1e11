// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.Notice;
import dev.clew.query.ParsedQuery;
import dev.clew.query.Query;
import dev.clew.query.QueryParser;
import dev.clew.query.pipe.PipeTokens.Kind;
import dev.clew.query.pipe.PipeTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands between two bars. */
final class PipeParser {
  private static final int ROWS = 10;
  private static final int LINES = 5;
  private static final List<String> NEIGHBOURS =
      List.of("file", "thread", "host", "service", "trace", "all");

  private final PipeTokens tokens;
  private final List<Notice> notices = new ArrayList<>();
  private final int start;
  private final int end;

  PipeParser(String text, int start, int end) {
    this.tokens = new PipeTokens(text, start, end);
    this.start = start;
    this.end = end;
  }

  /**
   * The pipes it means: one, or two where other products say two things in one.
   *
   * @throws PipeFault when it means none
   */
  List<Pipe> parse() {
    Token word = tokens.take();
    PipeName name =
        (word.kind() == Kind.WORD ? PipeName.of(word.text()) : java.util.Optional.<PipeName>empty())
            .orElseThrow(() -> unknown(word));
    try {
      List<Pipe> pipes = pipes(name);
      if (!tokens.atEnd()) {
        throw tokens.unexpected(
            "%s takes no '%s'".formatted(name.spelling(), tokens.peek().text()));
      }
      return pipes;
    } catch (IllegalArgumentException wrong) {
      throw new PipeFault(start, end, String.valueOf(wrong.getMessage()), " " + name.example());
    }
  }

  /** What was not taken the way it may have been meant, in the pipes that were read. */
  List<Notice> notices() {
    return notices;
  }

  private static PipeFault unknown(Token word) {
    return new PipeFault(
        word.start(), word.end(), "no pipe is called '%s'".formatted(word.text()), null);
  }

  private List<Pipe> pipes(PipeName name) {
    return switch (name) {
      case STATS -> List.of(stats());
      case TOP -> List.of(top(false));
      case RARE -> List.of(top(true));
      case TIMECHART -> List.of(timechart());
      case SORT -> sort();
      case HEAD -> List.of(new Pipe.Head(rows()));
      case TAIL -> List.of(new Pipe.Tail(rows()));
      case FIELDS -> List.of(fields());
      case DEDUP -> List.of(new Pipe.Dedup(names()));
      case WHERE -> List.of(new Pipe.Where(new ConditionParser(tokens).parse()));
      case SEARCH -> List.of(search());
      case REX -> List.of(rex());
      case CONTEXT -> List.of(context());
      case TRACE -> List.of(new Pipe.Trace(tokens.atEnd() ? "trace" : FieldTokens.name(tokens)));
      case PATTERNS -> List.of(new Pipe.Patterns());
      case COMPARE -> List.of(compare());
      case EXPLAIN -> List.of(explain());
      case SUSPECTS -> List.of(new Pipe.Suspects());
      case JOINS -> List.of(new Pipe.Joins());
      case TIMELINE -> List.of(timeline());
    };
  }

  private Pipe stats() {
    MeasureParser parser = new MeasureParser(tokens);
    List<Measure> measures = parser.measures();
    List<Key> keys = tokens.acceptWord("by") ? parser.keys() : List.of();
    return new Pipe.Stats(measures.isEmpty() ? List.of(Measure.count()) : measures, keys);
  }

  private Pipe top(boolean rarest) {
    int limit = ROWS;
    if (tokens.peek().isWord("limit") && tokens.peekSecond().is("=")) {
      tokens.take();
      tokens.take();
      limit = number(tokens.take());
    } else if (isNumber(tokens.peek())) {
      limit = number(tokens.take());
    }
    return new Pipe.Top(limit, names(), rarest);
  }

  private Pipe timechart() {
    Span span = Span.AUTOMATIC;
    int series = Pipe.Timechart.SERIES;
    String by = "";
    MeasureParser parser = new MeasureParser(tokens);
    List<Measure> measures = new ArrayList<>();
    while (!tokens.atEnd()) {
      Token token = tokens.peek();
      boolean option = tokens.peekSecond().is("=");
      if (option && token.isWord("span")) {
        span = span(valueOfOption());
      } else if (option && token.isWord("limit")) {
        series = number(valueOfOption());
      } else if (token.kind() == Kind.WORD && Span.of(token.text()).isPresent()) {
        span = span(tokens.take());
      } else if (by.isEmpty() && tokens.acceptWord("by")) {
        by = FieldTokens.name(tokens);
      } else {
        parser.readInto(measures);
      }
    }
    return new Pipe.Timechart(
        span, measures.isEmpty() ? List.of(Measure.count()) : measures, by, series);
  }

  private Token valueOfOption() {
    tokens.take();
    tokens.take();
    return tokens.take();
  }

  private List<Pipe> sort() {
    int limit = 0;
    if (isNumber(tokens.peek())) {
      limit = number(tokens.take());
    }
    tokens.acceptWord("by");
    List<Pipe.SortKey> keys = new ArrayList<>();
    while (!tokens.atEnd()) {
      keys.add(sortKey());
      tokens.accept(",");
    }
    Pipe sort = new Pipe.Sort(keys);
    return limit == 0 ? List.of(sort) : List.of(sort, new Pipe.Head(limit));
  }

  private Pipe.SortKey sortKey() {
    Token token = tokens.peek();
    boolean descending = false;
    String field;
    char sign = token.kind() == Kind.WORD ? token.text().charAt(0) : ' ';
    if ((sign == '-' || sign == '+') && token.text().length() == 1) {
      tokens.take();
      descending = sign == '-';
      field = FieldTokens.name(tokens);
    } else if (sign == '-' || sign == '+') {
      descending = sign == '-';
      field = FieldTokens.afterSign(tokens);
    } else {
      field = FieldTokens.name(tokens);
    }
    if (tokens.acceptWord("desc")) {
      descending = true;
    } else {
      tokens.acceptWord("asc");
    }
    return new Pipe.SortKey(field, descending);
  }

  private int rows() {
    return tokens.atEnd() ? ROWS : number(tokens.take());
  }

  private Pipe fields() {
    return new Pipe.Fields(names());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    while (!tokens.atEnd()) {
      names.add(FieldTokens.name(tokens));
      tokens.accept(",");
    }
    return names;
  }

  private Pipe search() {
    int at = tokens.peek().start();
    return new Pipe.Search(query(tokens.rest(), at));
  }

  private Pipe rex() {
    String field = "";
    if (tokens.peek().isWord("field") && tokens.peekSecond().is("=")) {
      tokens.take();
      tokens.take();
      field = FieldTokens.name(tokens);
      field = field.equals(Names.RAW) ? "" : field;
    }
    Token expression = tokens.take();
    if (expression.kind() != Kind.TEXT) {
      throw new PipeFault(
          expression.start(),
          expression.end(),
          "rex takes an expression in double quotes",
          PipeName.REX.example().substring(4));
    }
    return new Pipe.Rex(field, expression.text());
  }

  private Pipe context() {
    int lines = isNumber(tokens.peek()) ? number(tokens.take()) : LINES;
    String key = "file";
    if (tokens.acceptWord("by")) {
      Token token = tokens.peek();
      key = FieldTokens.name(tokens);
      if (!NEIGHBOURS.contains(key)) {
        throw new PipeFault(
            token.start(),
            token.end(),
            "neighbours share one of " + String.join(", ", NEIGHBOURS),
            "thread");
      }
    }
    if (lines > Pipe.Context.MOST) {
      throw new IllegalArgumentException(
          "context gives at most %d lines on either side".formatted(Pipe.Context.MOST));
    }
    return new Pipe.Context(lines, key);
  }

  private Pipe compare() {
    tokens.acceptWord("timeshift");
    Token token = tokens.take();
    String typed = token.text().startsWith("-") ? token.text().substring(1) : token.text();
    return new Pipe.Compare(span(new Token(token.kind(), typed, token.start(), token.end())));
  }

  private Pipe explain() {
    tokens.acceptWord("vs");
    Token open = tokens.peek();
    String rest = tokens.rest();
    if (!rest.startsWith("(") || !rest.endsWith(")")) {
      throw new PipeFault(
          open.start(), end, "the other query stands in parentheses", "(level:info)");
    }
    return new Pipe.Explain(query(rest.substring(1, rest.length() - 1), open.start() + 1));
  }

  private Pipe timeline() {
    return new Pipe.Timeline(tokens.acceptWord("by") ? FieldTokens.name(tokens) : "service");
  }

  private Query query(String inner, int at) {
    ParsedQuery parsed = QueryParser.parse(inner);
    if (parsed.refused()) {
      throw new IllegalArgumentException(parsed.notices().getLast().message());
    }
    for (Notice notice : parsed.notices()) {
      notices.add(
          new Notice(at + notice.position(), notice.length(), notice.message(), notice.fix()));
    }
    return parsed.query();
  }

  private static Span span(Token token) {
    return Span.of(token.text())
        .orElseThrow(
            () ->
                new PipeFault(
                    token.start(), token.end(), "a length of time is like 30s, 5m, 1h, 1d", "1m"));
  }

  private static boolean isNumber(Token token) {
    return token.kind() == Kind.WORD
        && !token.text().isEmpty()
        && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int number(Token token) {
    if (!isNumber(token) || token.text().length() > 9) {
      throw new PipeFault(token.start(), token.end(), "a whole number is needed here", "10");
    }
    return Integer.parseInt(token.text());
  }
}
