// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import dev.clew.samples.Draw;
import dev.clew.samples.Releases;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What travellers do: ask for prices, book, give trips up; and what each service says of it. */
final class Travelling {

  private static final List<String> STATIONS =
      List.of("Aldra", "Brunn", "Corvin", "Dalen", "Estrup", "Falk", "Grund", "Hove", "Ister");
  private static final List<String> TRAINS =
      List.of("ICX", "ICX", "ICX", "ICX", "NJ", "IR", "IR", "RE", "RE", "RE");
  private static final String WIRE = "pricing/rail_pricing/wire.py";

  private final RailLogs logs;
  private final Releases releases;
  private final Draw draw;

  Travelling(RailLogs logs, Releases releases, Draw draw) {
    this.logs = logs;
    this.releases = releases;
    this.draw = draw;
  }

  /** A trip with the time it departs at, and its surcharge in cents. */
  private record Trip(String origin, String target, String train, Instant departs, int surcharge) {}

  void visit(long time, String trace) {
    double kind = draw.uniform();
    if (kind < .20) {
      page(time, trace);
    } else if (kind < .80) {
      price(time, trace);
    } else if (kind < .95) {
      book(time, trace);
    } else {
      refund(time, trace);
    }
  }

  private void page(long time, String trace) {
    String url = draw.one(List.of("/", "/timetable", "/tickets", "/vendor/dayjs.min.js"));
    completed(time + draw.from(1, 9), trace, "GET", url, draw.chance(.3) ? 304 : 200, 3);
  }

  private void price(long time, String trace) {
    Trip trip = trip(time);
    String url = "/api/trips/price";
    if (draw.chance(.006)) {
      logs.pricing.warning(
          time + 6, trace, "api", "No tariff connects %s and %s", trip.origin(), "Nirgends");
      logs.web.warn(
          time + 9,
          "trips/routes.ts",
          "nothing runs between these stations",
          "trace_id",
          trace,
          "service",
          "pricing");
      completed(time + 10, trace, "POST", url, 200, 10);
      return;
    }
    long priced = quote(time + draw.from(2, 5), trace, trip);
    long done = priced + draw.from(1, 6);
    if (isIncomplete(trip, time)) {
      String stack = logs.web.stack(done, "euros");
      failed(done, trace, url, "TypeError", stack, done - time);
    } else {
      completed(done, trace, "POST", url, 200, done - time);
    }
  }

  private void book(long time, String trace) {
    Trip trip = trip(time);
    String url = "/api/bookings";
    BookingLog.Where where = new BookingLog.Where("http-nio-8081-exec-" + draw.from(1, 20), trace);
    if (draw.chance(.004)) {
      logs.booking.error(
          time + 31,
          where,
          "ApiErrors",
          logs.booking.trace(time, "rail/pricing-reset"),
          "{} {} failed",
          "POST",
          "/bookings");
      bookingFailed(time + 34, trace, url, 34);
      return;
    }
    long priced = quote(time + draw.from(6, 14), trace, trip);
    if (isIncomplete(trip, time)) {
      long done = priced + draw.from(2, 6);
      logs.booking.error(
          done,
          where,
          "ApiErrors",
          logs.booking.trace(time, "rail/invoice"),
          "{} {} failed",
          "POST",
          "/bookings");
      bookingFailed(done + 3, trace, url, done + 3 - time);
      return;
    }
    long done = priced + draw.around(24, .4);
    if (draw.chance(.02)) {
      logs.booking.warn(
          done, where, "Seats", "No seat is left on {} at {}", trip.train(), clock(trip));
      logs.web.warn(done + 2, "bookings.ts", "train is sold out", "trace_id", trace);
      completed(done + 3, trace, "POST", url, 409, done + 3 - time);
      return;
    }
    booked(done, trace, where, trip);
    completed(done + 3, trace, "POST", url, 200, done + 3 - time);
  }

  private void booked(long time, String trace, BookingLog.Where where, Trip trip) {
    String number = "B" + draw.from(100_000, 999_999);
    logs.booking.info(
        time,
        where,
        "BookingService",
        "Booking {} of {}: seat {} for {} cents",
        number,
        "C-" + draw.from(10_000, 49_999),
        draw.from(1, 12) + "/" + draw.from(11, 106),
        draw.from(19, 129) * 100 - 10 + trip.surcharge() + 150);
    long sent = time + draw.from(300, 2_300);
    if (draw.chance(.01)) {
      logs.mailer.failed(
          sent,
          "warn",
          "outbox.ts",
          "ticket not sent, trying again",
          "Error",
          logs.mailer.stack(sent, "smtp"),
          "trace_id",
          trace,
          "booking",
          number,
          "attempts",
          3);
      sent += 2_000;
    }
    logs.mailer.info(sent, "outbox.ts", "ticket sent", "trace_id", trace, "booking", number);
  }

