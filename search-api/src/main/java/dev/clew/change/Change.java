// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that somebody altered at a moment. */
public sealed interface Change permits Deploy, Restart, ConfigChange, FlagChange, PushedCommit {

  /** When it took effect. */
  Instant time();

  /** The program it concerns; null when it names none. */
  @Nullable String service();

  /** A text that tells this change from the others of its kind. */
  String id();

  /** What was altered, in a few words. */
  String label();

  /** Who did it; null when it is not known. */
  @Nullable String by();

  /**
   * The kind as people and the API name it: {@code deploy}, {@code restart}, {@code config}, {@code
   * flag} or {@code commit}.
   */
  String kind();

  /** By what the logs gave it away; null when somebody told of it. */
  default @Nullable Inference inferred() {
    return null;
  }
}
