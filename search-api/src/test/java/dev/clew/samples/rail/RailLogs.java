// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import dev.clew.samples.Releases;

/** The logs of all services of the railway's ticket shop. */
final class RailLogs {

  final PinoLog web;
  final PinoLog mailer;
  final BookingLog booking;
  final PricingLog pricing;
  final RefundsLog refunds;

  RailLogs(Releases releases) {
    this.web = new PinoLog("web", "web-6f7c9d5b8-k2x8q", releases);
    this.mailer = new PinoLog("mailer", "mailer-59b7d8c66-t4m9z", releases);
    this.booking = new BookingLog(releases);
    this.pricing = new PricingLog(releases);
    this.refunds = new RefundsLog(releases);
  }
}
