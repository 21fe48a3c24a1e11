// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stacks that a client of another service raised point at that service. */
class BlameTest {
  private final Blame blame = new Blame(Set.of("nova-compute", "neutron-l3-agent", "web"));

  @Test
  void theClientOfAnotherServicePointsAtIt() {
    assertThat(
            blame.elsewhere(
                stack("neutronclient/v2_0/client.py", "nova/compute/manager.py"), "nova-compute"))
        .contains("neutron");
  }

  @Test
  void ownCodeThatIsNamedAfterAnotherServiceDoesNot() {
    assertThat(blame.elsewhere(stack("nova/network/neutronv2/api.py"), "nova-compute")).isEmpty();
  }

  @Test
  void whatCallsAClientFurtherOutDoesNot() {
    assertThat(
            blame.elsewhere(
                stack("a.py", "b.py", "c.py", "neutronclient/v2_0/client.py"), "nova-compute"))
        .isEmpty();
  }

  @Test
  void shortNamesPointNowhere() {
    assertThat(blame.elsewhere(stack("web/util.py"), "nova-compute")).isEmpty();
  }

  private static List<Place> stack(String... files) {
    return Arrays.stream(files).map(file -> Place.of(file, "f", 1)).toList();
  }
}
