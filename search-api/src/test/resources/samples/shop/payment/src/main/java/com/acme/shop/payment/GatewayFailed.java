package com.acme.shop.payment;

/** The card gateway gave no usable answer. */
final class GatewayFailed extends RuntimeException {

  GatewayFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
