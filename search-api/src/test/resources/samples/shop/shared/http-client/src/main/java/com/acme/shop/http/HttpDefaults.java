package com.acme.shop.http;

import java.time.Duration;

/** What every client of the shop starts from; a service may pass its own. */
public final class HttpDefaults {

  private HttpDefaults() {}

  /** How long opening a connection may take. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofMillis(1000);

  /** How long a call may take until the whole answer is there. */
  public static final Duration READ_TIMEOUT = Duration.ofMillis(5000);

  /** How often a call is tried at most, the first time included. */
  public static final int MAX_ATTEMPTS = 2;

  /** How long to wait before trying again. */
  public static final Duration PAUSE = Duration.ofMillis(200);

  public static final String USER_AGENT = "acme-shop/1";
}
