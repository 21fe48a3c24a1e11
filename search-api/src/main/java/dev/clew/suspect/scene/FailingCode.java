// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.PathIndex;
import dev.clew.code.frame.ResolvedFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The code that the symptom passes through, and who last changed it.
 *
 * @param frames frames and places of the symptom, where it failed first
 * @param byCommit which commit had its hand in what, told by the lines that are left of it
 * @param files files on the failing path with their weight: 1 where it failed, less further out
 * @param words names in the functions on the failing path
 * @param functions names of the functions and tests that the symptom names
 * @param types names of the classes or files that the symptom names, without ending
 * @param spots functions in which the fault may lie, by file and name
 */
public record FailingCode(
    List<ResolvedFrame> frames,
    Map<String, List<Touch>> byCommit,
    Map<String, Double> files,
    Set<String> words,
    Set<String> functions,
    Set<String> types,
    Map<String, Spot> spots) {

  /** No code is known. */
  static FailingCode unknown() {
    return new FailingCode(List.of(), Map.of(), Map.of(), Set.of(), Set.of(), Set.of(), Map.of());
  }

  /** The commit's hand in it; empty when it has none. */
  public List<Touch> touches(String commit) {
    return byCommit.getOrDefault(commit, List.of());
  }

  /** Names of the files on the failing path, without folders. */
  public Map<String, Double> fileNames() {
    Map<String, Double> names = new HashMap<>();
    files.forEach((path, weight) -> names.merge(PathIndex.name(path), weight, Math::max));
    return names;
  }
}
