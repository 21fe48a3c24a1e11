package com.acme.rail.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InvoiceTest {

  @Test
  void addsUp() {
    assertEquals(5950, Invoice.of(new Quote("Q-1", 5950, 4900, 900, 150)).total());
  }
}
