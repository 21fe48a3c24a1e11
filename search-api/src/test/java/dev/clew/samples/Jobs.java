// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.util.List;

/** What runs by itself: the nightly jobs and the exports for the couriers. */
final class Jobs {

  private static final long MINUTE = 60_000;
  private static final int WORKERS = 4;

  private final Shop shop;
  private final Draw draw;

  Jobs(Shop shop) {
    this.shop = shop;
    this.draw = shop.draw("jobs");
  }

  void put() {
    shop.agenda.add(shop.midnight + 150 * MINUTE, this::cleanup);
    shop.agenda.add(shop.midnight + 180 * MINUTE, this::settle);
    shop.agenda.add(shop.midnight + 240 * MINUTE, this::count);
    for (int hour = 8; hour < 16; hour++) {
      shop.agenda.add(shop.midnight + (hour * 60 + 20) * MINUTE, this::export);
    }
    for (int minute = 16 * 60 + 20; minute < 19 * 60; minute += 4) {
      shop.agenda.add(shop.midnight + minute * MINUTE, this::export);
    }
  }

  private void cleanup(long time) {
    CheckoutLog.Where where = CheckoutLog.Where.thread("scheduling-1");
    int removed = draw.from(300, 900);
    shop.checkout.info(time + 4211, where, "CartCleanup", "Removed {} abandoned carts", removed);
    shop.database.slow(
        time + 4200,
        2107,
        "checkout",
        4187 + draw.uniform(),
        "delete from carts where touched_at < now() - interval '45 days'");
  }

  private void settle(long time) {
    PaymentLog.Where where = new PaymentLog.Where("scheduling-1", "");
    int lines = draw.from(1900, 2600);
    int different = draw.from(4, 14);
    String file = "settlement-" + draw.from(4000, 9999) + ".csv";
    shop.payment.info(time, where, "Settlement", "Settlement started, {} lines in {}", lines, file);
    long now = time;
    for (int i = 0; i < different; i++) {
      now += draw.from(900, 9000);
      int cents = draw.around(3400, .6);
      shop.payment.warn(
          now,
          where,
          "Settlement",
          "Settlement differs for order {}: {} cents here, {} cents there",
          draw.from(77_000, 80_900),
          cents,
          cents - draw.from(1, 400));
    }
    shop.payment.info(
        now + 7000, where, "Settlement", "Settlement finished with {} differences", different);
  }

  private void count(long time) {
    int rows = 400;
    int corrected = draw.from(40, 90);
    shop.inventory.log(time, "INFO", "count.go", "stock count started", "rows", rows);
    long now = time;
    for (int i = 0; i < corrected; i++) {
      now += draw.from(80, 600);
      int before = draw.from(3, 260);
      shop.inventory.log(
          now,
          "WARN",
          "count.go",
          "stock corrected",
          "sku",
          shop.traffic.sku(),
          "before",
          before,
          "after",
          Math.max(0, before + draw.from(-6, 4)));
    }
    shop.inventory.log(
        now + 200,
        "INFO",
        "count.go",
        "stock count finished",
        "rows",
        rows,
        "corrected",
        corrected);
  }

  /** Each worker holds a database connection until its share of the orders is through. */
  private void export(long time) {
    CheckoutLog.Where where = CheckoutLog.Where.thread("scheduling-1");
    String courier = draw.one(List.of("north", "south", "city"));
    shop.checkout.info(
        time + 12,
        where,
        "OrderExport",
        "Export for courier {} started with {} workers",
        courier,
        WORKERS);
    long end = time;
    for (int i = 0; i < WORKERS; i++) {
      long start = shop.pool.take(time + 20 + i);
      if (start >= 0) {
        long done = start + draw.from(70_000, 130_000);
        shop.pool.holdUntil(done);
        end = Math.max(end, done);
      }
    }
    long finished = Math.max(end, time + 1000);
    int orders = draw.from(30, 220);
    int skipped = draw.chance(.2) ? draw.from(1, 3) : 0;
    shop.agenda.add(finished, now -> exported(now, courier, orders, skipped, now - time));
  }

  private void exported(long now, String courier, int orders, int skipped, long millis) {
    CheckoutLog.Where where = CheckoutLog.Where.thread("scheduling-1");
    if (skipped > 0) {
      shop.checkout.warn(
          now,
          where,
          "OrderExport",
          "Export for courier {} skipped {} orders without an address",
          courier,
          skipped);
    }
    shop.checkout.info(
        now + 1,
        where,
        "OrderExport",
        "Export for courier {} finished: {} orders in {} ms",
        courier,
        orders,
        millis);
    shop.database.slow(
        now - 40,
        draw.from(2100, 2139),
        "checkout",
        draw.from(900, 5200) + draw.uniform(),
        "select o.id, o.customer_id, o.total_cents, a.street, a.city\n  from orders o\n  left join"
            + " addresses a on a.customer_id = o.customer_id\n where o.state = 'paid' and o.exported_at is null");
  }
}
