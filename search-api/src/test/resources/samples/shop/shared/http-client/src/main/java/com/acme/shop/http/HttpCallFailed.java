package com.acme.shop.http;

import java.io.IOException;
import java.net.URI;

/** The other side answered, but not with what was asked for. */
public final class HttpCallFailed extends IOException {

  private final int status;

  public HttpCallFailed(URI uri, int status) {
    super(uri + " answered " + status);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
