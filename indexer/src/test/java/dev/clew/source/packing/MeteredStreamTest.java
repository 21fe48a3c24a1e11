// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeteredStreamTest {
  @Test
  void countsWhatIsSkippedLikeWhatIsRead() throws IOException {
    AtomicLong told = new AtomicLong();
    try (CountingStream stream =
        new CountingStream(new ByteArrayInputStream(new byte[100]), told::addAndGet)) {
      assertThat(stream.read()).isZero();
      assertThat(stream.read(new byte[9], 0, 9)).isEqualTo(9);
      assertThat(stream.skip(20)).isEqualTo(20);
      assertThat(stream.count()).isEqualTo(30);
      assertThat(told).hasValue(30);
    }
  }
}
