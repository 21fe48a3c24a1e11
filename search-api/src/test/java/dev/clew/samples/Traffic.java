// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.util.List;

/** How busy the shop is over the day, who comes, and how slow the card gateway is then. */
public final class Traffic {

  /** Share of the busiest hour, at each full hour. */
  private static final double[] CURVE = {
    .10, .07, .05, .04, .04, .06, .12, .25, .40, .50, .58, .70, .92, .95, .88, .66, .60, .70, .85,
    1.0, .98, .80, .48, .22
  };

  private static final long HOUR = 3_600_000;
  private static final List<String> BROWSERS = Resources.lines("visitors/browsers.txt");
  private static final List<String> BOTS = Resources.lines("visitors/bots.txt");
  private static final List<String> NETS = List.of("192.0.2.", "198.51.100.", "203.0.113.");
  private static final List<String> GOODS =
      List.of("TEA", "CUP", "POT", "MUG", "TIN", "SPOON", "CAKE", "HONEY");

  private final long midnight;
  private final Draw draw;

  public Traffic(long midnight, Draw draw) {
    this.midnight = midnight;
    this.draw = draw;
  }

  /** A person with a browser. */
  record Visitor(String address, String agent, String cart, String customer) {}

  /** From 0 (nobody) to 1 (busiest hour). */
  public double load(long time) {
    long inDay = Math.floorMod(time - midnight, 24 * HOUR);
    int hour = (int) (inDay / HOUR);
    double part = (double) (inDay % HOUR) / HOUR;
    return CURVE[hour] * (1 - part) + CURVE[(hour + 1) % 24] * part;
  }

  /** How long the card gateway takes; {@code again} when it was slow for this order before. */
  long gatewayMillis(long time, boolean again) {
    double busy = Math.min(.87, Math.max(.05, load(time) * 1.15 - .1));
    if (draw.chance(.0008)) {
      return draw.from(4300, 9000);
    }
    return draw.chance(busy)
        ? (draw.from(1000, 4150) + draw.from(again ? 2300 : 1200, 4150)) / 2
        : draw.around(620, .3);
  }

  Visitor visitor() {
    String address =
        draw.chance(.08)
            ? "2001:db8:" + draw.hex(4) + "::" + draw.hex(3)
            : draw.one(NETS) + draw.from(1, 254);
    String cart =
        draw.hex(8)
            + "-"
            + draw.hex(4)
            + "-4"
            + draw.hex(3)
            + "-a"
            + draw.hex(3)
            + "-"
            + draw.hex(12);
    return new Visitor(address, draw.one(BROWSERS), cart, "C-" + draw.from(10_000, 49_999));
  }

  Visitor bot() {
    return new Visitor(draw.one(NETS) + draw.from(1, 254), draw.one(BOTS), "", "");
  }

  public String trace() {
    return draw.hex(32);
  }

  /** An article number; few articles are asked for often. */
  String sku() {
    int rank = (int) (400 * draw.uniform() * draw.uniform());
    return GOODS.get(rank % GOODS.size()) + "-" + (1000 + rank * 7);
  }
}
