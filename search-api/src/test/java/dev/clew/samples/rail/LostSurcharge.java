// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import static dev.clew.samples.Scenario.deploy;

import dev.clew.samples.Releases.Deploy;
import dev.clew.samples.Scenario;
import dev.clew.samples.Scenario.Cause;
import dev.clew.samples.Scenario.Incident;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A Python service leaves a field out when it is zero; services in four languages need it. */
public final class LostSurcharge {

  private static final List<Deploy> DEPLOYS =
      List.of(
          deploy("2026-03-05T17:10:03Z", "booking", "6.1.1", "chloe"),
          deploy("2026-03-06T08:30:44Z", "refunds", "2.3.0", "dmitri"),
          deploy("2026-03-06T10:05:12Z", "mailer", "1.3.1", "finn"),
          deploy("2026-03-23T09:20:31Z", "pricing", "4.6.1", "ben"),
          deploy("2026-03-23T10:11:08Z", "web", "3.8.2", "eve"),
          deploy("2026-03-24T14:20:55Z", "refunds", "2.3.1", "dmitri"),
          deploy("2026-04-03T09:15:20Z", "booking", "6.1.2", "chloe"),
          deploy("2026-04-08T12:40:37Z", "pricing", "4.6.2", "ben"),
          deploy("2026-04-13T10:31:02Z", "web", "3.8.3", "eve"),
          deploy("2026-04-14T11:20:14.260Z", "booking", "6.2.0", "chloe"),
          deploy("2026-04-14T12:58:20.118Z", "mailer", "1.4.0", "finn"),
          deploy("2026-04-14T13:04:37.402Z", "pricing", "4.7.0", "ben"),
          deploy("2026-04-14T13:41:09.655Z", "pricing", "4.6.2", "eve"));

  private LostSurcharge() {}

  /** The scenario. */
  public static Scenario scenario() {
    return new Scenario(
        "lost-surcharge",
        LocalDate.parse("2026-04-14"),
        20_260_414,
        26,
        List.of("rail/1-march", "rail/2-april"),
        DEPLOYS,
        List.of(),
        RailDay::new,
        new Incident(
            "Prices, bookings and refunds fail in three services at once",
            "From 13:05 on a third of the trips has no price; rolling pricing back at 13:41 ends it.",
            "pricing",
            Instant.parse("2026-04-14T13:04:00Z"),
            Instant.parse("2026-04-14T13:42:00Z"),
            Instant.parse("2026-04-14T11:30:00Z"),
            Instant.parse("2026-04-14T13:00:00Z"),
            new Cause("commit", "pricing: keep answers small")));
  }
}
