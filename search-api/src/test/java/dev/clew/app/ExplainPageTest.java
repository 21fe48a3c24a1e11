// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/explain.md shows is what the commands print, and its sums come out. */
class ExplainPageTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```\\nclew ([^\\n]+)\\n```\\n```\\n(.*?)\\n```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void printsWhatThePageShowsOfTheSampleShop() throws IOException {
    List<MatchResult> examples = EXAMPLE.matcher(page()).results().toList();
    assertThat(examples).hasSize(3);
    String data = index();
    for (MatchResult example : examples) {
      Cli.Outcome outcome = run(example.group(1), data);
      assertThat(outcome.out().stripTrailing()).as(example.group(1)).isEqualTo(example.group(2));
      assertThat(outcome.code()).isEqualTo(outcome.out().contains("no difference") ? 1 : 0);
    }

    JsonNode shares = first(examples.get(0).group(1), data);
    assertThat(shares.get("effect").asDouble()).isEqualTo(2.4643);
    assertThat(shares.get("p").asDouble()).isBetween(1.2855e-46, 1.2865e-46);
    JsonNode rates = first(examples.get(1).group(1), data);
    assertThat(rates.get("effect").asDouble()).isEqualTo(0.6326);
    assertThat(rates.get("q").asDouble()).isBetween(4.947e-9, 4.949e-9);
  }

  @Test
  void computesTheWorkedExample() throws IOException {
    String page = page();
    assertThat(page)
        .contains("= **" + fixed(angle(24, 26) - angle(6, 1810)) + "**")
        .contains("= **" + fixed(angle(38, 282) - angle(1, 282)) + "**");

    BigInteger ways = BigInteger.ZERO;
    for (int k = 24; k <= 26; k++) {
      ways = ways.add(choose(30, k).multiply(choose(1806, 26 - k)));
    }
    BigDecimal tables = new BigDecimal(choose(1836, 26));
    double fisher = 2 * new BigDecimal(ways).divide(tables, MathContext.DECIMAL64).doubleValue();
    double throwing = 2 * 40 / Math.pow(2, 39);
    assertThat(page)
        .contains("**" + String.format(Locale.ROOT, "%.3e", fisher) + "**")
        .contains("= **" + scientific(throwing) + "**")
        .contains("= **" + scientific(34 * throwing) + "**")
        .contains("= **" + String.format(Locale.ROOT, "%.1f", 38.5 / 1.5) + "**");
  }

  private static String scientific(double number) {
    return String.format(Locale.ROOT, "%.3e", number).replace("e-0", "e-");
  }

  private static String fixed(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }

  private static double angle(double having, double all) {
    return 2 * Math.asin(Math.sqrt(having / all));
  }

  private static BigInteger choose(int of, int taken) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= taken; i++) {
      ways = ways.multiply(BigInteger.valueOf(of - taken + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  private JsonNode first(String command, String data) {
    String out = run(command + " --json", data).out();
    return JsonMapper.builder().build().readTree(out).get("groups").get(0).get("leading");
  }

  private static Cli.Outcome run(String command, String data) {
    return Cli.run(
        Stream.concat(Stream.of(command.split(" ")), Stream.of("--data", data))
            .toArray(String[]::new));
  }

  private String index() {
    String logs = Cli.home().resolve("sample-logs/checkout-timeout/logs").toString();
    String data = folder.resolve("data").toString();
    assertThat(Cli.run("index", logs, "--data", data, "--zone", "UTC").code()).isZero();
    return data;
  }

  private static String page() throws IOException {
    return Files.readString(Cli.home().resolve("docs/explain.md"));
  }
}
