package com.acme.shop.checkout.gateway;

import com.acme.shop.checkout.Order;

record AuthorizationRequest(String order, long amountCents, String cardToken) {

  static AuthorizationRequest of(Order order) {
    return new AuthorizationRequest(order.number(), order.totalCents(), order.cardToken());
  }
}
