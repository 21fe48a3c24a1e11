package com.acme.rail.booking;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class BookingController {

  private final BookingService bookings;

  BookingController(BookingService bookings) {
    this.bookings = bookings;
  }

  @PostMapping("/bookings")
  Booking create(@RequestHeader("X-Customer") String customer, @RequestBody Trip trip) {
    return bookings.book(customer, trip);
  }
}
