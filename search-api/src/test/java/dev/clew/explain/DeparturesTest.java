// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What requests do otherwise than they did, and in which service that begins. */
class DeparturesTest {
  private static final String TODAY = "2026-03-01T14:00:00Z";
  private static final String LAST_WEEK = "2026-02-22T09:30:00Z";

  private final Comparer comparer = new Comparer();

  @Test
  void aStepLeftOutPointsAtTheServiceThatLeavesItOut() {
    Scene now = new Scene(TODAY);
    Scene before = new Scene(LAST_WEEK);
    for (int i = 0; i < 30; i++) {
      order(now, i, "t" + i, false);
      order(before, i, "b" + i, true);
    }

    List<RankedService> services = comparer.compare(now.events(), before.events()).services();

    assertThat(services.getFirst().service()).isEqualTo("price");
    assertThat(services.getFirst().findings().getFirst().text())
        .isEqualTo("“work of price” of price: “price found” in 0 of 30, before in 30 of 30");
  }

  @Test
  void whoCallsItIsNotBlamedForWhatFollows() {
    Scene now = new Scene(TODAY);
    Scene before = new Scene(LAST_WEEK);
    for (int i = 0; i < 30; i++) {
      order(now, i, "t" + i, false);
      now.line(i + 0.01, "shop", "t" + i, "a" + i, "no price, giving up");
      order(before, i, "b" + i, true);
      before.line(i + 0.01, "shop", "b" + i, "a" + i, "priced");
    }

    List<RankedService> services = comparer.compare(now.events(), before.events()).services();

    assertThat(services.getFirst().service()).isEqualTo("price");
    assertThat(services.stream().filter(each -> each.service().equals("shop")))
        .allSatisfy(shop -> assertThat(shop.score()).isLessThan(0.3));
  }

  @Test
  void otherRequestsThanBeforeAreNoFault() {
    Scene now = new Scene(TODAY);
    Scene before = new Scene(LAST_WEEK);
    for (int i = 0; i < 40; i++) {
      visit(now, i, "t" + i, i % 5 < 2);
      visit(before, i, "b" + i, i % 5 < 3);
    }

    Comparison found = comparer.compare(now.events(), before.events());

    assertThat(found.services())
        .flatExtracting(RankedService::findings)
        .extracting(Finding::text)
        .noneMatch(text -> text.contains("before in"));
  }

  @Test
  void workThatRecoversIsNoCause() {
    Scene now = new Scene(TODAY);
    Scene before = new Scene(LAST_WEEK);
    for (int i = 0; i < 40; i++) {
      priced(now, i, "t" + i, i < 10);
      priced(before, i, "b" + i, true);
    }

    List<RankedService> services = comparer.compare(now.events(), before.events()).services();

    assertThat(services.stream().filter(each -> each.service().equals("price")))
        .allSatisfy(price -> assertThat(price.score()).isLessThan(0.1));
  }

  @Test
  void aCallNotedBesideTheWorkThatNeedsItIsWaitedFor() {
    Scene now = new Scene(TODAY);
    Scene before = new Scene(LAST_WEEK);
    for (int i = 0; i < 30; i++) {
      forwarded(now, i, "t" + i, 400);
      forwarded(before, i, "b" + i, 20);
    }

    List<RankedService> services = comparer.compare(now.events(), before.events()).services();

    assertThat(services.getFirst().service()).isEqualTo("books");
    assertThat(services)
        .extracting(RankedService::service)
        .as("the gateway only waits")
        .doesNotContain("gateway");
  }

  /** A gateway that waits in no thread: the call is a sibling of the work that needs it. */
  private static void forwarded(Scene scene, double second, String trace, double millis) {
    String number = trace.substring(1);
    scene.span(second, "gateway", trace, "g" + number, "", millis + 4, false);
    scene.span(second + 0.001, "gateway", trace, "w" + number, "g" + number, millis + 3, false);
    scene.span(second + 0.002, "gateway", trace, "c" + number, "g" + number, millis + 1, false);
    scene.span(second + 0.003, "books", trace, "b" + number, "c" + number, millis, false);
  }

  private static void priced(Scene scene, double second, String trace, boolean fails) {
    String number = trace.substring(1);
    scene.span(second, "price", trace, "p" + number, "", 10, false);
    scene.line(second + 0.001, "price", trace, "p" + number, "looking for a price");
    if (fails) {
      scene.add(
          second + 0.002,
          "price",
          "ERROR",
          "no table of prices",
          event -> event.traceId(trace).spanId("p" + number));
    } else {
      scene.line(second + 0.002, "price", trace, "p" + number, "price found");
    }
  }

  private static void order(Scene scene, double second, String trace, boolean priced) {
    String number = trace.substring(1);
    scene.span(second, "shop", trace, "a" + number, "", 20, false);
    scene.line(second + 0.001, "shop", trace, "a" + number, "order taken");
    scene.span(second + 0.002, "price", trace, "p" + number, "a" + number, 10, false);
    scene.line(second + 0.003, "price", trace, "p" + number, "looking for a price");
    if (priced) {
      scene.line(second + 0.004, "price", trace, "p" + number, "price found");
    }
  }

  /** Half of the visits ask for one thing, half for another: which is more is a matter of taste. */
  private static void visit(Scene scene, double second, String trace, boolean books) {
    String number = trace.substring(1);
    String service = books ? "books" : "music";
    scene.span(second, "shop", trace, "a" + number, "", 20, false);
    scene.line(second + 0.001, "shop", trace, "a" + number, "visitor");
    scene.span(second + 0.002, service, trace, "c" + number, "a" + number, 10, false);
    scene.line(second + 0.003, service, trace, "c" + number, "shelf of " + service);
  }
}
