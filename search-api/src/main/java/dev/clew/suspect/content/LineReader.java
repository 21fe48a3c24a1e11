// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import java.util.Optional;

/** Reads the lines of one side of a diff, one after another, unchanged ones included. */
interface LineReader {
  /** What the line says; empty when that is nothing, or only serves those that follow. */
  Optional<Item> read(String line);

  /** Lines were left out here. */
  void skip();
}
