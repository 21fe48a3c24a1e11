// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatternMinerTest {
  private static final List<String> NAMES =
      List.of("ada", "bob", "carol", "dave", "erin", "frank", "grace");

  @Test
  void readsLikeTheStatementsThatPrintedTheInput() {
    assertThat(
            starTemplates(
                "charged order 7712 in 12ms",
                "charged order 9 in 1.5s",
                "cache warmed at 10:15:30 from /var/cache/shop",
                "cache warmed at 11:00:02 from /var/cache/v2"))
        .containsExactly("charged order <*> in <*>", "cache warmed at <*>:<*>:<*> from <*>");
  }

  @Test
  void mergesWhereManyPlainWordsVary() {
    assertThat(starTemplates(forEachName("basket of %s was emptied by its owner")))
        .containsExactly("basket of <*> was emptied by its owner");
  }

  @Test
  void showsAWordThatVariesAsAWord() {
    assertThat(mine(forEachName("basket of %s was emptied by its owner")).patterns())
        .extracting(MinedPattern::template)
        .containsExactly("basket of <word> was emptied by its owner");
  }

  @Test
  void keepsStatementsApartThatSayDifferentThings() {
    assertThat(
            starTemplates(
                "payment 1 accepted by bank",
                "payment 2 refused by bank",
                "payment 3 held by bank"))
        .hasSize(3);
  }

  @Test
  void keepsStatesInCapitalsApart() {
    String[] lines = forEachState("order moved from %s to next state after check");
    assertThat(starTemplates(lines)).hasSize(lines.length);
  }

  @Test
  void mergesNamesThatThePhraseBeforeThemAnnounces() {
    assertThat(
            starTemplates(
                "session opened for user ada",
                "session opened for user bob",
                "session opened for user carol"))
        .containsExactly("session opened for user <*>");
  }

  @Test
  void mergesValuesOfKeysAndQualifiedNames() {
    assertThat(
            starTemplates(
                "release lock owner=cart shared=true",
                "release lock owner=billing shared=false",
                "loaded com.example.Cart eagerly",
                "loaded com.example.billing.Invoice eagerly"))
        .containsExactly("release lock owner=<*> shared=<*>", "loaded <*> eagerly");
  }

  @Test
  void mergesListsOfAnyLength() {
    assertThat(starTemplates("evicted pages 1", "evicted pages 1, 7, 12", "evicted pages 3, 4"))
        .containsExactly("evicted pages <*>");
  }

  @Test
  void keepsNamesThatMerelyHoldADigit() {
    assertThat(starTemplates("Log4jConfigurator started", "http2_init() took 12 ms"))
        .containsExactly("Log4jConfigurator started", "http2_init() took <*> ms");
  }

  @Test
  void countsEveryLineOnce() {
    RandomText random = new RandomText(5);
    List<String> bodies = IntStream.range(0, 3_000).mapToObj(i -> random.next()).toList();
    MinedPatterns mined = mine(bodies.toArray(String[]::new));
    int[] lines = new int[mined.patterns().size()];
    for (int line = 0; line < mined.lines(); line++) {
      lines[mined.patternOf(line)]++;
    }

    assertThat(mined.lines()).isEqualTo(bodies.size());
    assertThat(mined.patterns())
        .extracting(MinedPattern::lines)
        .containsExactlyElementsOf(Arrays.stream(lines).boxed().toList());
    assertThat(mined.patterns()).extracting(MinedPattern::id).doesNotHaveDuplicates();
  }

  @Test
  void groupsTheSameLinesWhateverTheirOrder() {
    List<String> bodies = new ArrayList<>(List.of(forEachName("basket of %s was emptied again")));
    bodies.addAll(List.of(forEachState("order moved to %s after check")));
    bodies.addAll(List.of("evicted pages 1", "evicted pages 1, 7", "payment 1 done"));
    List<String> shuffled = new ArrayList<>(bodies);
    Collections.shuffle(shuffled, new Random(9));

    assertThat(starTemplates(shuffled.toArray(String[]::new)))
        .containsExactlyInAnyOrderElementsOf(starTemplates(bodies.toArray(String[]::new)));
  }

  @Test
  void takesAnEmptyInputAndEmptyBodies() {
    assertThat(mine().patterns()).isEmpty();
    assertThat(starTemplates("", "\n\n", "x")).containsExactly("", "x");
  }

  @ParameterizedTest
  @CsvSource({"x", "7", "'x '", "'7 '", "a.", "\"", "=\"", "{\"a\":", "/a", "\uD83D\uDE00", "<*>"})
  void takesAMegabyteOfAnything(String piece) {
    String body = piece.repeat(1_000_000 / piece.length());

    MinedPatterns mined = mine(body, body + "!", "other");

    assertThat(mined.lines()).isEqualTo(3);
    assertThat(mined.patterns())
        .allSatisfy(pattern -> assertThat(pattern.template().length()).isLessThanOrEqualTo(400));
  }

  private static String[] forEachName(String format) {
    return NAMES.stream().map(format::formatted).toArray(String[]::new);
  }

  private static String[] forEachState(String format) {
    return List.of("NEW", "PAID", "PACKED", "SENT", "RETURNED", "LOST", "CLOSED").stream()
        .map(format::formatted)
        .toArray(String[]::new);
  }

  private static MinedPatterns mine(String... bodies) {
    PatternMiner miner = new PatternMiner();
    List.of(bodies).forEach(miner::add);
    return miner.patterns();
  }

  private static List<String> starTemplates(String... bodies) {
    return mine(bodies).patterns().stream().map(MinedPattern::starTemplate).toList();
  }
}
