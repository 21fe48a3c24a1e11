// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

import dev.clew.format.field.Draft;
import dev.clew.format.field.Names;

/** Who printed a line: a thread, a class and a line of code, as {@code main:QuorumPeer@593}. */
final class Caller {
  private Caller() {}

  /** False when {@code text} is none; the thread may hold colons. */
  static boolean read(String text, Draft draft) {
    int at = text.lastIndexOf('@');
    int colon = text.lastIndexOf(':', at);
    boolean numbered =
        at >= 0 && at + 1 < text.length() && Names.isNumber(text, at + 1, text.length());
    if (colon < 0 || colon + 1 == at || !numbered) {
      return false;
    }
    if (colon > 0) {
      draft.thread(text.substring(0, colon));
    }
    draft.logger(text.substring(colon + 1, at));
    draft.attribute("line", text.substring(at + 1));
    return true;
  }
}
