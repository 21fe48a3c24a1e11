// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.TestPaths;
import dev.clew.code.syntax.Language;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The source files of a commit, tests left out.
 *
 * @param blobs id of what each holds, by path, in the order of the paths
 * @param left how many were left out, since there are too many
 */
record Sources(Map<String, String> blobs, int left) {
  /** Endings of languages without a grammar, whose string constants are looked at. */
  private static final Set<String> LEXED =
      Set.of(
          "bash", "clj", "cr", "dart", "erl", "ex", "exs", "fs", "groovy", "hs", "jl", "kts", "lua",
          "m", "ml", "mm", "nim", "pl", "pm", "ps1", "r", "sh", "svelte", "swift", "vb", "vue",
          "zig");

  /** Those among all files of a commit. */
  static Sources of(Map<String, String> files, int most) {
    Map<String, String> sources = new TreeMap<>();
    int left = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (isSource(file.getKey())) {
        if (sources.size() < most) {
          sources.put(file.getKey(), file.getValue());
        } else {
          left++;
        }
      }
    }
    return new Sources(sources, left);
  }

  /** True for files whose statements are looked for. */
  static boolean isSource(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return (Language.of(path).isPresent() || LEXED.contains(ending)) && !TestPaths.isTest(path);
  }
}
