// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

/**
 * How much of an event an answer shows. Log text may be of any size, so a list of events shows the
 * start of very long ones and says so; the event alone is shown whole.
 *
 * @param characters of a text, in UTF-16 code units
 * @param frames of a stack trace
 * @param causes of an exception, itself included; JSON readers bound how deep objects may nest
 */
record Detail(int characters, int frames, int causes) {
  static final Detail IN_LIST = new Detail(16_384, 200, 20);
  static final Detail ALONE = new Detail(Integer.MAX_VALUE, Integer.MAX_VALUE, 200);

  /** {@code text}, or its start. */
  String text(String text) {
    return isWhole(text) ? text : text.substring(0, characters);
  }

  boolean isWhole(String text) {
    return text.length() <= characters;
  }
}
