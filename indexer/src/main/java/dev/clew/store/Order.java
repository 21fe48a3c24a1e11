// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

/** In which direction of {@link dev.clew.event.LogEvent#ORDER} a search walks. */
public enum Order {
  NEWEST_FIRST,
  OLDEST_FIRST
}
