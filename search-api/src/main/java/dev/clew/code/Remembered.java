// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.List;
import java.util.Optional;

/** What is known of a repository's commits without asking Git. Thread-safe. */
public interface Remembered {
  /** What {@link GitRepository#changedPaths} would read; empty when it is not known. */
  Optional<List<String>> changedPaths(String commit);
}
