// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import static dev.clew.samples.Scenario.deploy;

import dev.clew.samples.Conditions.Window;
import dev.clew.samples.Releases.Deploy;
import dev.clew.samples.Scenario.Cause;
import dev.clew.samples.Scenario.ConfigRun;
import dev.clew.samples.Scenario.Incident;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A tidy commit halves the time that checkout waits for an answer; the card gateway needs more. */
final class CheckoutTimeout {

  static final List<String> HISTORY = List.of("1-start", "2-february", "3-march");

  /** What ran before and on this day. */
  static final List<Deploy> DEPLOYS =
      List.of(
          deploy("2026-02-17T09:41:10Z", "payment", "3.7.4", "chloe"),
          deploy("2026-02-18T11:02:31Z", "checkout", "2.13.0", "ben"),
          deploy("2026-02-20T09:30:02Z", "frontend", "2026.02.2", "eve"),
          deploy("2026-02-25T10:15:44Z", "checkout", "2.13.1", "ben"),
          deploy("2026-02-26T08:05:12Z", "inventory", "1.9.3", "dmitri"),
          deploy("2026-03-03T09:50:37Z", "payment", "3.8.0", "chloe"),
          deploy("2026-03-05T13:12:20Z", "checkout", "2.13.2", "ben"),
          deploy("2026-03-06T12:31:05Z", "frontend", "2026.03.1", "eve"),
          deploy("2026-03-10T14:09:41.512Z", "inventory", "1.9.4", "dmitri"),
          deploy("2026-03-10T14:11:52.087Z", "checkout", "2.14.0", "ben"),
          deploy("2026-03-10T14:30:24.730Z", "checkout", "2.13.2", "eve"));

  private CheckoutTimeout() {}

  static Scenario scenario() {
    return new Scenario(
        "checkout-timeout",
        LocalDate.parse("2026-03-10"),
        20_260_310,
        34,
        HISTORY,
        DEPLOYS,
        List.of(
            new ConfigRun(
                Instant.parse("2026-03-10T14:10:18Z"),
                "payment",
                "/etc/shop/payment.yaml",
                "log.level.com.zaxxer.hikari",
                "WARN",
                "INFO",
                "eve")),
        Shop.day(new Conditions(Window.NEVER, Window.NEVER)),
        new Incident(
            "Orders fail after the checkout release",
            "From 14:12 on about a third of the orders end in a 502; rolling checkout back at 14:30 ends it.",
            "checkout",
            Instant.parse("2026-03-10T14:12:00Z"),
            Instant.parse("2026-03-10T14:31:00Z"),
            Instant.parse("2026-03-10T12:30:00Z"),
            Instant.parse("2026-03-10T14:09:00Z"),
            new Cause("commit", "tidy up the http client defaults")));
  }
}
