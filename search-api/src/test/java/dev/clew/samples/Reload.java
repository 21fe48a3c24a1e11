// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.Scenario.ConfigRun;

/** What a configuration run leaves in the logs of the service it changed. */
final class Reload {

  private static final long NOTICED_AFTER = 1_840;

  private final Shop shop;

  Reload(Shop shop) {
    this.shop = shop;
  }

  void put(ConfigRun run) {
    shop.agenda.add(run.time().toEpochMilli() + NOTICED_AFTER, time -> log(run, time));
  }

  private void log(ConfigRun run, long time) {
    if (run.service().equals("checkout")) {
      shop.checkout.info(
          time,
          CheckoutLog.Where.thread("settings-watcher"),
          "Settings",
          "Settings read again from {}: {} values changed",
          run.resource(),
          1);
    } else if (run.resource().contains("nginx")) {
      shop.frontend.notice(time, "signal 1 (SIGHUP) received from 1, reconfiguring");
    } else if (run.service().equals("database")) {
      shop.database.server(time, 1, "received SIGHUP, reloading configuration files");
    }
  }
}
