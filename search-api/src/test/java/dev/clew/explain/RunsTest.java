// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.explain.PatternChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A baseline of several runs of the same thing says how much counts differ by themselves. */
class RunsTest {
  private static final String TODAY = "2026-03-01T14:00:00Z";
  private static final String LAST_WEEK = "2026-02-22T09:30:00Z";

  private final Comparer comparer = new Comparer();

  @Test
  void aSmallDifferenceFromWhatAllRunsAgreeOnIsShown() {
    Scene now = run(new Scene(TODAY), "now.log", 13, 40);
    Scene before = run(new Scene(LAST_WEEK), "first.log", 12, 30);
    run(before, "second.log", 12, 50);

    List<PatternChange> changes = comparer.compare(now.events(), before.events()).patterns();

    assertThat(changes)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.pattern().template()).isEqualTo("table opened");
              assertThat(change.kind()).isEqualTo(Kind.MORE);
              assertThat(change.now()).isEqualTo(13);
              assertThat(change.before()).isEqualTo(24);
            });
  }

  @Test
  void filesOfDifferentProgramsAreNoRuns() {
    Scene now = run(new Scene(TODAY), "now.log", 13, 40);
    Scene before = run(new Scene(LAST_WEEK), "first.log", 12, 40);
    before.inFile("other.log").steady(0, 60, 50, "mail", "INFO", "letter sent");

    assertThat(comparer.compare(now.events(), before.events()).patterns())
        .extracting(change -> change.pattern().template())
        .doesNotContain("table opened");
  }

  private static Scene run(Scene scene, String file, int tables, int queries) {
    scene.inFile(file);
    for (String steady : List.of("starting", "started", "stopping", "stopped", "cache filled")) {
      scene.steady(0, 60, 20, "db", "INFO", steady);
    }
    return scene
        .steady(0, 60, tables, "db", "INFO", "table opened")
        .steady(0, 60, queries, "db", "INFO", "query answered");
  }
}
