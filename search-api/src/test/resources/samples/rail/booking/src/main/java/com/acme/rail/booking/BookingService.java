package com.acme.rail.booking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

@Service
public class BookingService {

  private static final Logger log = LoggerFactory.getLogger(BookingService.class);

  private final PricingClient pricing;
  private final Seats seats;

  BookingService(PricingClient pricing, Seats seats) {
    this.pricing = pricing;
    this.seats = seats;
  }

  Booking book(String customer, Trip trip) {
    Quote quote = pricing.quote(trip);
    Invoice invoice = Invoice.of(quote);
    String seat = seats.take(trip);
    String number = BookingNumbers.next();
    log.info("Booking {} of {}: seat {} for {} cents", number, customer, seat, invoice.total());
    return new Booking(number, seat, invoice);
  }
}
