// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.history.Terms;
import java.util.List;
import java.util.Map;

/** Text and identifiers as comparable words, the same that the index of a history keeps. */
public final class Words {
  private Words() {}

  /** The telling words of a text, stemmed, in order, with repetitions. */
  public static List<String> of(String text) {
    return Terms.of(text);
  }

  /** The telling words of a text by their stem, as they are spelled there first. */
  static Map<String, String> spelled(String text) {
    return Terms.spelled(text);
  }
}
