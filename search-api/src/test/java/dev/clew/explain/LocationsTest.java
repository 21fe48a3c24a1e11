// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which code a comparison names, and in which order. */
class LocationsTest {
  private static final String TODAY = "2026-03-01T14:00:00Z";
  private static final String LAST_WEEK = "2026-02-22T09:30:00Z";

  private final Comparer comparer = new Comparer();

  @Test
  void aSilentLoggerNamedAfterItsFileIsThatFile() {
    Scene now = new Scene("2026-03-01T14:00:00Z");
    Scene before = new Scene("2026-02-22T09:30:00Z");
    for (int i = 0; i < 30; i++) {
      now.add(i, "stock", "INFO", "asked", event -> event.logger("api.go:12"));
      before.add(i, "stock", "INFO", "asked", event -> event.logger("api.go:12"));
      before.add(i, "stock", "INFO", "reserved", event -> event.logger("server.go:49"));
    }

    List<Location> locations = comparer.compare(now.events(), before.events()).locations();

    assertThat(locations.getFirst().file()).isEqualTo("server.go");
  }

  @Test
  void aStatementThatMovedToAnotherLineIsNotSilent() {
    Scene now = new Scene("2026-03-01T14:00:00Z");
    Scene before = new Scene("2026-02-22T09:30:00Z");
    for (int i = 0; i < 30; i++) {
      now.add(i, "stock", "INFO", "reserved", event -> event.logger("server.go:52"));
      before.add(i, "stock", "INFO", "reserved", event -> event.logger("server.go:49"));
    }

    List<Location> locations = comparer.compare(now.events(), before.events()).locations();

    assertThat(locations)
        .flatExtracting(Location::findings)
        .extracting(Finding::text)
        .noneMatch(text -> text.contains("fell silent"));
  }

  @Test
  void theFirstLoggerToFallSilentIsNamedBeforeThoseThatWaitForIt() {
    Scene now = new Scene("2026-03-01T14:00:00Z");
    Scene before = new Scene("2026-02-22T09:30:00Z");
    for (int i = 0; i < 30; i++) {
      now.add(i, "mail", "INFO", "letter taken", event -> event.logger("mail.intake"));
      before.add(i, "mail", "INFO", "letter taken", event -> event.logger("mail.intake"));
      before.add(i + 0.1, "mail", "INFO", "letter sorted", event -> event.logger("mail.sorter"));
      before.add(i + 0.2, "mail", "INFO", "letter sent", event -> event.logger("mail.carrier"));
    }

    List<Location> locations = comparer.compare(now.events(), before.events()).locations();

    assertThat(locations)
        .extracting(Location::file)
        .startsWith("mail/sorter.py", "mail/carrier.py");
    assertThat(locations.getFirst().findings().getFirst().text())
        .isEqualTo("mail.sorter of mail fell silent: 30 events in the baseline, none now");
  }

  @Test
  void namesTheInnermostCallOfTheApplicationFirst() {
    StackTrace trace =
        new StackTrace(
            "java.lang.IllegalStateException",
            "empty",
            List.of(
                new StackFrame("java.util.ArrayList", "get", "ArrayList.java", 427),
                new StackFrame("com.acme.pay.Charge", "first", "Charge.java", 42),
                new StackFrame("com.acme.pay.Web", "post", "Web.java", 17)),
            null);
    Scene now = usual(new Scene(TODAY));
    for (int i = 0; i < 10; i++) {
      now.add(
          300 + i,
          "payment",
          "ERROR",
          "request failed",
          e -> e.logger("com.acme.pay.Web").exception(trace));
    }

    Comparison found = comparer.compare(now.events(), usual(new Scene(LAST_WEEK)).events());

    Location first = found.locations().getFirst();
    assertThat(first.file()).isEqualTo("com/acme/pay/Charge.java");
    assertThat(first.function()).isEqualTo("first");
    assertThat(first.line()).isEqualTo(42);
    assertThat(found.exceptions()).containsExactly(trace);
  }

  @Test
  void readsATracebackPrintedOneEventALine() {
    Scene now = usual(new Scene(TODAY));
    String[] lines = {
      "Traceback (most recent call last):",
      "  File \"/opt/lib/site-packages/payment/web.py\", line 17, in post",
      "    return charge(order)",
      "  File \"/opt/lib/site-packages/payment/charge.py\", line 42, in charge",
      "    raise Empty()",
      "Empty: no card"
    };
    for (int i = 0; i < lines.length; i++) {
      now.add(300 + i / 1000.0, "payment", "ERROR", lines[i], e -> e.logger("payment.web"));
    }

    Comparison found = comparer.compare(now.events(), usual(new Scene(LAST_WEEK)).events());

    assertThat(found.locations().getFirst().file()).endsWith("payment/charge.py");
    assertThat(found.locations().getFirst().function()).isEqualTo("charge");
  }

