// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.CodeLexer.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** From a function to those it calls, by their names: in its own file and in types it mentions. */
final class CallFollower {
  /** A type that only the rest of the file mentions counts less, and so does a file by its type. */
  private static final double FURTHER = 0.6;

  private static final double CALLED = 0.5;
  private static final int MAX_TYPES = 40;

  private final Sources sources;
  private final Spots spots;

  CallFollower(Sources sources, Spots spots) {
    this.sources = sources;
    this.spots = spots;
  }

  /** Adds what the functions on the path call, one step further. */
  void deepen() {
    for (Spot spot : spots.list()) {
      follow(
          spot.path(),
          sources.body(spot.path(), spot.block()),
          spot.weight() * CALLED,
          "which %s calls".formatted(spot.block().name()),
          List.of(spot.path()));
    }
  }

  /**
   * Adds what a body calls.
   *
   * @param path file of the body
   * @param weight of a function that it calls
   * @param where said of these functions
   * @param home files to look in first
   */
  void follow(String path, List<Token> body, double weight, String where, List<String> home) {
    Set<String> files = new LinkedHashSet<>(home);
    for (String type : Sources.types(body)) {
      for (String file : sources.running(type + Sources.ending(path))) {
        files.add(file);
        spots.file(file, weight * FURTHER);
      }
    }
    Set<String> left = new LinkedHashSet<>(Sources.called(body));
    left.removeAll(add(files, left, weight, where));
    if (!left.isEmpty()) {
      Set<String> others = new LinkedHashSet<>();
      Sources.types(sources.tokens(path)).stream()
          .limit(MAX_TYPES)
          .forEach(type -> others.addAll(sources.running(type + Sources.ending(path))));
      others.removeAll(files);
      add(others, left, weight * FURTHER, where);
    }
  }

  private Set<String> add(Set<String> files, Set<String> called, double weight, String where) {
    Set<String> found = new LinkedHashSet<>();
    for (String file : files) {
      sources.functions(file).stream()
          .filter(block -> called.contains(block.name()))
          .forEach(
              block -> {
                found.add(block.name());
                spots.add(new Spot(file, block, weight, where));
              });
    }
    return found;
  }
}
