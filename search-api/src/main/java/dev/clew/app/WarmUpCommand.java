// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Reading;
import dev.clew.app.inquiry.Scratch;
import dev.clew.app.option.ReadOptions;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.http.ApiServer;
import dev.clew.http.Workbench;
import dev.clew.http.tail.Arrivals;
import dev.clew.store.LogStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final List<String> FIRST_ASKED =
      List.of(
          "/",
          "/api/status",
          "/api/search?q=failed&limit=100",
          "/api/histogram?q=%22no%20answer%22",
          "/api/fields?q=level:error",
          "/api/suggest?q=fai");

  private static final String SAMPLE = "sample-logs/checkout-timeout/logs";

  /** Asked of the sample, DATA being its index. */
  private static final List<String> QUESTIONS =
      List.of(
          "search --data DATA level>=error",
          "search --data DATA --json timeout | stats count by service",
          "explain --data DATA level>=debug --vs *",
          "explain --data DATA --from 2026-03-10T14:00:00Z --to 2026-03-10T15:00:00Z",
          "explain --data DATA level>=error --vs * --by trace",
          "investigate --data DATA --json",
          "timeline --data DATA --from 2026-03-10T14:00:00Z --to 2026-03-10T14:30:00Z",
          "graph --data DATA",
          "joins --data DATA",
          "skew --data DATA");

  private final Surroundings surroundings;

  WarmUpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.open()) {
      Surroundings quiet = quiet();
      Reading.index(
          quiet,
          scratch.store(),
          List.of(Path.of("-")),
          new ReadOptions().settings(quiet, List.of()),
          "reading");
      serve(scratch.store());
      ask(scratch.folder().resolve("sample"));
    }
    List.of("help", "help index", "help search", "--version")
        .forEach(line -> Main.run(quiet(), line.split(" ")));
    Main.run(quiet(), "detect", "--json", "-");
    return Main.run(quiet(), "detect", "-");
  }

  /** Asks what is asked of an index, where the sample logs are there. */
  private void ask(Path data) {
    Path logs = surroundings.home().resolve(SAMPLE);
    if (!Files.isDirectory(logs)) {
      return;
    }
    Main.run(quiet(), "index", logs.toString(), "--zone", "UTC", "--data", data.toString());
    for (String question : QUESTIONS) {
      List<String> words = new ArrayList<>(List.of(question.split(" ")));
      words.replaceAll(word -> word.equals("DATA") ? data.toString() : word);
      Main.run(quiet(), words.toArray(String[]::new));
    }
  }

  /** Asks a server on a free port what the workbench asks first. */
  private void serve(LogStore store) throws IOException, InterruptedException {
    Workbench workbench =
        new Workbench(
            store,
            new Arrivals(),
            Map.of(),
            List.of(),
            surroundings.zone(),
            surroundings.clock(),
            Commands.Version.text(),
            "warm-up");
    try (ApiServer server = Serving.start(workbench, 0);
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path : FIRST_ASKED) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
      }
    }
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
        surroundings.home(),
        variable -> null,
        Optional.empty());
  }
}
