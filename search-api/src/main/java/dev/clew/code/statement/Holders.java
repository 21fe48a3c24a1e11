// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files whose text holds pieces of one line. Single use. */
final class Holders {
  private final Spoken spoken;
  private final String logger;
  private final Map<String, Integer> longest = new HashMap<>();

  Holders(Printed line) {
    this.spoken = new Spoken(line);
    this.logger = line.logger();
  }

  void look(String blob, byte[] bytes) {
    int letters = spoken.longest(bytes);
    if (letters > 0) {
      longest.put(blob, letters);
    }
  }

  /**
   * The files that most likely hold the statement: those named like the logger, then those with the
   * longest piece.
   *
   * @param blobs id of what each file holds, by path
   */
  List<String> best(Map<String, String> blobs, int most) {
    Map<String, Integer> weights = new HashMap<>();
    blobs.forEach(
        (path, blob) -> {
          int letters = longest.getOrDefault(blob, 0);
          if (LoggerNames.isNamed(logger, path)) {
            weights.put(path, Integer.MAX_VALUE);
          } else if (letters > 0) {
            weights.put(path, letters);
          }
        });
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
