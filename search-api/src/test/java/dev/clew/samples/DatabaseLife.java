// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.util.List;
import java.util.Locale;

/** What PostgreSQL logs on any day: checkpoints, vacuum, slow queries, a deadlock now and then. */
final class DatabaseLife {

  private static final int CHECKPOINTER = 27;
  private static final List<String> SLOW =
      List.of(
          "select p.sku, count(*) from order_lines l join prices p on p.sku = l.sku\n group by p.sku order by 2 desc limit 20",
          "select on_hand - reserved from stock where sku = $1",
          "select c.id, l.sku, l.quantity, p.price_cents from carts c left join cart_lines l on l.cart_id = c.id"
              + " left join prices p on p.sku = l.sku where c.id = $1",
          "select id, state, total_cents from orders where customer_id = $1 order by created_at desc");

  private final Shop shop;
  private final Draw draw;
  private int wal = 0x21;

  DatabaseLife(Shop shop) {
    this.shop = shop;
    this.draw = shop.draw("database");
  }

  void put() {
    for (int i = 0; i < 288; i++) {
      shop.agenda.add(shop.midnight + i * 300_000L + 11_407, this::checkpoint);
    }
    for (int i = 0; i < 60; i++) {
      shop.agenda.add(shop.midnight + draw.from(0, 86_000) * 1000L + 77, this::vacuum);
    }
    for (int i = 0; i < 25; i++) {
      shop.agenda.add(shop.midnight + draw.from(0, 86_000) * 1000L + 531, this::lostClient);
    }
  }

  private void checkpoint(long time) {
    double load = shop.traffic.load(time);
    int buffers = 40 + (int) (load * 900) + draw.from(0, 60);
    double write = 12 + load * 180 + draw.uniform();
    wal += 1 + (int) (load * 3);
    shop.database.server(time, CHECKPOINTER, "checkpoint starting: time");
    shop.database.server(
        time + (long) (write * 1000) + 80,
        CHECKPOINTER,
        String.format(
            Locale.ROOT,
            "checkpoint complete: wrote %d buffers (%.1f%%); 0 WAL file(s) added, 0 removed, %d recycled;"
                + " write=%.3f s, sync=0.0%02d s, total=%.3f s; sync files=%d, longest=0.00%d s, average=0.001 s;"
                + " distance=%d kB, estimate=%d kB; lsn=3/%X2A%04X8, redo lsn=3/%X1F%04X0",
            buffers,
            buffers / 163.84,
            (int) (load * 3),
            write,
            draw.from(10, 60),
            write + .08,
            draw.from(20, 70),
            draw.from(2, 9),
            buffers * 11,
            buffers * 14,
            wal,
            draw.from(0, 65_535),
            wal,
            draw.from(0, 65_535)));
  }

  void slowQuery(long time) {
    boolean inventory = draw.chance(.3);
    String statement = inventory ? SLOW.get(1) : draw.one(SLOW);
    String user = statement.equals(SLOW.get(1)) ? "inventory" : "checkout";
    int pid = user.equals("inventory") ? draw.from(2200, 2209) : draw.from(2100, 2139);
    shop.database.slow(time, pid, user, draw.around(760, .35) + draw.uniform(), statement);
  }

  private void vacuum(long time) {
    String table = draw.one(List.of("orders", "carts", "cart_lines", "stock", "reservations"));
    int pages = draw.from(100, 4000);
    shop.database.server(
        time,
        draw.from(30_000, 39_999),
        String.format(
            Locale.ROOT,
            """
            automatic vacuum of table "shop.public.%s": index scans: 1
            \tpages: 0 removed, %d remain, %d scanned (%.2f%% of total)
            \ttuples: %d removed, %d remain, 0 are dead but not yet removable
            \tsystem usage: CPU: user: 0.%02d s, system: 0.0%d s, elapsed: %d.%02d s\
            """,
            table,
            pages,
            pages / 3,
            33.33,
            pages * 2,
            pages * 41,
            draw.from(3, 60),
            draw.from(1, 9),
            draw.from(0, 4),
            draw.from(0, 99)));
  }

  private void lostClient(long time) {
    shop.database.session(
        time,
        draw.from(2300, 2399),
        "reporting",
        "LOG",
        "could not receive data from client: Connection reset by peer");
  }
}
