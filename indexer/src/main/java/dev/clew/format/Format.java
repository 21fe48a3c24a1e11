// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.format.layout.Layout;
import java.util.List;
import java.util.Map;

/**
 * The definition of a format.
 *
 * @param name what {@code clew detect} prints
 * @param title what it is, for people
 * @param reader the code that reads it: {@code layouts}, {@code head}, {@code json}, {@code
 *     logfmt}, {@code csv}, {@code cef}, {@code postgres}, {@code jul}, {@code w3c}, {@code xml}
 * @param layouts what its lines look like, tried in turn; see {@link Layout}
 * @param options settings of the reader
 * @param samples lines with what they mean; the build reads each of them
 */
record Format(
    String name,
    String title,
    String reader,
    List<String> layouts,
    Map<String, List<String>> options,
    List<Sample> samples) {

  Format {
    layouts = List.copyOf(layouts);
    options = Map.copyOf(options);
    samples = List.copyOf(samples);
  }

  /** The words of an option; none when it is not set. */
  List<String> option(String key) {
    return options.getOrDefault(key, List.of());
  }

  /**
   * A sample of the format.
   *
   * @param lines its physical lines
   * @param expected the fields of the event that they make, by name
   */
  record Sample(List<String> lines, Map<String, String> expected) {
    Sample {
      lines = List.copyOf(lines);
      expected = Map.copyOf(expected);
    }
  }
}