  private void bookingFailed(long time, String trace, String url, long took) {
    String stack = logs.web.stack(time, "answered-booking", "booking", 500);
    failed(time, trace, url, "Answered", stack, took);
  }

  private void refund(long time, String trace) {
    String id = "Q-" + draw.hex(10);
    String url = "/api/refunds";
    Trip trip = trip(time);
    String refund = "main.(*server).refund";
    if (draw.chance(.03)) {
      logs.pricing.warning(time + 5, trace, "api", "Quote %s is not known here", id);
      refunds(
          time + 8,
          "WARN",
          "server.go",
          refund,
          "quote not found",
          "trace_id",
          trace,
          "quote",
          id,
          "err",
          "pricing answered 404");
      String stack = logs.web.stack(time, "answered-refund", "refunds", 404);
      failed(time + 10, trace, url, "Answered", stack, 10);
      return;
    }
    logs.pricing.info(time + 5, trace, "api", "Quote %s handed out again", id);
    long done = time + draw.from(8, 14);
    if (isIncomplete(trip, time)) {
      refunds(
          done,
          "ERROR",
          "recover.go",
          "main.main.recovered.func1.1",
          "handler panicked",
          "trace_id",
          trace,
          "err",
          "runtime error: invalid memory address or nil pointer dereference",
          "stack",
          logs.refunds.stack(time, "panic", draw.from(2_000, 90_000)));
      String stack = logs.web.stack(time, "answered-refund", "refunds", 500);
      failed(done + 3, trace, url, "Answered", stack, done + 3 - time);
      return;
    }
    int cents = draw.from(9, 129) * draw.one(List.of(50, 75, 100));
    refunds(
        done,
        "INFO",
        "server.go",
        refund,
        "refund granted",
        "trace_id",
        trace,
        "quote",
        id,
        "cents",
        cents);
    completed(done + 2, trace, "POST", url, 200, done + 2 - time);
  }

  private void refunds(
      long time, String level, String file, String function, String message, Object... pairs) {
    logs.refunds.log(time, draw.from(0, 999_999), level, file, function, message, pairs);
  }

  /** Pricing makes a quote; returns when it is done. */
  private long quote(long time, String trace, Trip trip) {
    String id = "Q-" + draw.hex(10);
    long done = time + draw.around(11, .5);
    if (isIncomplete(trip, time)) {
      logs.pricing.exception(
          done,
          trace,
          "audit",
          Traces.python(releases.sources("pricing", time), "audit"),
          "Quote %s is missing in the audit trail",
          id);
    }
    logs.pricing.info(
        done,
        trace,
        "api",
        "Quote %s from %s to %s by %s",
        id,
        trip.origin(),
        trip.target(),
        trip.train());
    return done + 1;
  }

  /** Whether the answer of the version that runs leaves the surcharge out. */
  private boolean isIncomplete(Trip trip, long time) {
    return trip.surcharge() == 0
        && releases.sources("pricing", time).text(WIRE).contains("if value}");
  }

  private Trip trip(long now) {
    String origin = draw.one(STATIONS);
    String target = draw.one(STATIONS);
    while (target.equals(origin)) {
      target = draw.one(STATIONS);
    }
    Instant departs = Instant.ofEpochMilli(now).plusSeconds(60L * draw.from(20, 4_320));
    int hour = departs.atOffset(ZoneOffset.UTC).getHour();
    boolean peak = List.of(6, 7, 8, 16, 17, 18).contains(hour);
    String train = draw.one(TRAINS);
    int fast = train.equals("ICX") ? 900 : train.equals("NJ") ? 1650 : 0;
    return new Trip(origin, target, train, departs, fast + (peak ? 500 : 0));
  }

  private static String clock(Trip trip) {
    return trip.departs().atOffset(ZoneOffset.UTC).toLocalDateTime().withNano(0).toString();
  }

  private void completed(
      long time, String trace, String method, String url, int status, long took) {
    logs.web.info(
        time,
        "server.ts",
        "request completed",
        "trace_id",
        trace,
        "method",
        method,
        "url",
        url,
        "status",
        status,
        "ms",
        took);
  }

  private void failed(long time, String trace, String url, String type, String stack, long took) {
    logs.web.failed(
        time,
        "error",
        "server.ts",
        "request failed",
        type,
        stack,
        "trace_id",
        trace,
        "method",
        "POST",
        "url",
        url);
    completed(time + 1, trace, "POST", url, 500, took + 1);
  }
}
