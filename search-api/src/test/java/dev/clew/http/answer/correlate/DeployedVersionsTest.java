// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.clew.change.Deploy;
import dev.clew.event.TimeRange;
import dev.clew.http.json.correlate.TimelineJson.VersionJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeployedVersionsTest {
  private static final TimeRange HOUR =
      TimeRange.between(
          Instant.parse("2026-03-01T14:00:00Z"), Instant.parse("2026-03-01T15:00:00Z"));

  @Test
  void runsAVersionFromItsDeployToTheNextOne() {
    Map<String, List<VersionJson>> versions =
        DeployedVersions.within(
            HOUR,
            List.of(
                deploy("14:30:00", "pay", "2.0", "2.1"),
                deploy("13:00:00", "pay", null, "2.0"),
                deploy("14:11:00", "pay", "2.0", "2.1"),
                deploy("14:20:00", "web", "7", null)));

    assertThat(versions.get("pay"))
        .extracting(VersionJson::version, each -> time(each.from()), each -> time(each.to()))
        .containsExactly(
            tuple("2.0", "14:00:00", "14:11:00"),
            tuple("2.1", "14:11:00", "14:30:00"),
            tuple("2.1", "14:30:00", "15:00:00"));
    assertThat(versions.get("web"))
        .extracting(VersionJson::version, each -> time(each.from()), each -> time(each.to()))
        .containsExactly(tuple("7", "14:00:00", "14:20:00"));
  }

  private static Deploy deploy(
      String time, String service, @Nullable String before, @Nullable String version) {
    Instant at = Instant.parse("2026-03-01T" + time + "Z");
    return new Deploy(at, service, version, null, null, before, 0, null);
  }

  private static String time(Instant instant) {
    return instant.toString().substring(11, 19);
  }
}
