// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of a JSON document are: the names of the objects and arrays around them, from
 * the outside. Written as the names joined by dots; {@code resourceLogs.scopeLogs.logRecords} are
 * the elements of the innermost arrays.
 *
 * <p>A name may be followed by marks: {@code =word} puts what stands around the records there under
 * {@code word}, {@code +name} says that a member which the records refer to comes after them,
 * {@code []} that records are arrays.
 */
public final class RecordPath {
  private final Map<String, RecordPath> inside = new HashMap<>();
  private String prefix = "";
  private @Nullable String late;
  private boolean records;
  private boolean rows;

  /** The tree of {@code paths}; with none the records are outermost. */
  public static RecordPath of(List<String> paths) {
    RecordPath root = new RecordPath();
    root.records = paths.isEmpty();
    for (String path : paths) {
      RecordPath node = root;
      for (String step : path.split("\\.")) {
        node = node.step(step);
      }
      node.records = true;
    }
    return root;
  }

  private RecordPath step(String text) {
    String name = text;
    int late = name.indexOf('+');
    String lateName = late < 0 ? null : name.substring(late + 1);
    name = late < 0 ? name : name.substring(0, late);
    int equals = name.indexOf('=');
    String prefixName = equals < 0 ? "" : name.substring(equals + 1);
    name = equals < 0 ? name : name.substring(0, equals);
    boolean array = name.endsWith("[]");
    name = array ? name.substring(0, name.length() - 2) : name;
    RecordPath node = inside.computeIfAbsent(name, key -> new RecordPath());
    node.late = lateName == null ? node.late : lateName;
    node.prefix = prefixName.isEmpty() ? node.prefix : prefixName;
    node.rows |= array;
    return node;
  }

  /** What is inside under {@code name}; null when no record is. */
  public @Nullable RecordPath child(String name) {
    return inside.get(name);
  }

  /** Under which name the members around the records are known; empty for their own. */
  public String prefix() {
    return prefix;
  }

  /** The member that records refer to and that comes after them; null when there is none. */
  @Nullable String late() {
    return late;
  }

  /** True when what is here is a record, or an array of them. */
  boolean records() {
    return records;
  }

  /** True when an object here may lead to records. */
  boolean isWay() {
    return !inside.isEmpty();
  }

  /** True when records are arrays. */
  boolean rows() {
    return rows;
  }
}
