package com.acme.shop.checkout.gateway;

import com.acme.shop.http.HttpCallFailed;

/** The card's issuer said no. */
public final class CardDeclined extends RuntimeException {

  public CardDeclined(HttpCallFailed cause) {
    super("declined by issuer", cause);
  }

  public String reason() {
    return getMessage();
  }
}
