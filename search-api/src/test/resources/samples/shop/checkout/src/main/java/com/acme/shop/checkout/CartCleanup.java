package com.acme.shop.checkout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes carts that nobody came back to; runs at night. */
@Component
class CartCleanup {

  private static final Logger log = LoggerFactory.getLogger(CartCleanup.class);

  private final CartRepository carts;

  CartCleanup(CartRepository carts) {
    this.carts = carts;
  }

  @Scheduled(cron = "0 30 2 * * *")
  void run() {
    int removed = carts.removeOlderThanDays(30);
    log.info("Removed {} abandoned carts", removed);
  }
}
