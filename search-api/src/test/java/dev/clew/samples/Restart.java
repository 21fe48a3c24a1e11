// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.Releases.Deploy;

/** What a deploy leaves in the logs: the old version stops, the new one says its name. */
final class Restart {

  static final long DOWN_BEFORE = 2_100;
  static final long DOWN_AFTER = 6_900;

  /** Calls that begin this long before could still run when the old version stops. */
  static final long DRAIN = 16_000;

  private final Shop shop;

  Restart(Shop shop) {
    this.shop = shop;
  }

  void put(Deploy deploy) {
    shop.agenda.add(deploy.time().toEpochMilli(), time -> log(deploy, time));
  }

  private void log(Deploy deploy, long time) {
    switch (deploy.service()) {
      case "checkout" -> checkout(deploy, time);
      case "payment" -> payment(deploy, time);
      case "inventory" -> inventory(deploy, time);
      default -> shop.frontend.notice(time, "signal 1 (SIGHUP) received from 1, reconfiguring");
    }
  }

  private String commit(Deploy deploy) {
    return shop.releases.commit(deploy).substring(0, 7);
  }

  private void checkout(Deploy deploy, long time) {
    CheckoutLog log = shop.checkout;
    CheckoutLog.Where main = CheckoutLog.Where.thread("main");
    String before = shop.releases.at("checkout", time - 1).version();
    log.info(
        time - DOWN_BEFORE,
        CheckoutLog.Where.thread("Thread-3"),
        "CheckoutApplication",
        "Stopping checkout {}",
        before);
    log.library(
        time - 1_950,
        "INFO",
        "SpringApplicationShutdownHook",
        "com.zaxxer.hikari.HikariDataSource",
        "HikariPool-1 - Shutdown initiated...");
    log.library(
        time - 1_610,
        "INFO",
        "SpringApplicationShutdownHook",
        "com.zaxxer.hikari.HikariDataSource",
        "HikariPool-1 - Shutdown completed.");
    log.info(
        time,
        main,
        "CheckoutApplication",
        "Starting checkout {} (commit {})",
        deploy.version(),
        commit(deploy));
    log.library(
        time + 3_204,
        "INFO",
        "main",
        "org.springframework.boot.web.embedded.tomcat.TomcatWebServer",
        "Tomcat initialized with port 8080 (http)");
    log.library(
        time + 4_415,
        "INFO",
        "main",
        "com.zaxxer.hikari.HikariDataSource",
        "HikariPool-1 - Starting...");
    log.library(
        time + 4_871,
        "INFO",
        "main",
        "com.zaxxer.hikari.HikariDataSource",
        "HikariPool-1 - Start completed.");
    log.library(
        time + 6_588,
        "INFO",
        "main",
        "org.springframework.boot.web.embedded.tomcat.TomcatWebServer",
        "Tomcat started on port 8080 (http) with context path '/'");
    log.info(time + DOWN_AFTER, main, "CheckoutApplication", "Ready to take orders");
  }

  private void payment(Deploy deploy, long time) {
    PaymentLog.Where main = new PaymentLog.Where("main", "");
    String before = shop.releases.at("payment", time - 1).version();
    shop.payment.info(
        time - DOWN_BEFORE,
        new PaymentLog.Where("Thread-2", ""),
        "PaymentApplication",
        "Stopping payment {}",
        before);
    shop.payment.info(
        time,
        main,
        "PaymentApplication",
        "Starting payment {} (commit {})",
        deploy.version(),
        commit(deploy));
    shop.payment.info(
        time + DOWN_AFTER,
        main,
        "PaymentApplication",
        "Ready, card gateway is {}",
        "https://gateway.cardproc.example.com");
  }

  private void inventory(Deploy deploy, long time) {
    shop.inventory.log(
        time,
        "INFO",
        "main.go",
        "starting inventory",
        "version",
        deploy.version(),
        "commit",
        commit(deploy));
    shop.inventory.log(time + 61, "INFO", "main.go", "listening", "addr", ":8082");
  }
}
