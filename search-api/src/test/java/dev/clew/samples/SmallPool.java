// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import static dev.clew.samples.Scenario.deploy;

import dev.clew.samples.Conditions.Window;
import dev.clew.samples.Scenario.Cause;
import dev.clew.samples.Scenario.ConfigRun;
import dev.clew.samples.Scenario.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A configuration run leaves checkout four database connections; the exports take them all. */
final class SmallPool {

  private static final String KEY = "db.pool.max-size";
  private static final Instant SHRUNK = Instant.parse("2026-03-26T16:03:22Z");
  private static final Instant GROWN = Instant.parse("2026-03-26T17:26:40Z");

  private SmallPool() {}

  static Scenario scenario() {
    return new Scenario(
        "config-change",
        LocalDate.parse("2026-03-26"),
        20_260_326,
        22,
        ExpiredCertificate.with(ExpiredCertificate.HISTORY, List.of("5-late-march")),
        ExpiredCertificate.with(
            ExpiredCertificate.DEPLOYS,
            List.of(
                deploy("2026-03-18T10:45:53Z", "payment", "3.9.0", "chloe"),
                deploy("2026-03-19T10:12:30Z", "inventory", "1.9.5", "dmitri"),
                deploy("2026-03-26T15:51:34.902Z", "checkout", "2.15.0", "ben"))),
        List.of(
            run("2026-03-26T06:00:11Z", "frontend", "/etc/logrotate.d/nginx", "rotate", "7", "14"),
            run(
                "2026-03-26T11:15:42Z",
                "frontend",
                "/etc/nginx/nginx.conf",
                "worker_processes",
                "2",
                "4"),
            run("2026-03-26T16:03:19Z", "payment", "/etc/logrotate.d/shop", "rotate", "7", "14"),
            run(SHRUNK.toString(), "checkout", "/etc/shop/checkout.yaml", KEY, "40", "4"),
            run(GROWN.toString(), "checkout", "/etc/shop/checkout.yaml", KEY, "4", "40")),
        Shop.day(
            new Conditions(
                Window.NEVER, Window.of(SHRUNK.plusSeconds(2), Duration.between(SHRUNK, GROWN)))),
        new Incident(
            "Checkout runs out of database connections",
            "A configuration run at 16:03 set the pool to 4 connections; once the evening exports start at 16:20, carts and orders find none.",
            "checkout",
            Instant.parse("2026-03-26T16:20:00Z"),
            Instant.parse("2026-03-26T17:27:00Z"),
            Instant.parse("2026-03-26T13:00:00Z"),
            Instant.parse("2026-03-26T15:50:00Z"),
            new Cause("config", "config:/etc/shop/checkout.yaml/" + KEY + "@" + SHRUNK)));
  }

  private static ConfigRun run(
      String time, String service, String resource, String key, String old, String now) {
    return new ConfigRun(Instant.parse(time), service, resource, key, old, now, "ansible");
  }
}
