// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import static dev.clew.contrast.PlantedLog.selection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.contrast.member.PatternDetail;
import dev.clew.contrast.member.PatternDetail.Step;
import dev.clew.contrast.member.PatternDetail.Value;
import dev.clew.contrast.member.PatternSearch;
import dev.clew.event.EventTime;
import dev.clew.query.Quantity.Dimension;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternSearchTest {
  @TempDir Path folder;

  @Test
  void tellsWhatStandsInEachPlaceOfAPattern() {
    PlantedLog log = new PlantedLog(1);
    for (int i = 0; i < 90; i++) {
      int shard = i % 3 == 0 ? 7 : 4;
      log.add(i, "INFO", "shard=" + shard + " answered in " + (i + 1) + "ms", e -> e);
      log.add(i, "INFO", "something else", e -> e);
    }
    try (LogStore store = log.inLucene(folder)) {
      String id =
          store
              .aggregate(selection("answered"), List.of(new ByField("pattern")), 1)
              .groups()
              .getFirst()
              .keys()
              .getFirst();
      PatternDetail detail =
          new PatternSearch(store).find(id, selection("*"), Until.NEVER).orElseThrow();

      assertThat(detail.pattern().template()).isEqualTo("shard=<num> answered in <duration>");
      assertThat(detail.count()).isEqualTo(90);
      assertThat(detail.first()).isEqualTo(EventTime.nanos(PlantedLog.START));
      assertThat(detail.places()).hasSize(2);
      assertThat(detail.places().getFirst().variable().name()).isEqualTo("shard <num>");
      assertThat(detail.places().getFirst().values())
          .containsExactly(new Value("4", 60), new Value("7", 30));
      assertThat(detail.places().getLast().dimension()).isEqualTo(Dimension.TIME);
      assertThat(detail.places().getLast().median()).hasValue(45e6);
      assertThat(detail.places().getLast().most()).hasValue(90e6);
      assertThat(detail.trend()).hasSize(9);
      assertThat(detail.trend().stream().mapToLong(Step::count).sum()).isEqualTo(90);
      assertThat(new PatternSearch(store).find("000000000000", selection("*"), Until.NEVER))
          .isEmpty();
    }
  }
}
