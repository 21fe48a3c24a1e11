// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.explain.ServiceEvidence.Aspect;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the findings about one service add up. */
class ServiceEvidenceTest {
  private final ServiceEvidence evidence = new ServiceEvidence();

  @Test
  void whatIsSeenTwiceCountsLittleMoreThanOnce() {
    evidence.add(Aspect.FAILURE, finding(0.4, "requests fail first here"));
    evidence.add(Aspect.FAILURE, finding(0.5, "a new error"));

    assertThat(evidence.score()).isEqualTo(1 - (1 - 0.5) * (1 - 0.6 * 0.4), within(1e-12));
  }

  @Test
  void mattersOfTheirOwnAddUpAsProbabilitiesDo() {
    evidence.add(Aspect.FAILURE, finding(0.5, "a new error"));
    evidence.add(Aspect.BEHAVIOUR, finding(0.4, "slower"));
    evidence.add(Aspect.BEHAVIOUR, finding(0.2, "more memory"));

    assertThat(evidence.score()).isEqualTo(1 - 0.5 * 0.6 * 0.8, within(1e-12));
  }

  @Test
  void showsWhatEachFindingAdds() {
    evidence.add(Aspect.CHANGE, finding(0.2, "first"));
    evidence.add(Aspect.CHANGE, finding(0.2, "second"));
    evidence.add(Aspect.BEHAVIOUR, finding(0.15, "other"));

    assertThat(evidence.heaviest())
        .extracting(Finding::text)
        .containsExactly("first", "other", "second");
    assertThat(evidence.heaviest().getLast().weight()).isEqualTo(0.1, within(1e-12));
  }

  private static Finding finding(double weight, String text) {
    return new Finding(weight, text, Optional.empty());
  }
}
