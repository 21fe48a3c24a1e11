// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.samples.SampleEvents.Said;
import dev.clew.samples.SampleStatements.Printed;
import dev.clew.samples.rail.LostSurcharge;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the logs of four languages say of the code is true at the commit that was deployed. */
class RailTruthTest {

  private static final Path FOLDER = Path.of("..", "sample-logs", LostSurcharge.scenario().name());
  private static final Pattern JAVA =
      Pattern.compile("\tat com\\.acme\\.rail\\.booking\\.\\w+\\.(\\w+)\\((\\w+\\.java):(\\d+)\\)");
  private static final Pattern PYTHON =
      Pattern.compile("  File \"/app/(rail_pricing/\\w+\\.py)\", line (\\d+), in (\\S+)");
  private static final Pattern NODE =
      Pattern.compile("    at (?:async )?(?:Object\\.)?(\\w+) \\(/app/(src/\\S+):(\\d+):(\\d+)\\)");
  private static final Pattern GO = Pattern.compile("\t/src/(refunds/\\w+\\.go):(\\d+).*");

  @Test
  void framesNameTheLineOfTheCall(@TempDir Path scratch) throws Exception {
    Map<String, Integer> frames = new TreeMap<>();
    try (DeployedSources sources = new DeployedSources(FOLDER, scratch)) {
      for (Said said : SampleEvents.of(FOLDER)) {
        Map<String, List<String>> files = sources.at(said.service(), said.time());
        for (int i = 0; i < said.trace().size(); i++) {
          if (isTrue(said, i, files)) {
            frames.merge(said.service(), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(frames.keySet()).containsExactly("booking", "pricing", "refunds", "web");
    assertThat(frames.values()).allMatch(count -> count > 20);
  }

  /** False for lines that are no frame of the shop's own code; fails for a frame that is wrong. */
  private static boolean isTrue(Said said, int i, Map<String, List<String>> files) {
    String line = said.trace().get(i);
    Matcher java = JAVA.matcher(line);
    Matcher python = PYTHON.matcher(line);
    Matcher node = NODE.matcher(line);
    Matcher go = GO.matcher(line);
    if (java.matches()) {
      String path = "booking/src/main/java/com/acme/rail/booking/" + java.group(2);
      Matcher above = JAVA.matcher(said.trace().get(i - 1));
      String called =
          above.matches() ? above.group(1) : i == 1 ? "surchargeCents()" : "pricing.post()";
      assertThat(code(files, path, java.group(3))).as(line).contains(called);
      return true;
    }
    if (python.matches()) {
      String code = code(files, "pricing/" + python.group(1), python.group(2));
      assertThat(code.strip()).as(line).isEqualTo(said.trace().get(i + 1).strip());
      return true;
    }
    if (node.matches()) {
      String path = said.service() + "/" + node.group(2);
      Matcher above = NODE.matcher(said.trace().get(i - 1));
      String code = code(files, path, node.group(3)).substring(Integer.parseInt(node.group(4)) - 1);
      assertThat(code)
          .as(line)
          .startsWith(
              above.matches()
                  ? above.group(1) + "("
                  : i == 1 ? (path.endsWith("price.ts") ? "toString(" : "new Answered(") : "post(");
      return true;
    }
    if (go.matches()) {
      String code = code(files, go.group(1), go.group(2));
      String before = said.trace().get(i - 1);
      assertThat(code)
          .as(line)
          .contains(
              before.startsWith("main.refundable")
                  ? "*q.Surcharge"
                  : before.contains(").refund(")
                      ? "refundable("
                      : before.contains("func1.1") ? "debug.Stack()" : "next.ServeHTTP(");
      return true;
    }
    assertThat(line)
        .doesNotContain("/app/src/", "/app/rail_pricing", "at com.acme.", "/src/refunds");
    return false;
  }

  private static String code(Map<String, List<String>> files, String path, String line) {
    return files.get(path).get(Integer.parseInt(line) - 1);
  }

  @Test
  void goSaysTheLineOfTheStatement(@TempDir Path scratch) throws Exception {
    try (DeployedSources sources = new DeployedSources(FOLDER, scratch)) {
      SampleStatements statements = new SampleStatements(sources);
      for (Said said : SampleEvents.of(FOLDER)) {
        if (said.service().equals("refunds")) {
          Printed printed = statements.of(said).orElseThrow();
          assertThat(
                  sources
                      .at(said.service(), said.time())
                      .get(printed.path())
                      .get(printed.line() - 1))
              .contains("og.")
              .contains("(\"" + said.message() + "\"");
        }
      }
    }
  }

  @Test
  void deploysFollowTheirCommits(@TempDir Path scratch) throws Exception {
    try (DeployedSources sources = new DeployedSources(FOLDER, scratch)) {
      assertThat(sources.deployedBeforeCommitted()).isEmpty();
    }
  }
}
