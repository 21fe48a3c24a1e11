// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.Ordering.Order;
import java.util.Locale;

/** What PostgreSQL logs about the transaction of an order: waits for rows, and idling too long. */
final class OrderStatements {

  /** {@code idle_in_transaction_session_timeout} of {@code database/postgresql.conf}. */
  private static final long IDLE_LIMIT = 5000;

  private static final String TAKE_STOCK =
      "update stock set reserved = reserved + $1 where sku = $2";

  private final Shop shop;
  private final Draw draw;
  private long transaction = 7_310_400;

  OrderStatements(Shop shop) {
    this.shop = shop;
    this.draw = shop.draw("statements");
  }

  /** A transaction that held the rows of its stock from start to end. */
  void ran(Order order, long start, long end) {
    transaction += draw.from(1, 9);
    int pid = draw.from(2100, 2139);
    long held = end - start;
    if (held > 2200 && draw.chance(Math.min(.5, (held - 1800) / 8000.0))) {
      waited(pid, start, end);
    }
    if (held > IDLE_LIMIT && draw.chance(.8)) {
      long time = start + IDLE_LIMIT + draw.from(20, 40);
      shop.database.session(
          time,
          pid,
          "checkout",
          "FATAL",
          "terminating connection due to idle-in-transaction timeout");
      shop.checkout.library(
          time + 400 + draw.from(1, 90),
          "WARN",
          order.where().thread(),
          "com.zaxxer.hikari.pool.PoolBase",
          "HikariPool-1 - Failed to validate connection org.postgresql.jdbc.PgConnection@"
              + Integer.toHexString(pid * 7919)
              + " (This connection has been closed.). Possibly consider using a shorter maxLifetime value.");
    }
  }

  /** Two orders that take the same articles in different order; the first one is given up. */
  void deadlock(long time) {
    int one = draw.from(2100, 2119);
    int two = draw.from(2120, 2139);
    transaction += 2;
    shop.database.session(
        time,
        one,
        "checkout",
        "ERROR",
        "deadlock detected",
        "DETAIL:  Process "
            + one
            + " waits for ShareLock on transaction "
            + transaction
            + "; blocked by process "
            + two
            + ".\n"
            + "Process "
            + two
            + " waits for ShareLock on transaction "
            + (transaction + 1)
            + "; blocked by process "
            + one
            + ".\n"
            + "Process "
            + one
            + ": "
            + TAKE_STOCK
            + "\nProcess "
            + two
            + ": "
            + TAKE_STOCK,
        "HINT:  See server log for query details.",
        "CONTEXT:  while updating tuple ("
            + draw.from(1, 60)
            + ","
            + draw.from(1, 90)
            + ") in relation \"stock\"",
        "STATEMENT:  " + TAKE_STOCK);
  }

  private void waited(int holder, long start, long end) {
    int waiter = 2100 + (holder - 2100 + draw.from(1, 39)) % 40;
    long began = start + draw.from(30, 900);
    double waited = end - began + draw.uniform();
    String statement = "STATEMENT:  " + TAKE_STOCK;
    String context =
        "CONTEXT:  while updating tuple ("
            + draw.from(1, 60)
            + ","
            + draw.from(1, 90)
            + ") in relation \"stock\"";
    shop.database.session(
        began + 1000,
        waiter,
        "checkout",
        "LOG",
        String.format(
            Locale.ROOT,
            "process %d still waiting for ShareLock on transaction %d after %.3f ms",
            waiter,
            transaction,
            1000 + draw.uniform()),
        "DETAIL:  Process holding the lock: " + holder + ". Wait queue: " + waiter + ".",
        context,
        statement);
    shop.database.session(
        end,
        waiter,
        "checkout",
        "LOG",
        String.format(
            Locale.ROOT,
            "process %d acquired ShareLock on transaction %d after %.3f ms",
            waiter,
            transaction,
            waited),
        context,
        statement);
    shop.database.slow(
        end + 1,
        waiter,
        "checkout",
        waited + .4,
        TAKE_STOCK,
        "DETAIL:  parameters: $1 = '" + draw.from(1, 3) + "', $2 = '" + shop.traffic.sku() + "'");
  }
}
