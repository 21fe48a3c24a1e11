package com.acme.shop.checkout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hands paid orders to the couriers before each pick-up. */
@Component
class OrderExport {

  private static final Logger log = LoggerFactory.getLogger(OrderExport.class);

  private final ExportWorkers workers;

  OrderExport(ExportWorkers workers) {
    this.workers = workers;
  }

  @Scheduled(cron = "${export.cron}")
  void run() {
    log.info("Export for courier {} started with {} workers", workers.courier(), workers.count());
    ExportResult result = workers.exportAll();
    if (result.skipped() > 0) {
      log.warn("Export for courier {} skipped {} orders without an address", workers.courier(), result.skipped());
    }
    log.info("Export for courier {} finished: {} orders in {} ms", workers.courier(), result.orders(), result.millis());
  }
}
