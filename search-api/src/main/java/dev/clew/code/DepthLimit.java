// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.IOException;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Lets everything through and stops where folders are nested without reason. */
final class DepthLimit extends TreeFilter {
  static final DepthLimit INSTANCE = new DepthLimit();

  /** Git's own limit, core.maxTreeDepth. */
  private static final int MAX = 2_048;

  private DepthLimit() {}

  @Override
  public boolean include(TreeWalk walker) throws IOException {
    if (walker.getDepth() > MAX) {
      throw new IOException("folders are nested more than " + MAX + " deep");
    }
    return true;
  }

  @Override
  public boolean shouldBeRecursive() {
    return false;
  }

  @Override
  public TreeFilter clone() {
    return this;
  }
}
