package com.acme.rail.booking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class Seats {

  private static final Logger log = LoggerFactory.getLogger(Seats.class);
  private static final String TAKE =
      "update seats set taken = true where train = ? and not taken returning number";

  private final JdbcTemplate jdbc;

  Seats(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  String take(Trip trip) {
    String seat = jdbc.queryForObject(TAKE, String.class, trip.train());
    if (seat == null) {
      log.warn("No seat is left on {} at {}", trip.train(), trip.departs());
      throw new SoldOut(trip.train());
    }
    return seat;
  }
}
