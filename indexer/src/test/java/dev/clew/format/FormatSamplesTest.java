// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.RawLine;
import dev.clew.event.TimeQuality;
import dev.clew.format.Format.Sample;
import dev.clew.format.field.Draft;
import dev.clew.source.LineReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormatSamplesTest {
  private static final Instant MODIFIED = Instant.parse("2026-03-05T00:00:00Z");

  private final Formats formats = new Formats();

  @Test
  void everyFormatHasSamples() {
    assertThat(formats.all())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.samples()).isNotEmpty());
  }

  @TestFactory
  Stream<DynamicTest> everySampleIsReadAsItsFormatSays() {
    return formats.all().stream()
        .flatMap(
            format ->
                format.samples().stream()
                    .map(
                        sample ->
                            DynamicTest.dynamicTest(
                                format.name() + ": " + sample.lines().getFirst(),
                                () -> check(format, sample))));
  }

  private void check(Format format, Sample sample) {
    SourceParser parser = formats.detect(sample.lines(), ZoneOffset.UTC, MODIFIED);
    assertThat(parser.detection().format()).isEqualTo(format.name());
    LogEvent event = read(parser, sample.lines());
    sample
        .expected()
        .forEach(
            (field, value) ->
                assertThat(values(event, field)).as("%s of %s", field, event).contains(value));
  }

  private static LogEvent read(SourceParser parser, List<String> lines) {
    String text = String.join("\n", lines);
    LineReader reader =
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    parser.cutter().ifPresent(reader::cutBy);
    Draft open = null;
    while (reader.next()) {
      String line = reader.text();
      Draft draft = line.isBlank() ? null : parser.start(line);
      if (draft != null) {
        assertThat(open).as("a second event starts at: %s", line).isNull();
        open = draft;
      } else if (open != null) {
        parser.join(open, line);
      } else {
        assertThat(parser.rejection(line)).as(line).isPresent();
      }
    }
    assertThat(open).isNotNull();
    parser.finish(open);
    Origin origin = new Origin("0123456789abcdef", "sample.log", 0, 1, lines.size());
    RawLine raw = RawLine.of(text, StandardCharsets.UTF_8);
    return open.event(origin, raw, EventTime.of(MODIFIED, TimeQuality.OBSERVED), null);
  }

  private static List<String> values(LogEvent event, String field) {
    return switch (field) {
      case "time" -> List.of(event.time().instant().toString());
      case "message" -> List.of(event.body());
      default -> event.field(field);
    };
  }
}
