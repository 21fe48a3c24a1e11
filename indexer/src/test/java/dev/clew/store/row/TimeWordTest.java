// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.query.Words;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordTest {
  private static final long HOUR = 3_600_000_000_000L;
  private static final char[] YEAR_TO_SECOND = {
    TimeLayout.YEAR,
    '-',
    TimeLayout.MONTH,
    '-',
    TimeLayout.DAY,
    'T',
    TimeLayout.HOUR,
    ':',
    TimeLayout.MINUTE,
    ':',
    TimeLayout.SECOND
  };
  private static final String DATE_AND_TIME = new String(YEAR_TO_SECOND);
  private static final String MILLIS = "," + Character.toString(TimeLayout.FRACTION).repeat(3);
  private static final String SYSLOG =
      new String(
          new char[] {
            TimeLayout.MONTH_NAME,
            ' ',
            TimeLayout.PADDED_DAY,
            ' ',
            TimeLayout.HOUR,
            ':',
            TimeLayout.MINUTE,
            ':',
            TimeLayout.SECOND
          });
  private static final List<TimeLayout> LAYOUTS =
      List.of(
          new TimeLayout(DATE_AND_TIME + MILLIS, 0),
          new TimeLayout(DATE_AND_TIME + "Z", 0),
          new TimeLayout(DATE_AND_TIME.replace('T', ' ') + MILLIS + " +0530", 19_800),
          new TimeLayout(SYSLOG, -3600),
          new TimeLayout("" + TimeLayout.EPOCH_SECONDS, 0),
          new TimeLayout(TimeLayout.EPOCH_SECONDS + MILLIS.substring(1), 0));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void standsExactlyInTimesThatHoldTheWord(long seed) {
    Random random = new Random(seed);
    for (TimeLayout layout : LAYOUTS) {
      List<String> words = Words.of(layout.text(time(random)));
      for (String word : words) {
        for (String glob : List.of(word, word.charAt(0) + "*", "?" + word.substring(1))) {
          agrees(layout, glob, random);
        }
      }
      agrees(layout, "404", random);
      agrees(layout, "refused", random);
    }
  }

  private static void agrees(TimeLayout layout, String glob, Random random) {
    TimeWord test = TimeWord.of(layout, glob);
    // a layout is used for times that it spells only
    long step = layout.pattern().indexOf(TimeLayout.FRACTION) < 0 ? 1_000_000_000L : 1_000_000L;
    long time = time(random);
    for (int i = 0; i < 400; i++) {
      time += i % 50 == 0 ? random.nextInt(40) * HOUR : random.nextInt(4000) * step;
      String text = layout.text(time);
      boolean stands =
          Words.of(text).stream().anyMatch(word -> dev.clew.query.Glob.matches(glob, word));
      assertThat(test != null && test.stands(time)).as("%s in %s", glob, text).isEqualTo(stands);
    }
  }

  @Test
  void isNoneWhereNoTimeCanHoldIt() {
    TimeLayout layout = LAYOUTS.get(0);
    assertThat(TimeWord.of(layout, "1234567")).isNull();
    assertThat(TimeWord.of(layout, "timeout")).isNull();
    assertThat(TimeWord.of(layout, "12")).isNotNull();
  }

  private static long time(Random random) {
    return 1_700_000_000_000_000_000L + random.nextInt(30_000_000) * 1_000_000_000L;
  }
}
