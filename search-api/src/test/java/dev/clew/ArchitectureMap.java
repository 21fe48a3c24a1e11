// SPDX-License-Identifier: Apache-2.0
package dev.clew;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which package may import which, and where each library lives. docs/architecture.md shows the same
 * table to people.
 */
final class ArchitectureMap {
  static final Map<String, Set<String>> PACKAGES =
      Map.ofEntries(
          entry("event", Set.of()),
          entry("query", Set.of("event")),
          entry("store", Set.of("event", "query")),
          entry("store.lucene.print", Set.of()),
          entry("store.row", Set.of("event", "query")),
          entry("store.lucene.term", Set.of("event", "query", "store.row")),
          entry("store.lucene.roll", Set.of()),
          entry(
              "store.lucene.segment",
              Set.of(
                  "event",
                  "query",
                  "store",
                  "store.lucene.roll",
                  "store.lucene.term",
                  "store.row")),
          entry(
              "store.lucene.match",
              Set.of(
                  "query",
                  "store.lucene.print",
                  "store.lucene.roll",
                  "store.lucene.segment",
                  "store.lucene.term",
                  "store.row")),
          entry(
              "store.lucene.answer",
              Set.of(
                  "event",
                  "query",
                  "store",
                  "store.lucene.match",
                  "store.lucene.roll",
                  "store.lucene.segment",
                  "store.lucene.term",
                  "store.row")),
          entry(
              "store.lucene.write",
              Set.of(
                  "event",
                  "query",
                  "store.lucene.print",
                  "store.lucene.roll",
                  "store.lucene.term",
                  "store.row")),
          entry("store.manifest", Set.of("event")),
          entry(
              "store.lucene.part",
              Set.of(
                  "event",
                  "query",
                  "store",
                  "store.lucene.answer",
                  "store.lucene.segment",
                  "store.lucene.write",
                  "store.manifest")),
          entry(
              "store.lucene",
              Set.of(
                  "event",
                  "query",
                  "store",
                  "store.lucene.answer",
                  "store.lucene.part",
                  "store.lucene.segment",
                  "store.manifest")),
          entry("source.packing", Set.of()),
          entry("source.text", Set.of()),
          entry("source", Set.of("source.packing", "source.text")),
          entry("format.time", Set.of("event")),
          entry("format.stack", Set.of("event")),
          entry("format.field", Set.of("event", "format.stack", "format.time")),
          entry("format.column", Set.of("event", "format.field")),
          entry("format.json", Set.of("format.field")),
          entry(
              "format.line",
              Set.of(
                  "event",
                  "format.column",
                  "format.field",
                  "format.json",
                  "format.stack",
                  "format.time",
                  "source")),
          entry("format.join", Set.of("event", "format.field", "format.stack")),
          entry("format.layout", Set.of("event", "format.field", "format.line", "format.time")),
          entry(
              "format",
              Set.of(
                  "event",
                  "format.column",
                  "format.field",
                  "format.join",
                  "format.json",
                  "format.layout",
                  "format.line",
                  "format.stack",
                  "format.time",
                  "source")),
          entry("pattern", Set.of("event")),
          entry("ingest.bookmark", Set.of("source")),
          entry("ingest.rule", Set.of("source.text")),
          entry(
              "ingest",
              Set.of(
                  "event",
                  "format",
                  "format.field",
                  "format.time",
                  "ingest.bookmark",
                  "ingest.rule",
                  "pattern",
                  "source",
                  "source.packing",
                  "source.text",
                  "store")),
          entry("code", Set.of("event")),
          entry("change", Set.of()),
          entry("change.run", Set.of("change")),
          entry("change.file", Set.of("change", "change.run")),
          entry("change.hook", Set.of("change", "change.file", "change.run")),
          entry("explain.measure", Set.of("event")),
          entry("explain.window", Set.of("event", "explain.measure", "query", "store")),
          entry("explain.place", Set.of("event", "explain.window")),
          entry("explain.trace", Set.of("event", "explain.measure")),
          entry(
              "explain",
              Set.of(
                  "event",
                  "explain.measure",
                  "explain.place",
                  "explain.trace",
                  "explain.window",
                  "query",
                  "store")),
          entry("suspect.edit", Set.of("code")),
          entry("suspect.evidence", Set.of("code", "event")),
          entry("suspect.symptom", Set.of("event", "explain")),
          entry(
              "suspect.scene",
              Set.of("change", "code", "event", "suspect.edit", "suspect.symptom")),
          entry(
              "suspect.clue",
              Set.of(
                  "change",
                  "code",
                  "suspect.edit",
                  "suspect.evidence",
                  "suspect.scene",
                  "suspect.symptom")),
          entry(
              "suspect.operational",
              Set.of("event", "explain", "query", "store", "suspect.evidence", "suspect.symptom")),
          entry(
              "suspect",
              Set.of(
                  "change",
                  "code",
                  "event",
                  "explain",
                  "suspect.clue",
                  "suspect.edit",
                  "suspect.evidence",
                  "suspect.operational",
                  "suspect.scene",
                  "suspect.symptom")),
          entry("http.problem", Set.of("store")),
          entry("http.admit", Set.of("http.problem", "store")),
          entry("query.time", Set.of("event", "query")),
          entry("http.ask", Set.of("event", "http.problem", "query", "query.time", "store")),
          entry("http.json", Set.of("code", "event", "explain", "store", "suspect.evidence")),
          entry("facet", Set.of("event", "query", "store")),
          entry("query.pipe", Set.of("query")),
          entry("pipe.table", Set.of("event", "query", "store")),
          entry(
              "http.json.table",
              Set.of("event", "facet", "http.json", "pipe.table", "query", "store")),
          entry("pipe.measure", Set.of("event", "pipe.table", "query", "query.pipe", "store")),
          entry(
              "pipe.stage",
              Set.of("event", "pipe.measure", "pipe.table", "query", "query.pipe", "store")),
          entry(
              "pipe",
              Set.of(
                  "change",
                  "code",
                  "event",
                  "explain",
                  "explain.window",
                  "pipe.measure",
                  "pipe.stage",
                  "pipe.table",
                  "query",
                  "query.pipe",
                  "store",
                  "suspect",
                  "suspect.evidence")),
          entry(
              "http.answer",
              Set.of(
                  "change",
                  "code",
                  "event",
                  "explain",
                  "explain.window",
                  "http.ask",
                  "http.json",
                  "http.json.table",
                  "http.problem",
                  "pipe",
                  "pipe.measure",
                  "query",
                  "query.pipe",
                  "query.time",
                  "store",
                  "suspect",
                  "suspect.evidence")),
          entry(
              "http.answer.field",
              Set.of(
                  "event",
                  "facet",
                  "http.answer",
                  "http.ask",
                  "http.json",
                  "http.json.table",
                  "query",
                  "query.pipe",
                  "store")),
          entry("http.tail", Set.of("event", "http.problem", "query", "store")),
          entry(
              "http",
              Set.of(
                  "change",
                  "change.hook",
                  "code",
                  "event",
                  "http.admit",
                  "http.answer",
                  "http.answer.field",
                  "http.ask",
                  "http.json",
                  "http.json.table",
                  "http.problem",
                  "http.tail",
                  "pipe",
                  "query",
                  "store")),
          entry("app.terminal", Set.of()),
          entry(
              "app.report",
              Set.of(
                  "app.terminal",
                  "code",
                  "event",
                  "explain",
                  "format",
                  "ingest",
                  "ingest.bookmark",
                  "pipe.table",
                  "source",
                  "suspect",
                  "suspect.evidence")),
          entry(
              "app.json",
              Set.of(
                  "app.report",
                  "app.terminal",
                  "code",
                  "event",
                  "explain",
                  "format",
                  "ingest",
                  "ingest.bookmark",
                  "suspect",
                  "suspect.evidence")),
          entry(
              "app.inquiry",
              Set.of(
                  "app.json",
                  "app.report",
                  "app.terminal",
                  "change",
                  "change.file",
                  "code",
                  "event",
                  "explain",
                  "format",
                  "format.stack",
                  "ingest",
                  "query",
                  "store",
                  "store.lucene",
                  "suspect",
                  "suspect.evidence",
                  "suspect.symptom")),
          entry("app.option", Set.of("app.terminal", "event", "ingest", "ingest.rule")),
          entry(
              "app",
              Set.of(
                  "app.inquiry",
                  "app.json",
                  "app.option",
                  "app.report",
                  "app.terminal",
                  "change",
                  "change.file",
                  "change.hook",
                  "code",
                  "event",
                  "explain",
                  "http",
                  "http.json",
                  "http.json.table",
                  "http.tail",
                  "ingest",
                  "pattern",
                  "pipe",
                  "pipe.measure",
                  "pipe.table",
                  "query",
                  "query.pipe",
                  "query.time",
                  "source",
                  "store",
                  "store.lucene",
                  "suspect",
                  "suspect.evidence")));

