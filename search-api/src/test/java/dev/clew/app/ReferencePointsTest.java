// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.app.reference.ReferenceData;
import dev.clew.browser.BrowserScript;
import dev.clew.store.LogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The acceptance points that need much data or odd servers, in a real browser. A check that fails
 * is that of a point in {@code web/test/e2e/acceptance/open.json}, and each point there has a check
 * that fails.
 */
class ReferencePointsTest {
  /** Events of the reference data; 2,000,000 is the size that the points speak of. */
  private static final int EVENTS = Integer.getInteger("clew.acceptance.events", 200_000);

  /** Rows loaded for the scrolling point; 100,000 is the number that it speaks of. */
  private static final int ROWS = Integer.getInteger("clew.acceptance.rows", 20_000);

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern CHECK = Pattern.compile("(?m)^(ok|FAIL) +(.*)$");
  private static final Pattern POINT = Pattern.compile("^(?:\\w+: )?(\\d+)\\b");
  private static final Pattern END = Pattern.compile("(?m)^\\d+ passed, \\d+ failed$");
  private static final Path WEB = Cli.home().resolve("web");
  private static final Path SCRIPTS = WEB.resolve("test/e2e/acceptance");

  @TempDir Path folder;

  @Test
  void everyPointHoldsThatIsNotKnownToBeOpen() throws Exception {
    TreeSet<String> failed = new TreeSet<>();
    List<String> others = new ArrayList<>();
    try (ReferenceBench bench = new ReferenceBench(folder)) {
      ReferenceData data = ReferenceData.in(Files.createDirectory(folder.resolve("data")), EVENTS);
      LogStore store = bench.store("reference");
      Map<String, String> facts = new TreeMap<>(data.truths());
      facts.put("reference", bench.reference(data, store));
      facts.put("slow", bench.slow(store));
      facts.put("empty", bench.empty());
      facts.put("rows", Integer.toString(ROWS));
      Path told = Files.write(folder.resolve("facts.json"), JSON.writeValueAsBytes(facts));
      String text =
          BrowserScript.run("acceptance/reference.mjs", facts.get("reference"), told.toString())
              .text();
      assertThat(text).as("comes to its end").containsPattern(END);
      sort(text, failed, others);
    }
    assertThat(others).as("checks of no point").isEmpty();
    assertThat(failed).as("points that do not hold; those of open.json").isEqualTo(open());
  }

  private static Set<String> open() throws IOException {
    JsonNode list = JSON.readTree(Files.readAllBytes(SCRIPTS.resolve("open.json")));
    return new TreeSet<>(list.propertyNames());
  }

  private static void sort(String text, Set<String> failed, List<String> others) {
    Matcher checks = CHECK.matcher(text);
    while (checks.find()) {
      if (checks.group(1).equals("FAIL")) {
        Matcher point = POINT.matcher(checks.group(2));
        if (point.find()) {
          failed.add(point.group(1));
        } else {
          others.add(checks.group(2));
        }
      }
    }
  }
}
