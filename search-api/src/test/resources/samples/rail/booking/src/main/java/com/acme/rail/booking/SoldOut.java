package com.acme.rail.booking;

public class SoldOut extends RuntimeException {

  SoldOut(String train) {
    super(train + " is sold out");
  }
}
