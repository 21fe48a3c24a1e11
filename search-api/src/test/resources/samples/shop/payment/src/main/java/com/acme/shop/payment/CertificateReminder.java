package com.acme.shop.payment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says every morning when the card gateway's certificate ends within a month. */
@Component
class CertificateReminder {

  private static final Logger log = LoggerFactory.getLogger(CertificateReminder.class);

  private final GatewayCertificate certificate;

  CertificateReminder(GatewayCertificate certificate) {
    this.certificate = certificate;
  }

  @Scheduled(cron = "0 0 7 * * *")
  void remind() {
    Duration left = certificate.validFor();
    if (left.toDays() < 30) {
      log.warn("The card gateway's certificate ends in {} days", left.toDays());
    }
  }
}