  @Test
  void codeThatMessagesNameNoMoreFellSilentToo() {
    Scene now = new Scene(TODAY);
    Scene before = new Scene(LAST_WEEK);
    for (int i = 0; i < 30; i++) {
      asked(now, i, "mail");
      asked(before, i, "mail");
      logged(before, i + 0.1, "mail", "mail.locks", "lock taken by mail.sorter._sort");
      logged(before, i + 0.2, "mail", "mail.carrier", "letter sent");
    }

    List<Location> locations = comparer.compare(now.events(), before.events()).locations();

    assertThat(locations)
        .extracting(Location::file)
        .startsWith("mail/locks.py", "mail/sorter.py", "mail/carrier.py");
    assertThat(locations.get(1).function()).isEqualTo("_sort");
    assertThat(locations.get(1).findings().getFirst().text())
        .isEqualTo("mail.sorter._sort of mail fell silent: 30 events in the baseline, none now");
  }

  @Test
  void aLibraryThatFellSilentComesAfterTheServicesOwnCode() {
    Scene now = new Scene(TODAY);
    Scene before = new Scene(LAST_WEEK);
    for (int i = 0; i < 30; i++) {
      asked(now, i, "mail");
      asked(before, i, "mail");
      logged(before, i + 0.1, "mail", "smtplib.client", "connected");
      logged(before, i + 0.2, "mail", "mail.carrier", "letter sent");
    }

    assertThat(comparer.compare(now.events(), before.events()).locations())
        .extracting(Location::file)
        .startsWith("mail/carrier.py", "smtplib/client.py");
  }

  @Test
  void namesWhatTheFailingRequestCameByBeforeItFailed() {
    Scene now = usual(new Scene(TODAY));
    now.add(
        60,
        "shop",
        "DEBUG",
        "calling <shop.orders.list.Orders object at 0x7fa5>",
        event -> event.logger("shop.web").traceId("t1"));
    now.add(60.1, "shop", "INFO", "asked", event -> event.logger("shop.stock").traceId("t2"));
    now.add(
        60.2, "shop", "ERROR", "failed", e -> e.logger("shop.web").traceId("t1").exception(EMPTY));

    List<Location> locations =
        comparer.compare(now.events(), usual(new Scene(LAST_WEEK)).events()).locations();

    assertThat(locations)
        .extracting(Location::file)
        .startsWith("shop/prices.py", "shop/orders/list.py", "shop/web.py");
    assertThat(locations.get(1).findings().getFirst().text())
        .isEqualTo("what failed at 14:01:00Z came by this code before");
  }

  @Test
  void namesTheCodeThatAnExceptionNames() {
    StackTrace refused =
        new StackTrace(
            "CallbackError",
            "shop.listeners.Mailer.send--922 failed",
            List.of(new StackFrame("lib.callbacks", "call", "lib/callbacks.py", 7)),
            null);
    Scene now = usual(new Scene(TODAY));
    now.add(60, "shop", "ERROR", "failed", event -> event.logger("shop.web").exception(refused));

    assertThat(comparer.compare(now.events(), usual(new Scene(LAST_WEEK)).events()).locations())
        .first()
        .satisfies(
            location -> {
              assertThat(location.file()).isEqualTo("shop/listeners.py");
              assertThat(location.function()).isEqualTo("send");
              assertThat(location.findings().getFirst().text())
                  .isEqualTo("what failed at 14:01:00Z names this code");
            });
  }

  private static final StackTrace EMPTY =
      new StackTrace(
          "Empty",
          "no price",
          List.of(new StackFrame("shop.prices", "of", "shop/prices.py", 12)),
          null);

  private static Scene usual(Scene scene) {
    for (int i = 0; i < 50; i++) {
      asked(scene, i, "shop");
    }
    return scene;
  }

  private static void asked(Scene scene, double second, String service) {
    logged(scene, second, service, service + ".web", "asked");
  }

  private static void logged(
      Scene scene, double second, String service, String logger, String text) {
    scene.add(second, service, "INFO", text, event -> event.logger(logger));
  }
}
