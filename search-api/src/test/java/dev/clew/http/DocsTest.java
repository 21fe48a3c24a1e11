// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.http.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What docs/api.md and docs/errors.md say is what the server does. */
class DocsTest {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```\\ncurl -s 'http://127\\.0\\.0\\.1:8080([^']+)'(?: \\| jq \\.(\\w+))?\\n```\\n"
              + "```json\\n(.*?)\\n```",
          Pattern.DOTALL);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void showsAnExampleOfEveryRoute() throws IOException {
    String document = read("api.md");
    List<String> addresses =
        EXAMPLE.matcher(document).results().map(example -> example.group(1)).toList();

    for (String path : routes()) {
      assertThat(document).contains("## `GET " + path + "`");
      String start = path.replaceAll("\\{.*", "");
      boolean followed = document.contains("curl -sN 'http://127.0.0.1:8080" + start + "?");
      assertThat(addresses).as(path).anyMatch(address -> followed || address.startsWith(start));
    }
  }

  @Test
  void namesEveryParameterOfARoute() throws IOException {
    String document = read("api.md");
    try (Served served = Example.serve()) {
      JsonNode paths = served.get("/api/openapi.json").get("paths");
      for (String path : routes()) {
        String section = document.split("## `GET " + Pattern.quote(path) + "`", 2)[1];
        section = section.split("\n## ", 2)[0];
        for (JsonNode parameter : paths.get(path).at("/get/parameters")) {
          assertThat(section).as(path).contains("`" + parameter.get("name").asString() + "`");
        }
      }
    }
  }

  @Test
  void showsWhatTheServerAnswers() throws IOException {
    List<MatchResult> examples = EXAMPLE.matcher(read("api.md")).results().toList();
    assertThat(examples).hasSizeGreaterThan(9);
    try (Served served = Example.serve()) {
      for (MatchResult example : examples) {
        JsonNode answer = JSON.readTree(served.ask("GET", example.group(1)).body());
        JsonNode part = example.group(2) == null ? answer : answer.get(example.group(2));
        JsonNode shown = JSON.readTree(example.group(3));

        if (example.group(1).startsWith("/api/suspects")) {
          assertThat(keys(shown)).as(example.group(1)).isEqualTo(keys(part));
        } else {
          assertThat(steady(shown)).as(example.group(1)).isEqualTo(steady(part));
        }
      }
    }
  }

  @Test
  void explainsEveryProblemUnderItsAnchor() throws IOException {
    String document = read("errors.md");
    List<String> headings =
        document
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();

    assertThat(headings)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::anchor).toList());
    String flat = document.replaceAll("\\s+", " ");
    for (ProblemType type : ProblemType.values()) {
      assertThat(flat)
          .contains(
              "## %s **%s** · status %d. %s"
                  .formatted(type.anchor(), type.title(), type.status(), type.meaning()));
    }
  }

  private static Set<String> keys(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }

  /** Without what differs from run to run. */
  private static JsonNode steady(JsonNode answer) {
    if (answer instanceof ObjectNode object) {
      object.remove("tookMs");
    }
    return answer;
  }

  private static List<String> routes() {
    try (Served served = Served.events(List.of())) {
      JsonNode paths = served.get("/api/openapi.json").get("paths");
      List<String> routes = new ArrayList<>(paths.propertyNames());
      routes.removeIf(path -> !paths.get(path).has("get"));
      return routes;
    }
  }

  private static String read(String name) throws IOException {
    return Files.readString(Path.of("..", "docs", name));
  }
}
