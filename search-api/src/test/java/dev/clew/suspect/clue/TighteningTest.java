// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TighteningTest {
  @Test
  void tellsLessRoomFromMore() {
    assertThat(room("defaultMaxConns", 50, 10)).isEqualTo(Tightening.Room.LESS);
    assertThat(room("readTimeout", 2500, 5000)).isEqualTo(Tightening.Room.MORE);
    assertThat(room("MaxAttempts", 2, 3)).isEqualTo(Tightening.Room.LOAD);
    assertThat(room("pollInterval", 60, 1)).isEqualTo(Tightening.Room.LESS);
    assertThat(room("answer", 41, 42)).isEqualTo(Tightening.Room.UNCLEAR);
    assertThat(Tightening.of("leeway", 120, Optional.empty()).room())
        .isEqualTo(Tightening.Room.GONE);
  }

  private static Tightening.Room room(String name, double before, double after) {
    return Tightening.of(name, before, Optional.of(after)).room();
  }
}
