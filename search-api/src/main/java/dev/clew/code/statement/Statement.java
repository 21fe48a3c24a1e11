// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.syntax.Said;

/**
 * A statement of a commit.
 *
 * @param path its file
 * @param said what it says and where
 */
public record Statement(String path, Said said) {
  /** The template as people read it. */
  public String text() {
    return said.template().toString().strip();
  }
}
