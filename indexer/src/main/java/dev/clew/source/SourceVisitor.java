// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

/** Takes what {@link SourceOpener} finds in a file, in order. */
public interface SourceVisitor {
  /** A stream of lines; its bytes can be read until this returns. */
  void source(Source source);

  /** Something in the file that cannot be read. */
  void problem(Problem problem);

  /** True when nothing more of the file is wanted. */
  default boolean isOver() {
    return false;
  }
}
