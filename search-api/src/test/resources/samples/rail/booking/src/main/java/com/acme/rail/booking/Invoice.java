package com.acme.rail.booking;

/** What a customer pays, in whole cents. */
public record Invoice(String quote, int fare, int surcharge, int fee) {

  static Invoice of(Quote quote) {
    int fare = quote.fareCents();
    int surcharge = quote.surchargeCents();
    int fee = quote.feeCents();
    return new Invoice(quote.id(), fare, surcharge, fee);
  }

  int total() {
    return fare + surcharge + fee;
  }
}
