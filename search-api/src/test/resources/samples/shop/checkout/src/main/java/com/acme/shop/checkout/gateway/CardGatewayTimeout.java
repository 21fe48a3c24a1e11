package com.acme.shop.checkout.gateway;

/** The card gateway did not answer in time; the card may or may not have been charged. */
public final class CardGatewayTimeout extends RuntimeException {

  public CardGatewayTimeout(String message, Throwable cause) {
    super(message, cause);
  }
}
