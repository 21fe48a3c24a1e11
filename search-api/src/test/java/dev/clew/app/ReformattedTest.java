// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.app.inquiry.Inquiry;
import dev.clew.app.inquiry.Investigator;
import dev.clew.app.inquiry.Scenario;
import dev.clew.app.terminal.Surroundings;
import dev.clew.code.CommitOnTop;
import dev.clew.code.remote.AllowedHosts;
import dev.clew.code.remote.Place;
import dev.clew.ingest.ReadSettings;
import dev.clew.suspect.evidence.Cleared;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commits that only reformat the guilty file come on top of the commit that was deployed, and are
 * deployed with it: none of them is suspected. Where no commit is guilty, the file is one of the
 * failing path. Each change of looks is taken back by the commit after it, so that the file that
 * ran is the one that the stack traces name lines of.
 */
class ReformattedTest {

  private static final Map<String, UnaryOperator<String>> JAVA = new LinkedHashMap<>();
  private static final Map<String, UnaryOperator<String>> PYTHON = new LinkedHashMap<>();

  static {
    JAVA.put("white space", text -> every(text, "^([^\"\\n]*) = (.*;)$", "$1  =  $2\n"));
    JAVA.put("re-indent", text -> every(text, "^( +)", "$1$1"));
    JAVA.put("brace style", text -> every(text, "^( *)(.*\\S) \\{$", "$1$2\n$1{"));
    JAVA.put("import reorder", text -> reversed(text, "import "));
    JAVA.put("comment-only", text -> every(text, "^( *)(private|public) ", "$1// seen\n$1$2 "));
    JAVA.put(
        "line wraps", text -> every(text, "^([^\"\\n/]*\\()(?=[^)\"\\n]+\\).*$)", "$1\n        "));
    PYTHON.put("white space", text -> text.replace(" = ", "  =  ").replace("\n\n\n", "\n\n"));
    PYTHON.put("re-indent", text -> every(text, "^( +)", "$1$1"));
    PYTHON.put("quotes", text -> every(text, "(?<!\")\"([^\"\\n]+)\"(?!\")", "'$1'"));
    PYTHON.put("import reorder", text -> reversed(text, "from "));
    PYTHON.put("comment-only", text -> every(text, "^( +)return ", "$1# seen\n$1return "));
    PYTHON.put(
        "line wraps", text -> every(text, "^(.*[\\[(]\\w+), (\\w+\\].*)$", "$1,\n        $2"));
  }

  @ParameterizedTest
  @CsvSource({
    "checkout-timeout, checkout, 2.14.0,"
        + " shared/http-client/src/main/java/com/acme/shop/http/HttpDefaults.java",
    "expired-certificate, payment, 3.8.2,"
        + " payment/src/main/java/com/acme/shop/payment/CardGateway.java",
    "config-change, checkout, 2.15.0,"
        + " checkout/src/main/java/com/acme/shop/checkout/CartRepository.java",
    "lost-surcharge, pricing, 4.7.0, pricing/rail_pricing/wire.py",
  })
  void clearsWhatOnlyReformats(
      String name, String service, String version, String path, @TempDir Path scratch)
      throws Exception {
    Scenario scenario = Scenario.read(Cli.home().resolve("sample-logs").resolve(name));
    Path deploys = scenario.folder().resolve("deploys.csv");
    String row = row(deploys, service, version);
    String deployed = row.split(",")[3];
    List<String> subjects = new ArrayList<>();
    Path repository = scratch.resolve("repo.git");
    try (CommitOnTop git =
        CommitOnTop.of(scenario.folder().resolve("repo.bundle"), repository, deployed)) {
      String text = git.text(path);
      Map<String, UnaryOperator<String>> looks = path.endsWith(".py") ? PYTHON : JAVA;
      looks.forEach(
          (look, change) -> {
            String other = change.apply(text);
            if (look.equals("import reorder") && other.equals(text)) {
              return; // it imports one name
            }
            assertThat(other).as(look).isNotEqualTo(text);
            subjects.add("Format again: " + look);
            git.commit(subjects.getLast(), path, other);
            subjects.add("Format back: " + look);
            git.commit(subjects.getLast(), path, text);
          });
      Path told = scratch.resolve("deploys.csv");
      Files.writeString(
          told, Files.readString(deploys).replace(row, row.replace(deployed, git.head())));
      SuspectReport report = investigate(scenario, repository, told);
      assertThat(scenario.isCause(report.suspects().getFirst())).isTrue();
      assertThat(report.suspects().stream().map(Suspect::title))
          .doesNotContainAnyElementsOf(subjects);
      for (String subject : subjects) {
        assertThat(report.cleared().stream().filter(each -> each.title().equals(subject)))
            .as(subject)
            .extracting(Cleared::reason)
            .containsExactly("changes only comments and layout");
      }
    }
  }

  private static SuspectReport investigate(Scenario scenario, Path repository, Path deploys) {
    Inquiry known = DemoCommand.inquiry(scenario);
    List<Path> changes = new ArrayList<>(scenario.changes());
    changes.replaceAll(file -> file.endsWith("deploys.csv") ? deploys : file);
    Inquiry inquiry =
        new Inquiry(
            known.logs(),
            List.of(),
            known.range(),
            known.baselineRange(),
            Map.of("*", Place.at(repository)),
            AllowedHosts.none(),
            changes,
            null);
    Surroundings surroundings =
        Cli.surroundings("", new ByteArrayOutputStream(), new ByteArrayOutputStream());
    return new Investigator(surroundings, new ReadSettings(ZoneId.of(scenario.zone()), Cli.NOW))
        .investigate(inquiry)
        .suspects();
  }

  private static String row(Path deploys, String service, String version) throws Exception {
    return Files.readAllLines(deploys).stream()
        .filter(each -> each.contains("," + service + "," + version + ","))
        .findFirst()
        .orElseThrow();
  }

  private static String every(String text, String pattern, String by) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).replaceAll(by);
  }

  /** The lines that begin so, in the other order; lines between them stay. */
  private static String reversed(String text, String start) {
    List<String> found =
        new ArrayList<>(text.lines().filter(line -> line.startsWith(start)).toList());
    Collections.reverse(found);
    StringBuilder all = new StringBuilder();
    text.lines()
        .forEach(
            line -> all.append(line.startsWith(start) ? found.removeFirst() : line).append('\n'));
    return all.toString();
  }
}
