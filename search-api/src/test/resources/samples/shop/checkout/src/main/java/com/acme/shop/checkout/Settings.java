package com.acme.shop.checkout;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Settings that may change while the service runs; read again when the file changes. */
@Component
class Settings {

  private static final Logger log = LoggerFactory.getLogger(Settings.class);

  private static final String FILE = "/etc/shop/checkout.yaml";

  private final HikariDataSource pool;

  Settings(HikariDataSource pool) {
    this.pool = pool;
  }

  void reload(Map<String, String> values, Map<String, String> before) {
    log.info("Settings read again from {}: {} values changed", FILE, changes(values, before));
    pool.setMaximumPoolSize(Integer.parseInt(values.get("db.pool.max-size")));
  }

  private static long changes(Map<String, String> values, Map<String, String> before) {
    return values.entrySet().stream().filter(e -> !e.getValue().equals(before.get(e.getKey()))).count();
  }
}
