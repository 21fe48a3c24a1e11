// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;

/** What proves to one host who asks; read from the environment, and shown and stored nowhere. */
final class Token {
  /** Hosts ask for some name beside a token, and do not look at it. */
  private static final String ANY_NAME = "token";

  private final String name;
  private final String secret;

  private Token(String name, String secret) {
    this.name = name;
    this.secret = secret;
  }

  /**
   * {@code CLEW_GIT_TOKEN_GIT_EXAMPLE_ORG} for git.example.org; a hyphen becomes two underscores.
   */
  static String variable(String host) {
    return "CLEW_GIT_TOKEN_"
        + host.toUpperCase(Locale.ROOT).replace("-", "__").replaceAll("[^A-Z0-9_]", "_");
  }

  /** The token for a host: {@code TOKEN}, or {@code NAME:PASSWORD}. */
  static Optional<Token> of(String host, UnaryOperator<@Nullable String> environment) {
    String value = environment.apply(variable(host));
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    String text = value.strip();
    int colon = text.indexOf(':');
    return Optional.of(
        colon < 0
            ? new Token(ANY_NAME, text)
            : new Token(text.substring(0, colon), text.substring(colon + 1)));
  }

  UsernamePasswordCredentialsProvider provider() {
    return new UsernamePasswordCredentialsProvider(name, secret);
  }

  @Override
  public String toString() {
    return "a token";
  }
}
