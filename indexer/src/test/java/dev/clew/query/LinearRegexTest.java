// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Expressions that take a backtracking engine seconds or its stack take this one milliseconds, or
 * are none (RELIABILITY Q-06).
 */
class LinearRegexTest {
  private static final int LONGEST_MILLIS = 150;
  private static final int TRIES = 3;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private static Map<String, String> killers() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("(a+)+\\1$", "a".repeat(5_000) + "!");
    all.put("(.*)*\\1z", "a".repeat(5_000));
    all.put("(\\d+)*[a-f]\\1", "1".repeat(5_000) + "g");
    all.put("(.*?,){12}P", "1,".repeat(30));
    all.put("^(.+)+,(.+)+,(.+)+;$", "a,".repeat(200));
    all.put("\\[.*\\].*\\[.*\\].*\\[.*\\].*=$", "[a] ".repeat(225));
    all.put("(.*)\\s(.*)\\s(.*)\\s(.*)x$", "a ".repeat(300));
    all.put("\\s+$", " ".repeat(100_000) + "x");
    all.put("(?s)(.|\\n)*END", "a\n".repeat(4_000));
    all.put("(a+)+$", "a".repeat(5_000) + "!");
    all.put("(x+x+)+y", "x".repeat(5_000));
    all.put("(a?){1000}a{5}", "a".repeat(2_000));
    return all;
  }

  @Test
  void findsInLinearTimeOrRefuses() {
    int refused = 0;
    long longest = 0;
    for (Map.Entry<String, String> each : killers().entrySet()) {
      Query.Regex regex;
      try {
        regex = new Query.Regex(Query.TEXT, each.getKey());
      } catch (IllegalArgumentException none) {
        refused++;
        continue;
      }
      long millis = millis(() -> regex.fits(each.getValue()));
      longest = Math.max(longest, millis);
      assertThat(millis).as(each.getKey()).isLessThanOrEqualTo(LONGEST_MILLIS);
    }
    System.out.printf(
        "Q-06 %d expressions that backtrack: %d refused, the others find within %d ms%n",
        killers().size(), refused, longest);
  }

  @Test
  void takesPartsOutInLinearTime() {
    long longest = 0;
    for (Map.Entry<String, String> each :
        Map.of(
                "(?<part>(.*)\\s(.*)\\s(.*)\\s(.*)x$)", "a ".repeat(300),
                "(?<part>\\s+$)", " ".repeat(100_000) + "x",
                "(?<part>(.|\\n)*END)", "a\n".repeat(4_000))
            .entrySet()) {
      Extraction extraction = new Extraction(each.getKey());
      long millis = millis(() -> extraction.first(each.getValue()));
      longest = Math.max(longest, millis);
      assertThat(millis).as(each.getKey()).isLessThanOrEqualTo(LONGEST_MILLIS);
    }
    System.out.printf("Q-06 rex: parts are taken out within %d ms%n", longest);
  }

  /** Of this thread's work, the best of some: on a busy machine it waits as well. */
  private long millis(Runnable work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long start = threads.getCurrentThreadCpuTime();
      work.run();
      best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
    }
    return TimeUnit.NANOSECONDS.toMillis(best);
  }
}