  /** Library package → the packages of ours that may use it. */
  static final Map<String, List<String>> LIBRARIES =
      Map.ofEntries(
          entry("org.apache.lucene..", List.of("store.lucene")),
          entry("com.github.luben.zstd..", List.of("store.lucene", "source")),
          entry("org.apache.commons.compress..", List.of("source")),
          entry("org.tukaani..", List.of("source")),
          entry("org.apache.commons.csv..", List.of("format", "change", "app")),
          entry("tools.jackson..", List.of("format", "change", "http", "app")),
          entry("org.eclipse.jgit..", List.of("code")),
          entry("io.javalin..", List.of("http")),
          entry("org.eclipse.jetty..", List.of("http")),
          entry("org.snakeyaml..", List.of("change")),
          entry("picocli..", List.of("app")));

  /**
   * Packages whose public methods may mention a library's types: {@code app.json} hands out the
   * trees it reads, {@code change.run} looks into those of others, and the parts of the store hand
   * each other Lucene's.
   */
  static final Set<String> MAY_SHOW_LIBRARIES =
      Set.of(
          "app.json",
          "change.run",
          "store.lucene.answer",
          "store.lucene.match",
          "store.lucene.part",
          "store.lucene.print",
          "store.lucene.roll",
          "store.lucene.segment",
          "store.lucene.term",
          "store.lucene.write");

  private ArchitectureMap() {}
}
