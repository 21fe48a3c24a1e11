// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.format.stack.StackParser;
import dev.clew.format.time.TimeScanner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The named values of one line, in the order read, and what they make of an event. Of two values of
 * one name the later counts, and the event says so. Used again for each line; not thread-safe.
 */
public final class NamedValues {
  /** The attribute that names what a line gives twice. */
  public static final String DUPLICATES = "duplicate_keys";

  /** The attribute that counts the values which are in the raw line only. */
  public static final String DROPPED = "dropped_attributes_count";

  private static final int ROLES = Role.values().length;
  private static final int MOST = Draft.MAX_ATTRIBUTES + 100;

  private final NameTable table;
  private final TimeScanner times;
  private final StackParser stacks = new StackParser();
  private Name[] names = new Name[32];
  private String[] values = new String[32];
  private boolean[] taken = new boolean[32];
  private final int[] chosen = new int[ROLES];
  private final int[] ranks = new int[ROLES];
  private int size;
  private int line;
  private int dropped;
  private @Nullable String duplicates;

  public NamedValues(KeyNames names, TimeScanner times) {
    this.table = new NameTable(names);
    this.times = times;
    clear();
  }

  /** The names of this source. */
  public NameTable table() {
    return table;
  }

  public void clear() {
    size = 0;
    line++;
    dropped = 0;
    duplicates = null;
    Arrays.fill(chosen, -1);
  }

  public int size() {
    return size;
  }

  public void add(String key, String value) {
    add(table.find(table.root(), key), value);
  }

  public void add(Name name, String value) {
    if (name.line == line) {
      if (!values[name.index].equals(value)) {
        duplicates = duplicates == null ? name.text() : duplicates + " " + name.text();
      }
      values[name.index] = value;
      return;
    }
    if (size >= MOST || (size >= Draft.MAX_ATTRIBUTES && name.role() == null)) {
      dropped++;
      return;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
      taken = new boolean[size * 2];
    }
    names[size] = name;
    values[size] = value;
    name.line = line;
    name.index = size;
    Role role = name.role();
    if (role != null && !value.isEmpty()) {
      choose(role, name.rank(), size);
    }
    size++;
  }

  /** Adds a value that what is around the line lends it, unless the line has its own. */
  public void lend(Name name, String value) {
    if (name.line != line) {
      add(name, value);
    }
  }

  private void choose(Role role, int rank, int index) {
    int of = role.slot();
    if (chosen[of] < 0 || rank < ranks[of]) {
      chosen[of] = index;
      ranks[of] = rank;
    }
  }

  /** True when some value plays {@code role}. */
  public boolean has(Role role) {
    return chosen[role.slot()] >= 0;
  }

  /** The value that plays {@code role}; null when none does. */
  @Nullable String take(Role role) {
    int index = chosen[role.slot()];
    return index < 0 ? null : values[index];
  }

  /** The name of the value that plays {@code role}; empty when none does. */
  String nameOf(Role role) {
    int index = chosen[role.slot()];
    return index < 0 ? "" : names[index].text();
  }

  /** Leaves what plays {@code role} to the attributes. */
  void keep(Role role) {
    chosen[role.slot()] = -1;
  }

  /** Lets the value named {@code name}, in any case, play a role that nothing plays yet. */
  void give(Role role, String name) {
    int index = has(role) ? -1 : indexOf(name);
    if (index >= 0 && !values[index].isEmpty()) {
      chosen[role.slot()] = index;
    }
  }

  /** The value named {@code name}, in any case; null when there is none. */
  public @Nullable String get(String name) {
    int index = indexOf(name);
    return index < 0 ? null : values[index];
  }

  private int indexOf(String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].is(name)) {
        return i;
      }
    }
    return -1;
  }

  /** How a request ended, three digits; null when it does not say. */
  @Nullable String status() {
    int index = next(Role.STATUS, -1);
    return index < 0 || values[index].length() != 3 ? null : values[index];
  }

  /** The next value that may play {@code role}, after the one of rank {@code after}; -1: none. */
  int next(Role role, int after) {
    int best = -1;
    for (int i = 0; i < size; i++) {
      boolean fits = names[i].role() == role && names[i].rank() > after && !values[i].isEmpty();
      if (fits && (best < 0 || names[i].rank() < names[best].rank())) {
        best = i;
      }
    }
    return best;
  }

  /** Lets the value at {@code index} play {@code role}. */
  void choose(Role role, int index) {
    chosen[role.slot()] = index;
    ranks[role.slot()] = names[index].rank();
  }

  int rank(Role role) {
    return ranks[role.slot()];
  }

  String name(int index) {
    return names[index].text();
  }

  String value(int index) {
    return values[index];
  }

  /**
   * Fills {@code draft}. What plays no role becomes an attribute.
   *
   * @param line the body of an event that names no message
   */
  public void fill(Draft draft, String line) {
    String message = take(Role.MESSAGE);
    if (message != null && (message.equals("true") || message.equals("false"))) {
      keep(Role.MESSAGE);
    }
    TimeValues.read(this, times, draft);
    LevelValues.read(this, draft);
    SpanValues.read(this, times, draft);
    draft.service(service());
    draft.logger(take(Role.LOGGER));
    place(draft);
    MessageValues.read(this, line, draft);
    MessageValues.exception(this, stacks, draft);
    attributes(draft);
  }

  private void attributes(Draft draft) {
    mark();
    for (int i = 0; i < size; i++) {
      if (!taken[i]) {
        draft.attribute(names[i].text(), values[i]);
      }
    }
    if (duplicates != null) {
      draft.attribute(DUPLICATES, duplicates);
    }
    if (dropped > 0) {
      draft.attribute(DROPPED, Integer.toString(dropped));
    }
  }

  private void mark() {
    Arrays.fill(taken, 0, size, false);
    for (int index : chosen) {
      if (index >= 0) {
        taken[index] = true;
      }
    }
  }

  /** The service by its own name, or by that of its pod without what a deployment appends. */
  private @Nullable String service() {
    String service = take(Role.SERVICE);
    String pod = take(Role.POD);
    keep(Role.POD);
    if (service == null) {
      return pod == null ? null : Names.ofPod(pod);
    }
    return service.endsWith(".service") ? service.substring(0, service.length() - 8) : service;
  }

  /** The values that play no role, as {@code name=value} pairs. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    mark();
    for (int i = 0; i < size; i++) {
      if (!taken[i]) {
        text.append(text.isEmpty() ? "" : " ")
            .append(names[i].text())
            .append('=')
            .append(values[i]);
      }
    }
    return text.toString();
  }

  private void place(Draft draft) {
    String version = take(Role.VERSION);
    if (version != null) {
      draft.version(version);
    }
    String host = take(Role.HOST);
    if (host != null) {
      draft.host(host);
    }
    String thread = take(Role.THREAD);
    if (thread != null) {
      draft.thread(thread);
    }
  }
}
