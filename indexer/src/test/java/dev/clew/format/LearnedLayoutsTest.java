// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.format.field.Draft;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Layouts that no definition names: where the message starts is learned from the lines. */
class LearnedLayoutsTest {
  private static final Instant MODIFIED = Instant.parse("2026-03-05T00:00:00Z");
  private static final List<String> MESSAGES =
      List.of(
          "session opened for user anna by (uid=0)",
          "order # charged in # ms",
          "Failed to read /srv/shop/#",
          "check pass; user unknown",
          "dropped #",
          "retry # of 5: peer is silent",
          "[cart #] emptied",
          "listening on port #");

  private final Random random = new Random(7);

  private interface Writer {
    String line(int number, String message);
  }

  private record Written(String line, String message) {}

  private List<Written> write(Writer writer) {
    List<Written> lines = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String message = any(MESSAGES.toArray(String[]::new)).replace("#", "" + random.nextInt(9000));
      lines.add(new Written(writer.line(i, message), message));
    }
    return lines;
  }

  private String any(String... values) {
    return values[random.nextInt(values.length)];
  }

  private static String clock(int number) {
    return "10:%02d:%02d".formatted(number / 60, number % 60);
  }

  private List<Draft> read(List<Written> lines) {
    SourceParser parser =
        new Formats().detect(lines.stream().map(Written::line).toList(), ZoneOffset.UTC, MODIFIED);
    List<Draft> drafts = new ArrayList<>();
    for (Written each : lines) {
      Draft draft = parser.start(each.line());
      assertThat(draft).as(each.line()).isNotNull();
      assertThat(draft.body()).as(each.line()).isEqualTo(each.message());
      drafts.add(draft);
    }
    return drafts;
  }

  @Test
  void separatesColumnsOfServiceHostAndTrace() {
    Draft draft =
        read(write(
                (i, message) ->
                    "2026-03-04T%sZ %s %s node-%d %s %s - %s"
                        .formatted(
                            clock(i),
                            any("INFO", "WARN"),
                            any("cart", "payment", "stock"),
                            random.nextInt(9),
                            any("-", "4bf92f3577b34da6a3ce929d0e0e4736"),
                            any("o.s.PayService", "o.s.Cart$Items", "shop"),
                            message)))
            .getFirst();
    assertThat(draft.service()).isIn("cart", "payment", "stock");
    assertThat(draft.host()).startsWith("node-");
    assertThat(draft.logger()).isIn("o.s.PayService", "o.s.Cart$Items", "shop");
  }

  @Test
  void findsTheLevelBehindColumnsThatRepeatTheNode() {
    Draft draft =
        read(write(
                (i, message) -> {
                  String node = "R%02d-M1-N%d".formatted(i % 7, i % 5);
                  return "- %d 2026.03.04 %s 2026-03-04-%s.675872 %s RAS %s %s %s"
                      .formatted(
                          1772619072 + i,
                          node,
                          clock(i).replace(':', '.'),
                          node,
                          any("KERNEL", "APP"),
                          any("INFO", "FATAL"),
                          message);
                }))
            .getFirst();
    assertThat(draft.host()).startsWith("R0");
    assertThat(draft.logger()).isIn("KERNEL", "APP");
    assertThat(draft.hasSeverity()).isTrue();
  }

  @Test
  void leavesOutAFlagBehindACountOfSeconds() {
    read(
        write(
            (i, message) ->
                "%d node-%d unix.hw %s %d %d %s"
                    .formatted(
                        10_000 + i,
                        i % 40,
                        any("state.change", "start", "error"),
                        1772619072 + i,
                        i % 2,
                        message)));
  }

  @Test
  void endsAPaddedColumnWhereThePaddingEnds() {
    Draft draft =
        read(write(
                (i, message) ->
                    "2026-03-04 %s, %-20s  %-6s %s"
                        .formatted(
                            clock(i), any("Info", "Error"), any("CBS", "CSI", "DPX"), message)))
            .getFirst();
    assertThat(draft.logger()).isIn("CBS", "CSI", "DPX");
  }

  @Test
  void cutsAtBars() {
    read(
        write(
            (i, message) ->
                "20260304-%s:%d|%s|%d|%s"
                    .formatted(clock(i), i, any("Step_LSC", "Step_Util"), 30_002_312, message)));
  }

  @Test
  void takesAProgramOfManySpellingsForTheLogger() {
    read(
        write(
            (i, message) ->
                "- %d 2026.03.04 dn%d Mar 4 %s dn%d/dn%d %s: %s"
                    .formatted(
                        1772619072 + i,
                        i % 30,
                        clock(i),
                        i % 30,
                        i % 30,
                        any("crond(pam_unix)[29]", "kernel", "/opt/ganglia/gmetad[16]"),
                        message)));
  }

  @Test
  void leavesABracketThatFewLinesHaveWithTheMessage() {
    List<Draft> drafts =
        read(
            write(
                (i, message) ->
                    "api.log 2026-03-04 %s.008 %d %s shop.api.server [req-%s - - -] %s"
                        .formatted(
                            clock(i),
                            25_746,
                            any("INFO", "ERROR"),
                            "38101a0b-2096-447d-96ea-a6921624%04d".formatted(i),
                            message)));
    assertThat(drafts).anyMatch(draft -> draft.body().startsWith("[cart "));
  }

  @Test
  void doesNotTakeASentenceThatRepeatsForColumns() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lines.add("2026-03-04 %s INFO user anna: paid - %d".formatted(clock(i), i));
    }
    SourceParser parser = new Formats().detect(lines, ZoneOffset.UTC, MODIFIED);
    Draft draft = parser.start(lines.getFirst());
    assertThat(draft).isNotNull();
    assertThat(draft.body()).isEqualTo("user anna: paid - 0");
  }

  @Test
  void readsLinesWithoutTheColumnsAllTheSame() {
    List<Written> lines =
        new ArrayList<>(
            write(
                (i, message) ->
                    "2026-03-04 %s INFO [pool-1-thread-%d] a.b.Pay - %s"
                        .formatted(clock(i), i % 8, message)));
    lines.add(50, new Written("2026-03-04 10:00:50 shutting down", "shutting down"));
    read(lines);
  }
}
