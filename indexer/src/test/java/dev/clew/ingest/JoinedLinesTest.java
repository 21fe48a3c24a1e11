// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines are one event, and what becomes of those that others or a limit keep apart. */
class JoinedLinesTest {
  private static final String HEAD = "2026-03-04 10:11:12.345 ERROR [main] com.acme.Pay - ";
  private static final String NEXT = "2026-03-04 10:11:13.000 INFO [main] com.acme.Pay - done\n";

  @TempDir Path folder;

  private Readings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("app.log"), text);
    Readings readings = Readings.of(file);
    assertThat(readings.ledger.isBalanced()).isTrue();
    assertThat(readings.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    return readings;
  }

  private static List<String> values(LogEvent event, String field) {
    return event.field(field);
  }

  @Test
  void keepsWhatPrettyJsonQuotesInsideOfItsEvent() throws IOException {
    Readings readings =
        read(
            HEAD
                + "request {\n"
                + "  \"at\": \"2026-01-01 00:00:00 ERROR admin logged in\",\n"
                + "  \"2026-01-01 00:00:00 ERROR\": [\n"
                + "    1\n"
                + "  ]\n"
                + "}\n"
                + NEXT);
    assertThat(readings.events).hasSize(2);
    assertThat(readings.bodies().getFirst()).contains("admin logged in").endsWith("}");
  }

  @Test
  void anOpenBracketEndsWithTheNextHead() throws IOException {
    assertThat(read(HEAD + "unbalanced {\n" + NEXT + NEXT).events).hasSize(3);
  }

  @Test
  void keepsSqlOverLinesTogether() throws IOException {
    Readings readings =
        read(
            HEAD
                + "slow query\nSELECT *\n-- 2026-01-01 00:00:00 backfill\n"
                + "  FROM orders\n WHERE created > '2026-01-01 00:00:00'\n"
                + NEXT.repeat(20));
    assertThat(readings.events).hasSize(21);
    assertThat(readings.bodies().getFirst()).contains("FROM orders");
  }

  @Test
  void causesThatNameTimesStartNoEvent() throws IOException {
    Readings readings =
        read(
            HEAD
                + "failed\njava.lang.IllegalStateException: x\n\tat com.acme.Pay.a(Pay.java:1)\n"
                + "Caused by: java.io.IOException: 2026-03-04 10:11:12 reset\n"
                + "\tat com.acme.Net.b(Net.java:2)\n"
                + NEXT);
    assertThat(readings.events).hasSize(2);
    assertThat(values(readings.events.getFirst(), "exception"))
        .containsExactly("java.lang.IllegalStateException", "java.io.IOException");
  }

  @Test
  void aTracebackEachLineOfWhichHasAHeadIsPartOfItsEvent() throws IOException {
    String head = "2026-03-04 10:11:12.345 7236 ERROR nova.compute.manager ";
    String other = "2026-03-04 10:11:12.345 7236 ERROR nova.compute.manager [req-2 u p - d d] ";
    Readings readings =
        read(
            head
                + "[req-1 u p - d d] Failed to attach\n"
                + head
                + "Traceback (most recent call last):\n"
                + head
                + "  File \"nova/compute/manager.py\", line 49, in attach\n"
                + head
                + "    self.driver.attach(volume)\n"
                + head
                + "  File \"nova/virt/driver.py\", line 7, in plug\n"
                + head
                + "    raise Gone(volume)\n"
                + head
                + "Gone: vol-1\n"
                + head
                + "\n"
                + other
                + "Failed to detach\n");
    assertThat(readings.events).hasSize(2);
    LogEvent failed = readings.events.getFirst();
    assertThat(values(failed, "exception")).containsExactly("Gone");
    assertThat(values(failed, "frame")).hasSize(2);
    assertThat(failed.traceId()).isEqualTo("req-1");
    assertThat(readings.events.getLast().body()).isEqualTo("Failed to detach");
  }

  @Test
  void linesOfOtherThreadsAreNoPartOfSuchATraceback() throws IOException {
    String head = "2026-03-04 10:11:12.345 7236 ERROR nova.compute.manager ";
    Readings readings =
        read(
            head
                + "[req-1 u p - d d] Failed\n"
                + head
                + "Traceback (most recent call last):\n"
                + head
                + "  File \"nova/compute/manager.py\", line 49, in attach\n"
                + "2026-03-04 10:11:12.345 9999 ERROR nova.compute.manager [-] Another process\n"
                + "2026-03-04 10:11:12.345 7236 INFO nova.compute.manager [-] Another level\n");
    assertThat(readings.bodies().subList(1, 3)).containsExactly("Another process", "Another level");
  }

  @Test
  void whatADyingProgramPrintsIsAnEventOfItsOwn() throws IOException {
    Readings readings =
        read(NEXT + "panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:7 +0x1\n");
    assertThat(readings.events).hasSize(2);
    LogEvent crash = readings.events.getLast();
    assertThat(crash.severity()).isEqualTo(Severity.ERROR);
    assertThat(values(crash, "frame")).containsExactly("main.main");
  }

  @Test
  void onlyATraceIsAnEventWithItsException() throws IOException {
    Readings readings =
        read(
            "\tat com.acme.Pay.a(Pay.java:1)\nCaused by: java.io.IOException: reset\n\tat a.B.c(B.java:2)\n");
    assertThat(readings.events).hasSize(1);
    assertThat(values(readings.events.getFirst(), "exception")).contains("java.io.IOException");
    assertThat(values(readings.events.getFirst(), "frame")).contains("com.acme.Pay.a", "a.B.c");
  }

  @Test
  void tracesWithoutTimesAreOneEventEach() throws IOException {
    Readings readings =
        read(
            """
            ERROR cannot charge
            Traceback (most recent call last):
              File "/srv/pay.py", line 42, in charge
                send()
            ValueError: no
            INFO next
            """);
    assertThat(readings.bodies()).containsExactly("cannot charge", "next");
    assertThat(values(readings.events.getFirst(), "exception")).containsExactly("ValueError");
  }

  @Test
  void cutsEventsOfTooManyLinesAndSaysSo() throws IOException {
    String text = HEAD + "deep\n" + "\tat com.acme.Pay.a(Pay.java:1)\n".repeat(50_000) + NEXT;
    Readings readings = read(text);
    assertThat(readings.events).hasSize(7);
    assertThat(values(readings.events.getFirst(), "continued")).containsExactly("true");
    LogEvent piece = readings.events.get(1);
    assertThat(values(piece, "continues")).containsExactly("true");
    assertThat(values(piece, "continues_line")).containsExactly("1");
    assertThat(piece.severity()).isEqualTo(Severity.ERROR);
    assertThat(piece.exception()).isNotNull();
    assertThat(readings.bodies().getLast()).isEqualTo("done");
  }

  @Test
  void interleavedTracesStayWithTheirContainer() throws IOException {
    Readings readings =
        read(
            """
            web-1  | 2026-03-04 10:11:12.345 ERROR [main] com.acme.Web - failed
            pay-1  | 2026-03-04 10:11:12.346 ERROR [main] com.acme.Pay - declined
            web-1  | java.io.IOException: reset
            pay-1  | com.acme.Declined: no
            web-1  | \tat com.acme.Web.a(Web.java:1)
            pay-1  | \tat com.acme.Pay.b(Pay.java:2)
            """);
    assertThat(readings.events).hasSize(6);
    assertThat(readings.events)
        .extracting(LogEvent::service)
        .containsExactly("web", "pay", "web", "pay", "web", "pay");
    LogEvent last = readings.events.getLast();
    assertThat(values(last, "continues_line")).containsExactly("2");
    assertThat(values(last, "frame")).containsExactly("com.acme.Pay.b");
  }

  @Test
  void tracesOfOneContainerAreOneEvent() throws IOException {
    Readings readings =
        read(
            """
            [pod/pay-5d4c7b9f8-x2x7z/app] 2026-03-04 10:11:12.345 ERROR [main] com.acme.Pay - no
            [pod/pay-5d4c7b9f8-x2x7z/app] java.io.IOException: reset
            [pod/pay-5d4c7b9f8-x2x7z/app] \tat com.acme.Pay.b(Pay.java:2)
            [pod/pay-5d4c7b9f8-x2x7z/app] 2026-03-04 10:11:13.345 INFO [main] com.acme.Pay - x
            """);
    assertThat(readings.bodies()).containsExactly("no", "x");
    assertThat(readings.events.getFirst().service()).isEqualTo("pay");
    assertThat(values(readings.events.getFirst(), "frame")).containsExactly("com.acme.Pay.b");
  }

  @Test
  void joinsChunksOfTheContainerRuntime() throws IOException {
    String time = "2026-03-04T10:11:12.345678901Z";
    Readings readings =
        read(
            time
                + " stdout P {\"level\":\"error\",\"msg\":\"bo\n"
                + time
                + " stdout F om\",\"order\":\"7\"}\n"
                + time
                + " stderr F plain\n"
                + time
                + " stderr F java.io.IOException: reset\n"
                + time
                + " stderr F \tat com.acme.Pay.b(Pay.java:2)\n"
                + time
                + " stdout F {\"level\":\"info\",\"msg\":\"next\"}\n");
    assertThat(readings.bodies())
        .containsExactly("boom", "plain", "java.io.IOException: reset", "next");
    assertThat(values(readings.events.getFirst(), "order")).containsExactly("7");
    assertThat(values(readings.events.get(2), "frame")).containsExactly("com.acme.Pay.b");
  }

  @Test
  void joinsChunksOfDocker() throws IOException {
    String end = "\",\"stream\":\"stdout\",\"time\":\"2026-03-04T10:11:12.345678901Z\"}\n";
    Readings readings =
        read(
            "{\"log\":\"first half, "
                + end
                + "{\"log\":\"second \\\"half\\\"\\n"
                + end
                + "{\"log\":\"ERROR failed\\n"
                + end
                + "{\"log\":\"java.io.IOException: reset\\n"
                + end
                + "{\"log\":\"\\tat com.acme.Pay.b(Pay.java:2)\\n"
                + end
                + "{\"log\":\"INFO next\\n"
                + end);
    assertThat(readings.events).hasSize(3);
    assertThat(readings.bodies().getFirst()).isEqualTo("first half, second \"half\"");
    assertThat(values(readings.events.get(1), "frame")).containsExactly("com.acme.Pay.b");
    assertThat(values(readings.events.get(1), "exception")).containsExactly("java.io.IOException");
  }

  @Test
  void framesBehindHeadsFollowTheirThread() throws IOException {
    String a = "2026-03-04 10:11:12.345 ERROR [http-1] com.acme.Pay - ";
    String b = "2026-03-04 10:11:12.345 ERROR [http-2] com.acme.Pay - ";
    Readings readings =
        read(
            a
                + "java.io.IOException: reset\n"
                + b
                + "other\n"
                + a
                + "\tat com.acme.Pay.b(Pay.java:2)\n"
                + a
                + "\tat com.acme.Pay.c(Pay.java:3)\n");
    assertThat(readings.events).hasSize(3);
    LogEvent piece = readings.events.getLast();
    assertThat(values(piece, "continues_line")).containsExactly("1");
    assertThat(values(piece, "frame")).containsExactly("com.acme.Pay.b", "com.acme.Pay.c");
  }

  @Test
  void countsTheThreadsOfADump() throws IOException {
    Readings readings =
        read(
            """
            2026-03-04 10:11:12
            Full thread dump OpenJDK 64-Bit Server VM (21.0.2+13 mixed mode):

            "main" #1 prio=5 os_prio=0 tid=0x7f nid=0x1 runnable [0x7f]
               java.lang.Thread.State: RUNNABLE
            \tat com.acme.Pay.a(Pay.java:1)

            "http-1" #31 daemon prio=5 waiting for monitor entry [0x7f]
               java.lang.Thread.State: BLOCKED (on object monitor)
            \tat com.acme.Pay.b(Pay.java:2)

            Found one Java-level deadlock:
            =============================
            """);
    LogEvent dump = readings.events.getLast();
    assertThat(values(dump, "threads")).containsExactly("2");
    assertThat(values(dump, "threads.blocked")).containsExactly("1");
    assertThat(values(dump, "deadlocks")).containsExactly("1");
  }

  @Test
  void readsALineThatRepeatsAStartQuickly() throws IOException {
    String start = "2026-03-04 10:11:12.345 ERROR [main] com.acme.Pay - ";
    assertThat(read(start.repeat(100_000) + "\n" + NEXT).events).isNotEmpty();
  }
}
