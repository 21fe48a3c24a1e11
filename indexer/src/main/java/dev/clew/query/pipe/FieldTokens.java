// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.pipe.PipeTokens.Kind;
import dev.clew.query.pipe.PipeTokens.Token;

/** Reads names of fields and columns. */
final class FieldTokens {
  private FieldTokens() {}

  /** The next token as a name: {@code service}, {@code 'odd name'}, {@code p95(duration)}. */
  static String name(PipeTokens tokens) {
    Token token = tokens.peek();
    if (token.kind() == Kind.TEXT || token.kind() == Kind.NAME) {
      tokens.take();
      if (token.text().isEmpty()) {
        throw new PipeFault(token.start(), token.end(), "a name is not empty", null);
      }
      return token.text();
    }
    return plain(tokens, 0);
  }

  /** The same after the sign that the token starts with. */
  static String afterSign(PipeTokens tokens) {
    return plain(tokens, 1);
  }

  private static String plain(PipeTokens tokens, int skipped) {
    Token token = tokens.peek();
    String word = token.kind() == Kind.WORD ? token.text().substring(skipped) : "";
    if (!Names.isPlain(Names.meant(word))) {
      throw tokens.unexpected(
          token.kind() == Kind.END
              ? "a field is needed here"
              : "'%s' is no name of a field; an odd one stands in single quotes"
                  .formatted(token.text()));
    }
    tokens.take();
    return tokens.peek().is("(") && tokens.peek().start() == token.end()
        ? call(word, tokens)
        : Names.meant(word);
  }

  private static String call(String function, PipeTokens tokens) {
    tokens.expect("(");
    String field = tokens.peek().is(")") ? "" : name(tokens);
    tokens.expect(")");
    return field.isEmpty() ? function : function + "(" + field + ")";
  }
}
