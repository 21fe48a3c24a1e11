// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.Ordering.Order;
import dev.clew.samples.Ordering.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Checkout asks payment, payment asks the card gateway; either may give up on the other. */
final class Paying {

  private static final int ATTEMPTS = 2;
  private static final long PAUSE = 200;
  private static final long REMARKABLE = 3000;
  private static final String CLIENT = "GatewayClient";
  private static final String CONTROLLER = "OrderController";
  private static final List<String> REASONS =
      List.of("insufficient funds", "expired card", "do not honor", "wrong security code");

  private final Shop shop;
  private final Draw draw;

  Paying(Shop shop) {
    this.shop = shop;
    this.draw = shop.draw("paying");
  }

  static String reference(Order order) {
    return "A-" + order.trace().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  Outcome pay(Order order, long start) {
    if (shop.isDown("payment", start)) {
      return refused(order, start);
    }
    int limit = shop.releases.checkoutTimeout(start);
    long time = start;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Outcome answer = payment(order, time, attempt, limit);
      long took = answer.end() - time;
      if (took <= limit) {
        return answered(order, time, answer);
      }
      time += limit + draw.from(1, 6);
      if (attempt < ATTEMPTS) {
        shop.checkout.warn(
            time,
            order.where(),
            CLIENT,
            "No answer to attempt {} of {} after {} ms, trying again",
            attempt,
            ATTEMPTS,
            limit + draw.from(1, 5));
        time += PAUSE;
      }
    }
    String trace = shop.checkout.trace(time, "gateway-timeout", limit);
    failed(order, time, trace);
    return new Outcome(502, time + 2);
  }

  private Outcome answered(Order order, long start, Outcome answer) {
    long time = answer.end() + 2;
    switch (answer.status()) {
      case 201 ->
          shop.checkout.info(
              time,
              order.where(),
              CLIENT,
              "Payment of {} EUR authorised in {} ms",
              BigDecimal.valueOf(order.cents(), 2),
              time - start);
      case 402 ->
          shop.checkout.warn(
              time, order.where(), CONTROLLER, "Card declined: {}", "declined by issuer");
      default -> failed(order, time, shop.checkout.trace(time, "gateway-refused"));
    }
    return new Outcome(answer.status(), time + 1);
  }

  private Outcome refused(Order order, long time) {
    failed(order, time + 2, shop.checkout.trace(time, "gateway-unreachable"));
    return new Outcome(502, time + 4);
  }

  private void failed(Order order, long time, String trace) {
    shop.checkout.error(
        time, order.where(), CONTROLLER, trace, "Order failed: payment could not be authorised");
  }

  /** What payment does; it goes on when checkout no longer waits. */
  private Outcome payment(Order order, long start, int attempt, int patience) {
    PaymentLog log = shop.payment;
    PaymentLog.Where where =
        new PaymentLog.Where("http-nio-8081-exec-" + draw.from(1, 16), order.trace());
    log.info(
        start + 2,
        where,
        "AuthorizationService",
        "Authorising {} cents for order {}",
        order.cents(),
        order.number());
    if (shop.conditions.certificateExpired().holds(start)) {
      return certificateExpired(order, where, start);
    }
    if (draw.chance(.0012)) {
      return reset(order, where, start);
    }
    long took = shop.traffic.gatewayMillis(start, attempt > 1);
    long end = start + 4 + took;
    if (took > REMARKABLE) {
      log.warn(
          end - 1,
          where,
          "CardGateway",
          "Card gateway took {} ms for order {}",
          took,
          order.number());
    }
    if (draw.chance(.031)) {
      log.warn(
          end,
          where,
          "AuthorizationService",
          "Card declined for order {}: {}",
          order.number(),
          draw.one(REASONS));
      return new Outcome(402, end + 1);
    }
    log.info(
        end,
        where,
        "AuthorizationService",
        "Authorised order {} as {}",
        order.number(),
        reference(order));
    if (end + 1 - start > patience && draw.chance(.8)) {
      log.warn(
          end + 3,
          where,
          "AuthorizationController",
          "The caller did not wait for the answer, authorisation will be voided");
    }
    return new Outcome(201, end + 1);
  }

  private Outcome reset(Order order, PaymentLog.Where where, long start) {
    long end = start + draw.from(15, 400);
    String trace = shop.payment.trace(end, "gateway-reset");
    return unauthorised(order, where, end, trace);
  }

  private Outcome certificateExpired(Order order, PaymentLog.Where where, long start) {
    long end = start + draw.from(38, 120);
    String notAfter = Scenario.javaDate(shop.conditions.certificateExpired().from());
    String trace = shop.payment.trace(end, "certificate", notAfter);
    return unauthorised(order, where, end, trace);
  }

  private Outcome unauthorised(Order order, PaymentLog.Where where, long end, String trace) {
    shop.payment.error(
        end,
        where,
        "AuthorizationController",
        trace,
        "Authorisation for order {} failed",
        order.number());
    return new Outcome(502, end + 2);
  }
}
