// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.Releases.Deploy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One day of the shop: its logs, what runs, and what is wrong. */
final class Shop implements World {

  static final String CHECKOUT = "10.20.0.21:8080";
  static final String INVENTORY = "10.20.0.41:8082";

  final long midnight;
  final Conditions conditions;
  final Releases releases;
  final Agenda agenda = new Agenda();
  final Traffic traffic;
  final ConnectionPool pool;
  final CheckoutLog checkout;
  final PaymentLog payment;
  final InventoryLog inventory;
  final FrontendLog frontend = new FrontendLog();
  final DatabaseLog database = new DatabaseLog();
  private final long seed;

  Shop(long seed, long midnight, Conditions conditions, Releases releases) {
    this.seed = seed;
    this.midnight = midnight;
    this.conditions = conditions;
    this.releases = releases;
    this.traffic = new Traffic(midnight, draw("traffic"));
    this.pool = new ConnectionPool(conditions::poolSize);
    this.checkout = new CheckoutLog(releases);
    this.payment = new PaymentLog(releases);
    this.inventory = new InventoryLog(releases);
  }

  /** A day of the shop under these conditions. */
  static World.Maker day(Conditions conditions) {
    return (scenario, releases, midnight) -> {
      Shop shop = new Shop(scenario.seed(), midnight, conditions, releases);
      scenario.runs().forEach(run -> new Reload(shop).put(run));
      new Day(shop, scenario.visitsAtPeak()).pass();
      return shop;
    };
  }

  Draw draw(String purpose) {
    return new Draw(seed, purpose);
  }

  /** Whether a service is being restarted. */
  boolean isDown(String service, long time) {
    return near(service, time, Restart.DOWN_BEFORE, Restart.DOWN_AFTER);
  }

  /** Whether a service is about to stop, so that no long call should begin. */
  boolean isDraining(String service, long time) {
    return near(service, time, Restart.DRAIN, 0);
  }

  private boolean near(String service, long time, long before, long after) {
    for (Deploy deploy : releases.deploys()) {
      long start = deploy.time().toEpochMilli();
      if (deploy.service().equals(service) && time >= start - before && time < start + after) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void write(Path folder) throws IOException {
    for (LogFile file : files()) {
      file.write(folder);
    }
  }

  @Override
  public int events() {
    return files().stream().mapToInt(LogFile::size).sum();
  }

  private List<LogFile> files() {
    return List.of(
        checkout.file(),
        payment.file(),
        inventory.file(),
        frontend.accessFile(),
        frontend.errorFile(),
        database.file());
  }
}
