// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/ui-acceptance.md tells of all points, names tests that are there, and does not flatter. */
class AcceptancePageTest {
  private static final int POINTS = 60;
  private static final Path HOME = Cli.home();
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| (.*?) \\| (.*?) \\|$");
  private static final Pattern FILE = Pattern.compile("`([^`]+)`");

  private record Row(int point, String tests, String holds) {}

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    Matcher found = ROW.matcher(Files.readString(HOME.resolve("docs/ui-acceptance.md")));
    while (found.find()) {
      rows.add(new Row(Integer.parseInt(found.group(1)), found.group(2), found.group(3)));
    }
    return rows;
  }

  @Test
  void tellsOfEachPointOnce() throws IOException {
    assertThat(rows().stream().map(Row::point))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, POINTS).boxed().toList());
  }

  @Test
  void namesTestsThatSpeakOfTheirPoint() throws IOException {
    for (Row row : rows()) {
      Matcher files = FILE.matcher(row.tests());
      int seen = 0;
      while (files.find()) {
        seen++;
        Path file = HOME.resolve("web/test").resolve(files.group(1));
        file = Files.exists(file) ? file : HOME.resolve(files.group(1));
        assertThat(file).as("point %d", row.point()).exists();
        if (file.toString().contains("web/test")) {
          assertThat(Files.readString(file))
              .as("%s speaks of point %d", file, row.point())
              .containsPattern("[\"`][^\"`\n]{0,60}\\b" + row.point() + "\\b");
        }
      }
      assertThat(seen > 0)
          .as("point %d has a test", row.point())
          .isNotEqualTo(row.tests().equals("-"));
      assertThat(row.tests().equals("-"))
          .as("point %d is out of scope", row.point())
          .isEqualTo(row.holds().startsWith("out of scope"));
    }
  }

  @Test
  void saysOfTheOpenPointsThatTheyDoNotHold() throws IOException {
    JsonNode open =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(HOME.resolve("web/test/e2e/acceptance/open.json")));
    TreeSet<String> said = new TreeSet<>();
    for (Row row : rows()) {
      if (row.holds().startsWith("not yet")) {
        said.add(Integer.toString(row.point()));
      }
    }
    assertThat(said).isEqualTo(new TreeSet<>(open.propertyNames()));
  }
}
