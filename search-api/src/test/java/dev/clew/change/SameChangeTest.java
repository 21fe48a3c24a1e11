// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventId;
import dev.clew.event.Origin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameChangeTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Inference SHOWN =
      new Inference("says that it starts", EventId.of(new Origin("a", "a", 0, 1, 1)), "a.log", 1);

  @Test
  void keepsWhatWasToldOfADeployThatTheLogsGiveAwayAsWell() {
    Deploy told = new Deploy(NOON, "pay", "v2.0", "9f31c2ab04d1", "kim");

    assertThat(join(told, deploy(NOON.plusSeconds(40), "2.0", null))).containsExactly(told);
    assertThat(join(told, deploy(NOON.minusSeconds(40), "build-7", "9f31c2a")))
        .containsExactly(told);
    assertThat(join(told, new Restart(NOON.plusSeconds(70), "Pay", null, 1, 0, SHOWN)))
        .containsExactly(told);
  }

  @Test
  void keepsBothWhenTheyAreNotOne() {
    Deploy told = new Deploy(NOON, "pay", "2.0", null, "kim");

    assertThat(join(told, deploy(NOON.plusSeconds(40), "2.1", null))).hasSize(2);
    assertThat(join(told, deploy(NOON.plusSeconds(4_000), "2.0", null))).hasSize(2);
    assertThat(join(told, new Restart(NOON.plusSeconds(700), "pay", "2.0", 1, 0, SHOWN)))
        .hasSize(2);
    assertThat(join(new Deploy(NOON, "cart", "2.0", null, null), deploy(NOON, "2.0", null)))
        .hasSize(2);
    assertThat(
            join(
                new ConfigChange(NOON, "pay", null, "a", "1", "2", null),
                deploy(NOON, "2.0", null)))
        .hasSize(2);
  }

  private static List<Change> join(Change told, Change inferred) {
    return SameChange.join(List.of(told), List.of(inferred));
  }

  private static Deploy deploy(Instant time, String version, String commit) {
    return new Deploy(time, "pay", version, commit, null, "1.9", 0, SHOWN);
  }
}
