// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes one Markdown text of what the rounds measured: ingest, questions, HTTP, each beside the
 * peers, with the floor and whether it is met.
 *
 * <p>Argument: the folder of the results.
 */
public final class RatioTable {
  private final Results clew;
  private final Results questions;
  private final Results peer;
  private final Results peerQuestions;
  private final Results duck;
  private final Results grep;
  private final Results http;

  private RatioTable(Path folder) throws IOException {
    clew = Results.of(folder, "clew-ingest");
    questions = Results.of(folder, "clew-queries");
    peer = Results.of(folder, "opensearch-ingest");
    peerQuestions = Results.of(folder, "opensearch-queries");
    duck = Results.of(folder, "duckdb");
    grep = Results.of(folder, "grep");
    http = Results.of(folder, "http");
  }

  public static void main(String[] arguments) throws IOException {
    RatioTable table = new RatioTable(Path.of(arguments[0]));
    table.printIngest();
    table.printQuestions();
    table.printHttp();
  }

  private void printIngest() {
    System.out.println("| measure | ours | peer | ratio | floor | met |");
    System.out.println("|---|---|---|---|---|---|");
    double lines = clew.median("events");
    double ours = lines / (clew.median("userSec") + clew.median("sysSec"));
    rate("ingest, lines per CPU-second / OpenSearch", ours, peer.median("linesPerCpuSec"), 3);
    rate("… / DuckDB", ours, duck.median("linesPerCpuSec"), Double.NaN);
    rate("ingest, lines per second of wall clock / OpenSearch", lines / clew.median("wallSec"),
        peer.median("lines") / peer.median("ingestMergedSec"), Double.NaN);
    double disk = clew.median("diskBytes");
    row("disk, MB / raw", disk / 1e6, clew.median("rawBytes") / 1e6, 0.45);
    row("disk, MB / OpenSearch merged", disk / 1e6, peer.median("diskBytesMerged") / 1e6, 0.45);
    double resident = clew.median("maxRssKb") / 1e6;
    row("resident while ingesting, GB / 1.5 GB", resident, 1.5, 1);
    row("resident, GB / OpenSearch", resident, peer.median("rssMB") / 1e3, Double.NaN);
    System.out.println();
  }

  /** A row in which more is better. */
  private static void rate(String what, double ours, double theirs, double floor) {
    String least = Double.isNaN(floor) ? "" : "≥ " + text(floor);
    line(what, text(ours), text(theirs), text(ours / theirs) + "×", least,
        Floors.met(theirs / ours, 1 / floor));
  }

  /** A row in which less is better. */
  private static void row(String what, double ours, double theirs, double floor) {
    String most = Double.isNaN(floor) ? "" : "≤ " + text(floor);
    line(what, text(ours), text(theirs), text(ours / theirs) + "×", most,
        Floors.met(ours / theirs, floor));
  }

  private void printQuestions() {
    System.out.println(
        "| question | result | OpenSearch's | ours, ms | OpenSearch, ms | ratio (best / median)"
            + " | floor | met | DuckDB, ms | `rg`, ms | ours / `rg` |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    questions.names().forEach(this::printQuestion);
    System.out.println();
  }

  private void printQuestion(String name) {
    String path = "queriesReopened." + name;
    double best = questions.min(name, "min_ms");
    double median = questions.median(name, "p50_ms");
    double peerBest = peerQuestions.min(path + ".minms");
    double peerMedian = peerQuestions.median(path + ".p50ms");
    double total = peerQuestions.median(path + ".total");
    double hits = peerQuestions.median(path + ".hits");
    double floor = Floors.of(name);
    line(
        "`" + name + "`",
        text(questions.median(name, "count")),
        Double.isNaN(total) && hits == 0 ? "–" : text(Double.isNaN(total) ? hits : total),
        pair(best, median),
        pair(peerBest, peerMedian),
        pair(best / peerBest, median / peerMedian),
        Double.isNaN(floor) ? "" : "≤ " + text(floor),
        Floors.met(best / peerBest, floor),
        pair(duck.min(name + ".minms"), duck.median(name + ".p50ms")),
        text(grep.min(name, "min_ms")),
        text(best / grep.min(name, "min_ms")));
  }

  private void printHttp() {
    System.out.println("| over HTTP | figure | floor | met |");
    System.out.println("|---|---|---|---|");
    for (String name : http.names()) {
      boolean first = name.equals("first_answer");
      double value = first ? http.median(name, "ms") : http.median(name, "p95_ms");
      double floor = first ? 2000 : name.startsWith("mixed") ? 50 : Double.NaN;
      String more =
          first
              ? text(value) + " ms"
              : "p50 %s, p95 %s, p99 %s ms of %s, %s errors"
                  .formatted(
                      text(http.median(name, "p50_ms")),
                      text(value),
                      text(http.median(name, "p99_ms")),
                      text(http.median(name, "count")),
                      text(http.median(name, "errors")));
      line(name, more, Double.isNaN(floor) ? "" : "≤ " + text(floor) + " ms",
          Floors.met(value, floor));
    }
  }

  private static void line(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }

  private static String pair(double best, double median) {
    return Double.isNaN(best) ? "–" : text(best) + " / " + text(median);
  }

  private static String text(double number) {
    if (Double.isNaN(number)) {
      return "–";
    }
    if (number == Math.rint(number) || number >= 100) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    return String.format(Locale.ROOT, number >= 1 ? "%.2f" : "%.4f", number);
  }
}
