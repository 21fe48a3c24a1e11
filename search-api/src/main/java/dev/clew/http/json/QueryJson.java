// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a query text was understood. */
public record QueryJson(String text, String canonical, String words, List<NoticeJson> notices) {

  /**
   * Something in the text that was not understood as written.
   *
   * @param position where, in UTF-16 code units from 0
   * @param length how long, in the same units
   * @param fix the whole query text to ask instead
   */
  public record NoticeJson(int position, int length, String message, @Nullable String fix) {}
}
