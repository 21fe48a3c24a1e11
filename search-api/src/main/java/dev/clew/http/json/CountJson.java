// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import dev.clew.store.Count;

/** How many, and whether that is exact. */
public record CountJson(long value, boolean exact) {
  public static CountJson of(Count count) {
    return new CountJson(count.value(), count.exact());
  }
}
