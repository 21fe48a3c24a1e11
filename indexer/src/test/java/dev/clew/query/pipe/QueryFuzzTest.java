// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.query.QueryParser;
import dev.clew.query.RandomQueries;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What is printed is read again as the same, and no text takes long (RELIABILITY Q-09). System
 * properties: {@code clew.fuzz.cases}, {@code clew.fuzz.seed}.
 */
class QueryFuzzTest {
  private static final int CASES = Integer.getInteger("clew.fuzz.cases", 10_000);

  /** Classes of characters in expressions take long to compile. */
  private static final int TEXTS = CASES / 20;

  private static final long LONGEST_MILLIS = 1_000;

  /** So many times shorter texts are drawn than the longest ones, for each of those. */
  private static final int SHORT = 400;

  private static final List<String> NAMES =
      List.of("status", "user id", "a.", "-x", "9", "käse", "a\"b", "\\", "x:y", "or", "a|b", "by");
  private static final List<String> WORDS =
      List.of("timeout", "com.acme.Pay", "A-17", "or", "中文", "a_b", "-->", "..", "x | head 3", "|");
  private static final List<String> VALUES =
      List.of("500", "2s", "a b", "", "*", "a..b", "\"", "\\", "/x/", "-1", "A\nB", "(", "not");
  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "\"",
          "'",
          "/",
          "\\",
          "*",
          "?",
          ":",
          "=",
          "!=",
          ">=",
          "..",
          "~",
          "-",
          "!",
          "|",
          "{",
          "}",
          "[",
          "]",
          ",",
          " ",
          "\n",
          "\t",
          "\u0000",
          "\ud800",
          "\ud83d\ude00",
          "\u202e",
          "\uff1a",
          "\u201c",
          "NOT ",
          " OR ",
          " and ",
          "level:",
          "service:",
          "duration>",
          "time",
          "/(a|b)+",
          "{1000}",
          "| stats ",
          "| where ",
          "| rex \"(?<x>",
          "| sort -",
          " by ",
          "p95(",
          "| explain vs (",
          "last 15 minutes",
          "a",
          "404",
          "中");

  private final Random random = new Random(Long.getLong("clew.fuzz.seed", 23));
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Test
  void readsWhatItPrints() {
    RandomQueries queries = new RandomQueries(random, WORDS, NAMES, VALUES);
    RandomPipes pipes = new RandomPipes(random, NAMES, VALUES);
    for (int i = 0; i < CASES; i++) {
      List<Pipe> some = i % 2 == 0 ? List.of() : pipes.next(4);
      Pipeline pipeline = new Pipeline(queries.next(1 + random.nextInt(5)), some);
      ParsedPipeline again = PipelineParser.parse(pipeline.toString());
      assertThat(again.refused()).isFalse();
      assertThat(again.pipeline()).as(pipeline.toString()).isEqualTo(pipeline);
    }
    System.out.printf("Q-09 %,d random queries printed and read again, 0 differ%n", CASES);
  }

  @Test
  void readsAnyText() {
    long longest = 0;
    int refused = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text(i % SHORT == 0 ? QueryParser.MAX_LENGTH : 1 + random.nextInt(200));
      long start = threads.getCurrentThreadCpuTime();
      ParsedPipeline parsed = PipelineParser.parse(text);
      longest = Math.max(longest, threads.getCurrentThreadCpuTime() - start);
      refused += parsed.refused() ? 1 : 0;
      if (!parsed.refused()) {
        String printed = parsed.pipeline().toString();
        assertThat(printed.length() > QueryParser.MAX_LENGTH || isReadAgain(printed, parsed))
            .as("%s printed as %s", text, printed)
            .isTrue();
      }
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(longest);
    System.out.printf(
        "Q-09 %,d texts of up to %,d characters read: %,d refused by name, 0 faults, longest %d ms%n",
        TEXTS, QueryParser.MAX_LENGTH, refused, millis);
    assertThat(millis).isLessThan(LONGEST_MILLIS);
  }

  private static boolean isReadAgain(String printed, ParsedPipeline parsed) {
    return PipelineParser.parse(printed).pipeline().equals(parsed.pipeline());
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    String often = PIECES.get(random.nextInt(PIECES.size()));
    while (text.length() < length) {
      boolean again = random.nextInt(3) == 0;
      text.append(again ? often : PIECES.get(random.nextInt(PIECES.size())));
    }
    text.setLength(length);
    return text.toString();
  }
}
