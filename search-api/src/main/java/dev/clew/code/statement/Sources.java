// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.TestPaths;
import dev.clew.code.syntax.Language;
import java.util.Map;
import java.util.TreeMap;

/**
 * The source files of a commit, tests left out.
 *
 * @param blobs id of what each holds, by path, in the order of the paths
 * @param left how many were left out, since there are too many
 */
record Sources(Map<String, String> blobs, int left) {
  /** Those among all files of a commit. */
  static Sources of(Map<String, String> files, int most) {
    Map<String, String> sources = new TreeMap<>();
    int left = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (Language.of(file.getKey()).isPresent() && !TestPaths.isTest(file.getKey())) {
        if (sources.size() < most) {
          sources.put(file.getKey(), file.getValue());
        } else {
          left++;
        }
      }
    }
    return new Sources(sources, left);
  }
}
