// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.frame.ResolvedFrame;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The code that the symptom passes through, and who last changed it.
 *
 * @param frames frames and places of the symptom, where it failed first
 * @param byCommit which commit had its hand in what
 * @param files files on the failing path with their weight: 1 where it failed, less further out
 * @param words names in the functions on the failing path
 */
public record FailingCode(
    List<ResolvedFrame> frames,
    Map<String, List<Touch>> byCommit,
    Map<String, Double> files,
    Set<String> words) {

  /** No code is known. */
  static FailingCode unknown() {
    return new FailingCode(List.of(), Map.of(), Map.of(), Set.of());
  }

  /** The commit's hand in it; empty when it has none. */
  public List<Touch> touches(String commit) {
    return byCommit.getOrDefault(commit, List.of());
  }
}
