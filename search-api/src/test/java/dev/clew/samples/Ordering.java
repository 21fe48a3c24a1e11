// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.FrontendLog.Answer;
import dev.clew.samples.FrontendLog.Request;
import dev.clew.samples.Traffic.Visitor;
import java.math.BigDecimal;

/** A visitor orders: the one request that goes through all five services. */
final class Ordering {

  private static final String SERVICE = "OrderService";
  private static final String TIMED = "Order placed in {} ms, authorisation {}";

  private final Shop shop;
  private final Draw draw;
  private final OrderStatements statements;
  private final Paying paying;
  private int number = 81_000;
  private int reservation = 40_000;

  Ordering(Shop shop) {
    this.shop = shop;
    this.draw = shop.draw("orders");
    this.statements = new OrderStatements(shop);
    this.paying = new Paying(shop);
  }

  /** An order under way. */
  record Order(
      Visitor visitor, Request request, CheckoutLog.Where where, String number, int cents) {
    String trace() {
      return request.trace();
    }
  }

  /** How checkout answered, and when. */
  record Outcome(int status, long end) {}

  void place(long time, Visitor visitor) {
    String trace = shop.traffic.trace();
    Request request =
        new Request(
            visitor.address(),
            visitor.agent(),
            "POST",
            "/api/orders",
            "https://shop.example.org/cart",
            trace);
    if (shop.isDown("checkout", time)) {
      String refused = "connect() failed (111: Connection refused) while connecting to upstream";
      shop.frontend.error(time + 1, "error", refused, request, Shop.CHECKOUT);
      shop.frontend.access(time, request, new Answer(502, 157, 1, 1));
      return;
    }
    CheckoutLog.Where where =
        new CheckoutLog.Where("http-nio-8080-exec-" + draw.from(1, 24), trace, "");
    long connection = shop.pool.take(time + 4);
    answer(
        time,
        request,
        visitor,
        where,
        connection < 0
            ? noConnection(where, time + 4)
            : withConnection(visitor, request, where, connection));
  }

  private Outcome noConnection(CheckoutLog.Where where, long start) {
    long end = start + ConnectionPool.TIMEOUT + draw.from(1, 4);
    int size = shop.pool.size(start);
    String trace =
        shop.checkout.trace(
            end, "no-connection-order", end - start, size, size, shop.pool.waiting() - 1);
    shop.checkout.error(
        end, where, "ApiErrors", trace, "{} {} failed: no database", "POST", "/api/orders");
    return new Outcome(503, end + 2);
  }

  private Outcome withConnection(
      Visitor visitor, Request request, CheckoutLog.Where anonymous, long start) {
    String id = Integer.toString(++number);
    CheckoutLog.Where where = anonymous.withOrder(id);
    Order order = new Order(visitor, request, where, id, draw.around(3400, .6));
    int items = draw.from(1, 6);
    long time = start + draw.from(6, 18);
    BigDecimal total = BigDecimal.valueOf(order.cents(), 2);
    shop.checkout.info(
        time,
        where,
        SERVICE,
        "Order received: {} items, {} EUR, customer {}",
        items,
        total,
        visitor.customer());
    time += draw.from(4, 15);
    if (draw.chance(.0012)) {
      return deadlock(order, time);
    }
    if (draw.chance(.006)) {
      return outOfStock(order, time);
    }
    String held = "R-" + ++reservation;
    shop.inventory.log(
        time,
        "INFO",
        "server.go",
        "reserved",
        "trace_id",
        order.trace(),
        "reservation",
        held,
        "lines",
        items,
        "ttl",
        "45s");
    Outcome paid = paying.pay(order, time + draw.from(3, 9));
    shop.pool.holdUntil(paid.end() + 8);
    statements.ran(order, start, paid.end());
    if (paid.status() != 201) {
      expire(order, held, time);
      return paid;
    }
    shop.inventory.log(
        paid.end() + 4,
        "INFO",
        "server.go",
        "reservation confirmed",
        "trace_id",
        order.trace(),
        "reservation",
        held);
    placed(order, start, paid.end() + 7);
    return new Outcome(201, paid.end() + 9);
  }

  private void placed(Order order, long start, long time) {
    String reference = Paying.reference(order);
    if (shop.checkout.prints(time, SERVICE, "INFO", TIMED)) {
      shop.checkout.info(time, order.where(), SERVICE, TIMED, time - start, reference);
    } else {
      shop.checkout.info(time, order.where(), SERVICE, "Order placed, authorisation {}", reference);
    }
  }

  private Outcome deadlock(Order order, long time) {
    long end = time + 1000 + draw.from(3, 30);
    statements.deadlock(end - 2);
    String trace = shop.checkout.trace(end, "deadlock");
    shop.checkout.error(
        end, order.where(), "ApiErrors", trace, "{} {} failed: no database", "POST", "/api/orders");
    shop.pool.holdUntil(end);
    return new Outcome(503, end + 2);
  }

  private Outcome outOfStock(Order order, long time) {
    String sku = shop.traffic.sku();
    shop.inventory.log(
        time,
        "ERROR",
        "server.go",
        "cannot reserve",
        "trace_id",
        order.trace(),
        "sku",
        sku,
        "err",
        "out of stock");
    shop.checkout.warn(
        time + 3, order.where(), "OrderController", "Order refused: {} is out of stock", sku);
    return new Outcome(409, time + 5);
  }

  /** The sweeper gives back, some ten seconds late at most, what nobody confirmed. */
  private void expire(Order order, String held, long reserved) {
    int age = 45_000 + draw.from(20, 9_990);
    String seconds = BigDecimal.valueOf(age, 3).stripTrailingZeros().toPlainString() + "s";
    shop.agenda.add(
        reserved + age,
        now ->
            shop.inventory.log(
                now,
                "WARN",
                "sweeper.go",
                "reservation expired",
                "trace_id",
                order.trace(),
                "reservation",
                held,
                "age",
                seconds));
  }

  private void answer(
      long start, Request request, Visitor visitor, CheckoutLog.Where where, Outcome outcome) {
    long millis = outcome.end() - start + draw.from(1, 3);
    if (millis > 3500 && draw.chance(.04)) {
      long left = millis - draw.from(300, 1500);
      String gone =
          "epoll_wait() reported that client prematurely closed connection, so upstream connection"
              + " is closed too while sending request to upstream";
      shop.frontend.error(start + left, "info", gone, request, Shop.CHECKOUT);
      shop.frontend.access(start, request, new Answer(499, 0, left, left));
      shop.checkout.warn(
          outcome.end(),
          where,
          "ApiErrors",
          "Client went away during {} {}",
          "POST",
          "/api/orders");
      return;
    }
    int bytes = outcome.status() == 201 ? draw.from(310, 420) : draw.from(0, 90);
    shop.frontend.access(start, request, new Answer(outcome.status(), bytes, millis, millis - 1));
    if (outcome.status() >= 500 && draw.chance(.55)) {
      shop.agenda.add(outcome.end() + draw.from(9_000, 70_000), again -> place(again, visitor));
    }
  }
}
