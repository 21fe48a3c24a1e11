package com.acme.shop.http;

import org.slf4j.MDC;

/** Hands the trace id of a request on to the next service. */
public final class TraceHeader {

  public static final String NAME = "X-Request-Id";

  private TraceHeader() {}

  /** The trace id of this thread, or the empty string outside of a request. */
  public static String current() {
    String trace = MDC.get("trace");
    return trace == null ? "" : trace;
  }
}
