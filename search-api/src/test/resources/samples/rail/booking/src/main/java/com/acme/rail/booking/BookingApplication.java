package com.acme.rail.booking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class BookingApplication {

  private static final Logger log = LoggerFactory.getLogger(BookingApplication.class);

  public static void main(String[] args) {
    log.info("Starting booking {} (commit {})", System.getenv("VERSION"), System.getenv("COMMIT"));
    SpringApplication.run(BookingApplication.class, args);
    log.info("Ready to take bookings");
  }
}
