// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import static dev.clew.samples.Scenario.deploy;

import dev.clew.samples.Conditions.Window;
import dev.clew.samples.Releases.Deploy;
import dev.clew.samples.Scenario.Cause;
import dev.clew.samples.Scenario.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The card gateway's certificate ends at noon; no commit, deploy or setting is to blame. */
final class ExpiredCertificate {

  static final List<String> HISTORY = with(CheckoutTimeout.HISTORY, List.of("4-mid-march"));

  /** What ran before and on this day. */
  static final List<Deploy> DEPLOYS =
      with(
          CheckoutTimeout.DEPLOYS,
          List.of(
              deploy("2026-03-11T09:02:15Z", "checkout", "2.14.1", "ben"),
              deploy("2026-03-12T09:20:48Z", "payment", "3.8.1", "chloe"),
              deploy("2026-03-13T10:31:09Z", "checkout", "2.14.2", "ben"),
              deploy("2026-03-17T11:40:07.346Z", "payment", "3.8.2", "chloe")));

  private static final Instant EXPIRY = Instant.parse("2026-03-17T12:00:00Z");

  private ExpiredCertificate() {}

  static Scenario scenario() {
    return new Scenario(
        "expired-certificate",
        LocalDate.parse("2026-03-17"),
        20_260_317,
        20,
        HISTORY,
        DEPLOYS,
        List.of(),
        Shop.day(new Conditions(Window.of(EXPIRY, Duration.ofMinutes(47)), Window.NEVER)),
        new Incident(
            "No order can be paid since noon",
            "At 12:00:00 the card gateway's certificate expired; its operator put a new one in at 12:47.",
            "payment",
            EXPIRY,
            Instant.parse("2026-03-17T12:47:00Z"),
            Instant.parse("2026-03-17T10:00:00Z"),
            Instant.parse("2026-03-17T11:38:00Z"),
            new Cause("operational", "certificate")));
  }

  static <T> List<T> with(List<T> before, List<T> more) {
    List<T> all = new ArrayList<>(before);
    all.addAll(more);
    return List.copyOf(all);
  }
}
