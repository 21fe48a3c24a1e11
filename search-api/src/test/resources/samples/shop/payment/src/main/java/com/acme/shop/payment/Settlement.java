package com.acme.shop.payment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares the ledger with the card processor's file, every night. */
@Component
class Settlement {

  private static final Logger log = LoggerFactory.getLogger(Settlement.class);

  private final SettlementFile file;
  private final Ledger ledger;

  Settlement(SettlementFile file, Ledger ledger) {
    this.file = file;
    this.ledger = ledger;
  }

  @Scheduled(cron = "0 0 3 * * *")
  void run() {
    log.info("Settlement started, {} lines in {}", file.size(), file.name());
    int differences = 0;
    for (SettlementLine line : file) {
      if (!ledger.agrees(line)) {
        log.warn("Settlement differs for order {}: {} cents here, {} cents there", line.order(), ledger.cents(line), line.cents());
        differences++;
      }
    }
    log.info("Settlement finished with {} differences", differences);
  }
}
