package com.acme.shop.checkout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
public class CheckoutApplication {

  private static final Logger log = LoggerFactory.getLogger(CheckoutApplication.class);

  public static void main(String[] args) {
    Build build = Build.read();
    log.info("Starting checkout {} (commit {})", build.version(), build.commit());
    SpringApplication.run(CheckoutApplication.class, args);
    log.info("Ready to take orders");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> log.info("Stopping checkout {}", build.version())));
  }
}
