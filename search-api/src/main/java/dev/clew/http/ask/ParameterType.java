// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import java.util.Map;

/** How the text of a parameter is read. */
public interface ParameterType<T> {

  /**
   * The value that {@code text} means.
   *
   * @throws BadValue when it means none
   */
  T read(String text) throws BadValue;

  /** The same as a JSON Schema. */
  Map<String, Object> schema();

  /** The text is no value of the type. */
  final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fix;

    /**
     * @param wrong what is wrong with it: {@code is not a whole number}
     * @param fix what to write instead
     */
    BadValue(String wrong, String fix) {
      super(wrong, null, false, false);
      this.fix = fix;
    }

    String fix() {
      return fix;
    }
  }
}
