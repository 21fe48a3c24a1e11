// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was sent: the headers that say what it is, and the body. */
public final class Delivery {
  private final Map<String, String> headers = new TreeMap<>();
  private final byte[] body;

  /**
   * @param headers by their names, in any case
   */
  public Delivery(Map<String, String> headers, byte[] body) {
    headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
    this.body = body.clone();
  }

  /** The value of a header; empty when it is not there. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "").strip();
  }

  byte[] body() {
    return body.clone();
  }
}
