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
          entry("store.lucene", Set.of("event", "query", "store")),
          entry("source", Set.of()),
          entry("format.time", Set.of("event")),
          entry("format.stack", Set.of("event")),
          entry("format.field", Set.of("event", "format.time", "format.stack")),
          entry("format.line", Set.of("event", "source", "format.time", "format.field")),
          entry("format", Set.of("event", "source", "format.time", "format.field", "format.line")),
          entry("pattern", Set.of("event")),
          entry("ingest", Set.of("event", "source", "format", "format.field", "pattern", "store")),
          entry("code", Set.of("event")),
          entry("change", Set.of()),
          entry("explain.measure", Set.of("event")),
          entry("explain.trace", Set.of("event", "explain.measure")),
          entry("explain.window", Set.of("event", "query", "store", "explain.measure")),
          entry("explain.place", Set.of("event", "explain.window")),
          entry(
              "explain",
              Set.of(
                  "event",
                  "query",
                  "store",
                  "explain.measure",
                  "explain.trace",
                  "explain.window",
                  "explain.place")),
          entry("suspect", Set.of("event", "query", "store", "code", "change", "explain")),
          entry("http.json", Set.of("event", "store", "code", "explain", "suspect")),
          entry("http.problem", Set.of("store")),
          entry("http.ask", Set.of("event", "query", "store", "http.problem")),
          entry(
              "http.answer",
              Set.of(
                  "event",
                  "query",
                  "store",
                  "code",
                  "change",
                  "explain",
                  "suspect",
                  "http.json",
                  "http.problem",
                  "http.ask")),
          entry(
              "http",
              Set.of(
                  "store",
                  "code",
                  "change",
                  "http.json",
                  "http.problem",
                  "http.ask",
                  "http.answer")),
          entry(
              "app",
              Set.of(
                  "event",
                  "query",
                  "store",
                  "store.lucene",
                  "source",
                  "format.stack",
                  "ingest",
                  "pattern",
                  "code",
                  "change",
                  "explain",
                  "suspect",
                  "http",
                  "http.json")));

  /** Library package → the packages of ours that may use it. */
  static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "org.apache.lucene..", List.of("store.lucene"),
          "com.github.luben.zstd..", List.of("store.lucene", "source"),
          "org.apache.commons.compress..", List.of("source"),
          "org.apache.commons.csv..", List.of("format", "change", "app"),
          "tools.jackson..", List.of("format", "change", "http", "app"),
          "org.eclipse.jgit..", List.of("code"),
          "io.javalin..", List.of("http"),
          "org.eclipse.jetty..", List.of("http"),
          "picocli..", List.of("app"));

  /**
   * Packages whose public methods may mention a library's types, because the library calls them.
   */
  static final Set<String> MAY_SHOW_LIBRARIES = Set.of("app");

  private ArchitectureMap() {}
}
