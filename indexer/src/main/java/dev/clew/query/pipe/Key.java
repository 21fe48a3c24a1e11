// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

/** What rows are grouped by. */
public sealed interface Key {
  /** The name of the column that holds it. */
  String name();

  /** By the values of a field. */
  record ByField(String name) implements Key {}

  /** By steps of the time of events. */
  record ByTime(Span span) implements Key {
    @Override
    public String name() {
      return Names.TIME;
    }
  }
}
