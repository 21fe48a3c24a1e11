// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** Runs commands in this process and keeps what they print. */
final class Cli {
  static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

  private Cli() {}

  /**
   * What a command did.
   *
   * @param code its exit code
   * @param out standard output
   * @param err standard error
   */
  record Outcome(int code, String out, String err) {}

  static Outcome run(String... args) {
    return runWithInput("", args);
  }

  static Outcome runWithInput(String input, String... args) {
    return run(Optional.empty(), input, args);
  }

  /** The same with a folder in which what can be made again is kept. */
  static Outcome runWithCache(Path cache, String... args) {
    return run(Optional.of(cache), "", args);
  }

  private static Outcome run(Optional<Path> cache, String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(surroundings(cache, input, out, err), args);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The top of the checkout. */
  static Path home() {
    Path module = Path.of("").toAbsolutePath();
    return module.endsWith("search-api") ? module.getParent() : module;
  }

  static Surroundings surroundings(
      String input, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return surroundings(Optional.empty(), input, out, err);
  }

  private static Surroundings surroundings(
      Optional<Path> cache, String input, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Surroundings(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false),
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        InstantSource.fixed(NOW),
        ZoneOffset.UTC,
        home(),
        variable -> null,
        cache);
  }
}
