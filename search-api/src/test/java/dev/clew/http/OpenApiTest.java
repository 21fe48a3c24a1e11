// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
  private static Served served;
  private static JsonNode document;
  private static String anEvent;

  @BeforeAll
  static void serve() {
    served = Example.serve();
    document = served.get("/api/openapi.json");
    anEvent = served.get("/api/search", "q", "failed").at("/events/0/id").asString();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  static Stream<String> paths() {
    return Stream.of(
        "/api/status",
        "/api/search",
        "/api/why-none",
        "/api/query",
        "/api/explain-query",
        "/api/suggest",
        "/api/histogram",
        "/api/fields",
        "/api/facets",
        "/api/patterns",
        "/api/events/{id}",
        "/api/errors",
        "/api/code",
        "/api/suspects",
        "/api/source",
        "/api/commit",
        "/api/mappings",
        "/api/mappings/try",
        "/api/verdicts",
        "/api/statement",
        "/api/changes",
        "/api/correlate",
        "/api/joins",
        "/api/explain",
        "/api/pattern",
        "/api/skew",
        "/api/graph",
        "/api/timeline",
        "/api/incidents",
        "/api/incidents/{id}",
        "/api/incidents/{id}/evidence/{evidence}",
        "/api/incidents/{id}/blocks/{block}/versions",
        "/api/incidents/{id}/history",
        "/api/sources",
        "/api/sources/rejected",
        "/api/imports",
        "/api/openapi.json");
  }

  @Test
  void listsExactlyTheRoutesOfTheApi() {
    assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
    assertThat(document.get("paths").propertyNames())
        .filteredOn(path -> !path.equals("/api/imports/{id}")) // among paths() it would need one
        .containsExactlyElementsOf(
            Stream.of(paths(), Stream.of("/api/tail", "/api/stream"), told())
                .flatMap(each -> each)
                .toList());
    assertThat(document.get("paths").has("/api/imports/{id}")).isTrue();
  }

  /** Addresses that only take something. */
  private static Stream<String> told() {
    return Stream.of(
        "/api/try-lines",
        "/api/incidents/{id}/marks",
        "/api/incidents/{id}/evidence",
        "/api/incidents/{id}/check",
        "/api/incidents/{id}/items",
        "/api/incidents/{id}/items/{item}",
        "/api/incidents/{id}/blocks/{block}",
        "/api/incidents/{id}/blocks/{block}/comments",
        "/api/links");
  }

  @Test
  void namesEveryOperationOnce() {
    List<String> names = new ArrayList<>();
    for (JsonNode path : document.get("paths")) {
      path.forEach(operation -> names.add(operation.get("operationId").asString()));
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void listsExactlyTheParametersThatTheServerTakes(String path) {
    TreeSet<String> documented = new TreeSet<>();
    for (JsonNode parameter : document.get("paths").get(path).at("/get/parameters")) {
      if (parameter.get("in").asString().equals("query")) {
        documented.add(parameter.get("name").asString());
      }
    }

    String taken = served.problem(address(path), "no-such", "1").get("fix").asString();
    List<String> names =
        taken.startsWith("it takes ") ? List.of(taken.substring(9).split(", ")) : List.of();
    assertThat(documented).isEqualTo(new TreeSet<>(names));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void describesTheAnswerThatTheServerGives(String path) {
    JsonNode schema =
        document.get("paths").get(path).at("/get/responses/200/content/application~1json/schema");

    assertThat(SchemaCheck.faults(document, schema, served.get(address(path), needed(path))))
        .isEmpty();
  }

  @Test
  void describesWhatATailTakesAndShows() throws IOException {
    listsExactlyTheParametersThatTheServerTakes("/api/tail");
    JsonNode shown =
        document
            .get("paths")
            .get("/api/tail")
            .at("/get/responses/200/content/text~1event-stream/schema/x-events");
    assertThat(shown.propertyNames()).containsExactly("event", "gap");

    String failed = "/api/tail?q=failed&from=2026-11-21T14:00:00Z";
    try (Reader reader = new Reader(served.port(), failed, "")) {
      Reader.Item event = reader.next();
      assertThat(event.name()).isEqualTo("event");
      assertThat(SchemaCheck.faults(document, shown.get("event"), event.data())).isEmpty();
      // another server does not know that place, so it cannot go on without a gap
      try (Served other = Example.serve();
          Reader again = new Reader(other.port(), failed, event.id())) {
        Reader.Item gap = again.next();
        assertThat(gap.name()).isEqualTo("gap");
        assertThat(SchemaCheck.faults(document, shown.get("gap"), gap.data())).isEmpty();
      }
    }
  }

  @Test
  void describesTheFramesOfAStream() throws IOException {
    listsExactlyTheParametersThatTheServerTakes("/api/stream");
    JsonNode shown =
        document
            .get("paths")
            .get("/api/stream")
            .at("/get/responses/200/content/application~1x-ndjson/schema/x-events");
    assertThat(shown.propertyNames())
        .containsExactly(
            "begin", "rows", "progress", "hist", "facets", "partial", "problem", "done");

    String address = "/api/stream?q=failed&facets=on";
    try (FrameReader reader = new FrameReader(served.port(), address, "test")) {
      for (JsonNode frame : reader.all()) {
        JsonNode schema = shown.get(frame.get("frame").asString());
        assertThat(SchemaCheck.faults(document, schema, frame)).isEmpty();
      }
    }
  }

  @Test
  void describesTheAnswersOfAnEmptyStore() {
    try (Served empty = Served.events(List.of())) {
      // these ask about a file, a commit or an event, of which there is none
      List<String> unasked =
          List.of(
              "/api/source",
              "/api/statement",
              "/api/commit",
              "/api/mappings/try",
              "/api/code",
              "/api/sources/rejected");
      for (String path :
          paths().filter(path -> !path.contains("{") && !unasked.contains(path)).toList()) {
        JsonNode schema =
            document
                .get("paths")
                .get(path)
                .at("/get/responses/200/content/application~1json/schema");
        assertThat(SchemaCheck.faults(document, schema, empty.get(path, needed(path))))
            .as(path)
            .isEmpty();
      }
    }
  }

  @Test
  void describesProblems() {
    JsonNode schema = document.at("/components/schemas/Problem");

    for (JsonNode problem :
        List.of(
            served.problem("/api/search", "limit", "x"),
            served.problem("/api/search", "q", "x".repeat(17_000)),
            served.problem("/a%00"),
            served.problem("/no-such"))) {
      assertThat(SchemaCheck.faults(document, schema, problem)).isEmpty();
    }
  }

  @Test
  void resolvesEveryReference() {
    List<String> references = new ArrayList<>();
    collect(document, references);

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  private static void collect(JsonNode node, List<String> references) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().equals("$ref")) {
        references.add(entry.getValue().asString());
      }
    }
    node.forEach(child -> collect(child, references));
  }

  /** The parameters without which there is no answer. */
  private static String[] needed(String path) {
    return switch (path) {
      case "/api/correlate" -> new String[] {"value", "1007"};
      case "/api/source" -> {
        JsonNode frame = served.get("/api/suspects", "q", "level:error").at("/frames/0");
        yield new String[] {
          "commit",
          frame.get("commit").asString(),
          "path",
          frame.get("path").asString(),
          "line",
          "42"
        };
      }
      case "/api/code" ->
          new String[] {
            "event", served.get("/api/search", "q", "level:error").at("/events/0/id").asString()
          };
      case "/api/sources/rejected" -> new String[] {"source", "checkout.log"};
      case "/api/commit" -> new String[] {"revision", "main"};
      case "/api/mappings/try" ->
          new String[] {
            "prefix",
            "com",
            "path",
            "com/A.java",
            "commit",
            served.get("/api/commit", "revision", "main").get("id").asString()
          };
      case "/api/statement" -> new String[] {"event", anEvent};
      default -> new String[0];
    };
  }

  private static String address(String path) {
    return path.replace("incidents/{id}", "incidents/INC-1")
        .replace("{evidence}", "E1")
        .replace("{block}", "B2")
        .replace("{id}", anEvent);
  }
}
