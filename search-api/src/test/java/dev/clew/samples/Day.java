// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.Agenda.Action;
import dev.clew.samples.Releases.Deploy;
import dev.clew.samples.Traffic.Visitor;

/** One day from midnight to midnight: arrivals, jobs, restarts, in the order they happen. */
final class Day {

  private static final long LENGTH = 86_400_000;
  private static final long MINUTE = 60_000;

  private final Shop shop;
  private final Draw draw;
  private final Browsing browsing;
  private final Ordering ordering;
  private final DatabaseLife database;
  private final double visitsAtPeak;

  /**
   * @param visitsAtPeak things visitors do per minute in the busiest hour
   */
  Day(Shop shop, double visitsAtPeak) {
    this.shop = shop;
    this.draw = shop.draw("day");
    this.browsing = new Browsing(shop);
    this.ordering = new Ordering(shop);
    this.database = new DatabaseLife(shop);
    this.visitsAtPeak = visitsAtPeak;
  }

  void pass() {
    long end = shop.midnight + LENGTH;
    for (Deploy deploy : shop.releases.deploys()) {
      long time = deploy.time().toEpochMilli();
      if (time >= shop.midnight && time < end) {
        new Restart(shop).put(deploy);
      }
    }
    new Jobs(shop).put();
    database.put();
    everyMinute(shop.midnight + 7_300);
    arrive(shop.midnight + 400, visitsAtPeak, this::visit);
    arrive(shop.midnight + 900, visitsAtPeak / 90, database::slowQuery);
    wander(shop.midnight + 2_000, .35, browsing::probe);
    wander(shop.midnight + 5_000, .8, browsing::crawl);
    shop.agenda.runUntil(end);
  }

  private void everyMinute(long first) {
    shop.agenda.add(
        first,
        time -> {
          browsing.health(time);
          everyMinute(time + MINUTE);
        });
  }

  /** Follows the daily curve: draws at the peak's rate and leaves out what is too many. */
  private void arrive(long time, double peak, Action action) {
    shop.agenda.add(
        time,
        now -> {
          if (draw.chance(shop.traffic.load(now))) {
            action.at(now);
          }
          arrive(now + draw.pause(peak), peak, action);
        });
  }

  /** Comes at any time of the day alike, as bots do. */
  private void wander(long time, double perMinute, Action action) {
    shop.agenda.add(
        time,
        now -> {
          action.at(now);
          wander(now + draw.pause(perMinute), perMinute, action);
        });
  }

  private void visit(long time) {
    Visitor visitor = shop.traffic.visitor();
    double kind = draw.uniform();
    boolean stopping = shop.isDraining("checkout", time) && !shop.isDown("checkout", time);
    if (kind < .15 && !stopping && !shop.isDraining("payment", time)) {
      ordering.place(time, visitor);
    } else if (kind < .34) {
      browsing.cart(time, visitor);
    } else if (kind < .50) {
      browsing.stock(time, visitor);
    } else {
      browsing.page(time, visitor);
    }
  }
}
