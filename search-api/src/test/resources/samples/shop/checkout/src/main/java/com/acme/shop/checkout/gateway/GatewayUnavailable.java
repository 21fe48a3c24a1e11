package com.acme.shop.checkout.gateway;

/** The payment could not be authorised for a reason that is not the customer's. */
public final class GatewayUnavailable extends RuntimeException {

  public GatewayUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
