// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names met in one source. Programs use the same names in the same order on every line, so a
 * name costs a comparison with the one expected there, or one probe, and no new string.
 *
 * <p>A source of endless names fills the table and no more: later names are made anew each time.
 * Not thread-safe.
 */
public final class NameTable {
  private static final int MOST = 1 << 12;
  private static final int LONGEST = 256;

  /** What several exporters call one thing. */
  private static final Map<String, String> SAME =
      Map.of(
          "asdouble",
          "value",
          "asint",
          "value",
          "metric.name",
          "metric",
          "metric.unit",
          "unit",
          "metric.__name__",
          "metric");

  /** What OpenTelemetry puts around a value to say its type. */
  private static final Set<String> TYPES =
      Set.of(
          "stringValue",
          "intValue",
          "doubleValue",
          "boolValue",
          "bytesValue",
          "arrayValue",
          "kvlistValue",
          "string_value",
          "int_value",
          "double_value",
          "bool_value");

  /** Lists of named values that are what a record itself says. */
  private static final Set<String> OWN =
      Set.of("attributes", "tags", "resource.attributes", "process.tags", "binaryAnnotations");

  private final KeyNames roles;
  private Name[] slots = new Name[128];
  private final Name root;
  private int size;

  public NameTable(KeyNames roles) {
    this.roles = roles;
    this.root = new Name(null, "", "", null, 17);
  }

  /** What is around the outermost names. */
  public Name root() {
    return root;
  }

  /**
   * The name that starts at {@code at} of {@code line} and is ended by {@code mark}, when it is the
   * one that followed {@code before} last; null when it is another.
   */
  public static @Nullable Name expected(Name parent, Name before, String line, int at, char mark) {
    Name likely = before == parent ? parent.first() : before.after();
    return likely != null && likely.stands(parent, line, at, mark) ? likely : null;
  }

  /** Characters of the last part of {@code name}. */
  public static int length(Name name) {
    return name.length();
  }

  /** Notes that {@code name} came after {@code before}. */
  public static void follow(Name parent, Name before, Name name) {
    if (before == parent) {
      parent.first(name);
    } else {
      before.after(name);
    }
  }

  /** The name {@code word} inside {@code parent}. */
  public Name find(Name parent, String word) {
    return find(parent, word, 0, word.length());
  }

  /** The name at {@code from} to {@code to} of {@code line}, inside {@code parent}. */
  public Name find(Name parent, String line, int from, int to) {
    int end = Math.min(to, from + LONGEST);
    int hash = parent.seed();
    for (int i = from; i < end; i++) {
      hash = hash * 31 + line.charAt(i);
    }
    int slot = slot(hash);
    while (slots[slot] != null) {
      if (slots[slot].isChild(parent, line, from, end)) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    Name made = make(parent, line.substring(from, end), hash);
    if (size < MOST) {
      slots[slot] = made;
      size++;
      grow();
    }
    return made;
  }

  /** True for a list of named values that stand for themselves, without the name of the list. */
  public boolean isOwn(Name list) {
    return OWN.contains(list.text());
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }

  private void grow() {
    if (size * 2 <= slots.length) {
      return;
    }
    Name[] old = slots;
    slots = new Name[old.length * 2];
    for (Name name : old) {
      if (name != null) {
        int slot = slot(name.hash());
        while (slots[slot] != null) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = name;
      }
    }
  }

  private Name make(Name parent, String segment, int hash) {
    String word = segment.isEmpty() ? "_" : segment;
    if (parent != root && TYPES.contains(segment)) {
      return new Name(parent, segment, parent.text(), roles.find(parent.text()), hash);
    }
    String text = parent == root ? word : parent.text() + "." + word;
    text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String name = SAME.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    return new Name(parent, segment, name, roles.find(name), hash);
  }
}
