// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import org.jspecify.annotations.Nullable;

/**
 * A name that values have, with the role it plays. Made once by {@link NameTable} and met again on
 * every line, it also remembers where its value stands on the present one. Not thread-safe.
 */
public final class Name {
  private final @Nullable Name parent;
  private final String segment;
  private final String text;
  private final KeyNames.@Nullable Key key;
  private final int hash;

  /** The name that followed this one when it was met last, and the first one inside it. */
  private @Nullable Name after;

  private @Nullable Name first;

  int line = -1;
  int index;

  Name(@Nullable Name parent, String segment, String text, KeyNames.@Nullable Key key, int hash) {
    this.parent = parent;
    this.segment = segment;
    this.text = text;
    this.key = key;
    this.hash = hash;
  }

  /** The whole name, those of the objects around it in front, joined by dots. */
  public String text() {
    return text;
  }

  /** The role; null when values of this name are attributes. */
  public @Nullable Role role() {
    return key == null ? null : key.role();
  }

  int rank() {
    return key == null ? Integer.MAX_VALUE : key.rank();
  }

  /** True when the name is {@code word}, in any case. */
  boolean is(String word) {
    return text.equalsIgnoreCase(word);
  }

  /** What distinguishes the names inside this one from the same words elsewhere. */
  int seed() {
    return hash * 37 + 11;
  }

  int hash() {
    return hash;
  }

  boolean isChild(Name of, String line, int from, int to) {
    return parent == of && to - from == segment.length() && line.startsWith(segment, from);
  }

  @Nullable Name after() {
    return after;
  }

  @Nullable Name first() {
    return first;
  }

  /** True when the name inside {@code of} stands at {@code at}, ended by {@code mark}. */
  boolean stands(Name of, String line, int at, char mark) {
    int end = at + segment.length();
    return parent == of
        && end < line.length()
        && line.charAt(end) == mark
        && line.startsWith(segment, at);
  }

  int length() {
    return segment.length();
  }

  void after(Name name) {
    after = name;
  }

  void first(Name name) {
    first = name;
  }
}
