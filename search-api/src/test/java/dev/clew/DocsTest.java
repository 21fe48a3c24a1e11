// SPDX-License-Identifier: Apache-2.0
package dev.clew;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents promise is there. */
class DocsTest {
  private static final Path HOME = home();

  @Test
  void showsTheMapThatTheArchitectureTestChecks() throws IOException {
    Map<String, Set<String>> documented = new TreeMap<>();
    for (String line : Files.readAllLines(HOME.resolve("docs/architecture.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[1].strip().startsWith("`") && !cells[3].isBlank()) {
        documented.put(cells[1].strip().replace("`", ""), packages(cells[3]));
      }
    }
    Map<String, Set<String>> map = new TreeMap<>();
    ArchitectureMap.PACKAGES.forEach((name, allowed) -> map.put(name, new TreeSet<>(allowed)));
    assertThat(documented).isEqualTo(map);
  }

  @Test
  void linksOnlyToWhatIsThere() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    for (Path page : pages()) {
      Matcher links = link.matcher(Files.readString(page));
      while (links.find()) {
        assertThat(page.getParent().resolve(links.group(1)))
            .as("a link of " + HOME.relativize(page))
            .exists();
      }
    }
  }

  @Test
  void listsEveryDecision() throws IOException {
    String index = Files.readString(HOME.resolve("docs/adr/README.md"));
    try (Stream<Path> decisions = Files.list(HOME.resolve("docs/adr"))) {
      assertThat(
              decisions
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("README.md")))
          .allMatch(index::contains);
    }
  }

  private static Set<String> packages(String cell) {
    return Arrays.stream(cell.split(","))
        .map(String::strip)
        .filter(name -> !name.equals("–"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
      return Stream.concat(
              docs.filter(file -> file.toString().endsWith(".md")),
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "sample-logs/README.md")
                  .map(HOME::resolve))
          .toList();
    }
  }

  private static Path home() {
    Path module = Path.of("").toAbsolutePath();
    return module.endsWith("search-api") ? module.getParent() : module;
  }
}
