package com.acme.shop.checkout;

import java.math.BigDecimal;
import java.util.List;

public record Order(long id, Cart cart, Customer customer) {

  public String number() {
    return Long.toString(id);
  }

  public BigDecimal total() {
    return BigDecimal.valueOf(totalCents(), 2);
  }

  public long totalCents() {
    return cart.totalCents();
  }

  public String cardToken() {
    return customer.cardToken();
  }

  public List<CartLine> lines() {
    return cart.lines();
  }
}
