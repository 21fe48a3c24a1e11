package com.acme.shop.payment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
public class PaymentApplication {

  private static final Logger log = LoggerFactory.getLogger(PaymentApplication.class);

  public static void main(String[] args) {
    Build build = Build.read();
    log.info("Starting payment {} (commit {})", build.version(), build.commit());
    SpringApplication.run(PaymentApplication.class, args);
    log.info("Ready, card gateway is {}", build.gateway());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> log.info("Stopping payment {}", build.version())));
  }
}
