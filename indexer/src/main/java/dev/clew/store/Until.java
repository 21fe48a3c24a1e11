// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

/**
 * How long somebody waits for an answer: up to a deadline, or until they have gone. Asked often and
 * from the thread that answers.
 */
@FunctionalInterface
public interface Until {
  /** Waits for as long as it takes. */
  Until NEVER = () -> false;

  /** True when nobody waits any more. Once true it stays so. */
  boolean passed();
}
