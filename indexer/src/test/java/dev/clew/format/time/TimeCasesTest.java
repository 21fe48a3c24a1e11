// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.TimeQuality;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table {@code times.cases}: how times are spelled and what they mean. */
class TimeCasesTest {
  private static final Instant WRITTEN = Instant.parse("2026-03-05T00:00:00Z");

  @Test
  void readsEveryCaseOrSaysWhatIsInDoubt() {
    List<String> wrong = new ArrayList<>();
    List<String> cases = cases();
    for (String each : cases) {
      String[] columns = each.split(" \\| ?", -1);
      String found = read(ZoneId.of(columns[0]), columns[1]);
      String expected = (columns[2].strip() + " " + columns[3]).strip();
      if (!found.equals(expected)) {
        wrong.add(each + "\n  was " + found);
      }
    }
    assertThat(cases).hasSizeGreaterThan(400);
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  private static String read(ZoneId zone, String text) {
    TimeScanner times = new TimeScanner(zone, WRITTEN);
    boolean value = text.startsWith("=");
    boolean found =
        value
            ? times.readValue(text.substring(1))
            : times.find(text, 160) || times.readClock(text, 0);
    if (!found) {
      return "none";
    }
    TimeQuality quality = times.time().quality();
    StringBuilder words = new StringBuilder(times.time().instant().toString());
    words.append(' ').append(quality.zone().name().toLowerCase(Locale.ROOT));
    quality
        .doubts()
        .forEach(each -> words.append(' ').append(each.name().toLowerCase(Locale.ROOT)));
    return words.toString();
  }

  private static List<String> cases() {
    try (InputStream in = TimeCasesTest.class.getResourceAsStream("times.cases")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
