// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.QueryParser;
import dev.clew.query.pipe.Condition.Operand;
import dev.clew.query.pipe.Condition.Operator;
import dev.clew.query.pipe.PipeTokens.Kind;
import dev.clew.query.pipe.PipeTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads conditions.
 *
 * <pre>
 * any  = all { or all }      all = one { and one }      one = not one | ( any ) | test
 * test = field sign value | field [not] in ( value, … )
 * </pre>
 */
final class ConditionParser {
  private final PipeTokens tokens;
  private int depth;
  private int tests;

  ConditionParser(PipeTokens tokens) {
    this.tokens = tokens;
  }

  Condition parse() {
    return any();
  }

  private Condition any() {
    return joined(this::all, "or", Condition.Or::new);
  }

  private Condition all() {
    return joined(this::one, "and", Condition.And::new);
  }

  private Condition joined(
      Supplier<Condition> part, String word, Function<List<Condition>, Condition> join) {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(part.get());
    } while (tokens.acceptWord(word));
    return parts.size() == 1 ? parts.get(0) : join.apply(parts);
  }

  private Condition one() {
    if (++depth > QueryParser.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "a condition may nest %d groups and negations".formatted(QueryParser.MAX_DEPTH));
    }
    try {
      if (tokens.acceptWord("not")) {
        return new Condition.Not(one());
      }
      if (tokens.accept("(")) {
        Condition inner = any();
        tokens.expect(")");
        return inner;
      }
      return test();
    } finally {
      depth--;
    }
  }

  private Condition test() {
    if (++tests > QueryParser.MAX_CLAUSES) {
      throw new IllegalArgumentException(
          "a condition may have %,d clauses".formatted(QueryParser.MAX_CLAUSES));
    }
    String field = FieldTokens.name(tokens);
    if (tokens.acceptWord("in")) {
      return among(field);
    }
    if (tokens.peek().isWord("not") && tokens.peekSecond().isWord("in")) {
      tokens.take();
      tokens.take();
      return new Condition.Not(among(field));
    }
    return new Condition.Test(field, operator(), operand());
  }

  private Condition among(String field) {
    tokens.expect("(");
    List<Condition> tests = new ArrayList<>();
    do {
      tests.add(new Condition.Test(field, Operator.EQUAL, operand()));
    } while (tokens.accept(","));
    tokens.expect(")");
    return tests.size() == 1 ? tests.get(0) : new Condition.Or(tests);
  }

  private Operator operator() {
    Token token = tokens.peek();
    if (token.kind() != Kind.SIGN) {
      throw tokens.unexpected("one of = != < <= > >= is needed here");
    }
    Operator operator =
        switch (token.text()) {
          case "=", "==" -> Operator.EQUAL;
          case "!=" -> Operator.NOT_EQUAL;
          case "<" -> Operator.LESS;
          case "<=" -> Operator.AT_MOST;
          case ">" -> Operator.MORE;
          case ">=" -> Operator.AT_LEAST;
          default -> throw tokens.unexpected("one of = != < <= > >= is needed here");
        };
    tokens.take();
    return operator;
  }

  private Operand operand() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case TEXT -> new Operand(tokens.take().text(), Operand.Kind.TEXT);
      case NAME -> new Operand(FieldTokens.name(tokens), Operand.Kind.FIELD);
      case WORD -> {
        tokens.take();
        // a call names a column: p95(duration)
        if (tokens.peek().is("(") && tokens.peek().start() == token.end()) {
          tokens.expect("(");
          String of = tokens.peek().is(")") ? "" : FieldTokens.name(tokens);
          tokens.expect(")");
          String name = of.isEmpty() ? token.text() : token.text() + "(" + of + ")";
          yield new Operand(name, Operand.Kind.FIELD);
        }
        yield new Operand(token.text(), Operand.Kind.WORD);
      }
      default -> throw tokens.unexpected("a value is needed here");
    };
  }
}
