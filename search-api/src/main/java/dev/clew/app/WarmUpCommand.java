// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Reading;
import dev.clew.app.inquiry.Scratch;
import dev.clew.app.option.ReadOptions;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Walks through the usual classes once, so that the build can archive them (class-data sharing) and
 * later commands start faster.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Loads what commands usually need; used by the build.")
final class WarmUpCommand implements Callable<Integer> {
  private static final String LINES =
      """
      2026-03-10 14:12:31.204 ERROR [http-17] com.acme.Shop - failed order=1
      java.lang.IllegalStateException: no answer
      \tat com.acme.Gateway.charge(Gateway.java:118)
      {"@timestamp":"2026-03-10T14:12:32Z","level":"INFO","message":"charged order 2"}
      """;

  private final Surroundings surroundings;

  WarmUpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (Scratch scratch = Scratch.open()) {
      Surroundings quiet = quiet();
      Reading.index(
          quiet,
          scratch.store(),
          List.of(Path.of("-")),
          new ReadOptions().settings(quiet, List.of()),
          "reading");
    }
    List.of("help", "help index", "help search", "--version")
        .forEach(line -> Main.run(quiet(), line.split(" ")));
    Main.run(quiet(), "detect", "--json", "-");
    return Main.run(quiet(), "detect", "-");
  }

  /** Sample lines in, nothing out. */
  private Surroundings quiet() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Surroundings(
        new Console(nowhere, nowhere, false),
        new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)),
        surroundings.clock(),
        surroundings.zone(),
        surroundings.home());
  }
}
