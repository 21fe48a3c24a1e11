// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.CodeBlock;
import dev.clew.code.PathIndex;

/**
 * A function in which the fault may lie.
 *
 * @param path its file
 * @param block the function
 * @param weight how near it is to the failure, 0 to 1: 1 where it failed
 * @param where how it is connected to the failure, in words that follow its name
 */
public record Spot(String path, CodeBlock block, double weight, String where) {
  /** The function by its file's name and its own, which stay the same when folders move. */
  public String key() {
    return key(path, block.name());
  }

  /** The key of a function of that name in that file. */
  public static String key(String path, String function) {
    return PathIndex.name(path) + "#" + function;
  }
}
