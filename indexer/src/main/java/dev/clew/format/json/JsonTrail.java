// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Follows the objects and arrays that stand around the records of JSON documents, through bytes
 * that come in pieces, and remembers what their other members say. Records themselves are passed
 * over whole, however deep. Not thread-safe.
 */
public final class JsonTrail {
  /** No record in the bytes at hand. */
  public static final int NONE = -1;

  private static final int MAX_DEPTH = 32;
  private static final int MAX_CONTEXT = 1 << 16;

  private final RecordPath root;
  private final RecordPath[] nodes = new RecordPath[MAX_DEPTH];
  private final boolean[] arrays = new boolean[MAX_DEPTH];
  private final String[] contexts = new String[MAX_DEPTH];
  private int depth;
  private int at;
  private boolean broken;

  /** The level at whose end a look ahead stops. */
  private int floor;

  /**
   * @param root where the records are
   */
  public JsonTrail(RecordPath root) {
    this.root = root;
  }

  /** Goes to where {@code other} is. */
  public void copy(JsonTrail other) {
    depth = other.depth;
    at = other.at;
    broken = other.broken;
    System.arraycopy(other.nodes, 0, nodes, 0, depth);
    System.arraycopy(other.arrays, 0, arrays, 0, depth);
    System.arraycopy(other.contexts, 0, contexts, 0, depth);
  }

  /** Where the trail is in the bytes. */
  public int at() {
    return at;
  }

  /** Goes to {@code place} of the bytes, past a value that was read otherwise. */
  public void to(int place) {
    at = place;
  }

  /** True between documents. */
  public boolean isOutside() {
    return depth == 0;
  }

  /** True when the bytes were not the JSON expected; the trail is then outside again. */
  public boolean isBroken() {
    return broken;
  }

  /** Starts a document anew. */
  public void reset() {
    depth = 0;
    broken = false;
  }

  /** How many objects and arrays are open. */
  public int depth() {
    return depth;
  }

  /** Where the object or array at {@code level} is, from the outside. */
  public RecordPath node(int level) {
    return nodes[level];
  }

  /** The members of the object at {@code level} read so far, joined by commas. */
  public String context(int level) {
    return contexts[level];
  }

  /**
   * Goes to the next record.
   *
   * @return where it starts, or {@link #NONE}: the bytes end, the document ends, or it is broken
   */
  public int next(byte[] bytes, int to) {
    boolean outside = depth == 0;
    while (at < to) {
      byte b = bytes[at];
      if (b <= ' ' || b == ',') {
        at++;
      } else if (b == ']' || b == '}') {
        if (depth == 0 || arrays[depth - 1] != (b == ']')) {
          return fail();
        }
        at++;
        depth--;
        if (depth <= floor && !outside) {
          return NONE;
        }
      } else if (depth == 0 || arrays[depth - 1]) {
        RecordPath node = depth == 0 ? root : nodes[depth - 1];
        if (isRecord(node, b)) {
          return at;
        }
        if (!open(node, b) && !(depth > 0 && pass(bytes, to))) {
          return depth == 0 ? fail() : NONE;
        }
        outside = false;
      } else if (b != '"') {
        return fail();
      } else if (!member(bytes, to)) {
        return NONE;
      }
    }
    return NONE;
  }

  private boolean isRecord(RecordPath node, byte b) {
    return node.records() && (node.rows() ? b == '[' && depth > 0 && arrays[depth - 1] : b == '{');
  }

  private boolean open(RecordPath node, byte b) {
    if ((b != '{' && b != '[') || depth == MAX_DEPTH) {
      return false;
    }
    nodes[depth] = node;
    arrays[depth] = b == '[';
    contexts[depth] = "";
    depth++;
    at++;
    return true;
  }

  /** Reads a member of an object on the way; false when it is not whole. */
  private boolean member(byte[] bytes, int to) {
    int start = at;
    int nameEnd = JsonBytes.stringEnd(bytes, at + 1, to);
    int value = nameEnd < 0 ? -1 : JsonBytes.blanks(bytes, nameEnd, to);
    if (value < 0 || value >= to) {
      return false;
    }
    if (bytes[value] != ':') {
      fail();
      return false;
    }
    value = JsonBytes.blanks(bytes, value + 1, to);
    if (value >= to) {
      return false;
    }
    RecordPath child = nodes[depth - 1].child(text(bytes, start + 1, nameEnd - 1));
    boolean list = bytes[value] == '[';
    if (child != null && (list || (bytes[value] == '{' && child.isWay()))) {
      at = value;
      return open(child, bytes[value]);
    }
    int end = JsonBytes.valueEnd(bytes, value, to);
    if (end < 0) {
      return false;
    }
    String known = contexts[depth - 1];
    if (known.length() + end - start < MAX_CONTEXT) {
      String more = text(bytes, start, end);
      contexts[depth - 1] = known.isEmpty() ? more : known + "," + more;
    }
    at = end;
    return true;
  }

  private boolean pass(byte[] bytes, int to) {
    int end = JsonBytes.valueEnd(bytes, at, to);
    if (end > at) {
      at = end;
      return true;
    }
    return false;
  }

  private int fail() {
    depth = 0;
    broken = true;
    return NONE;
  }

  /** The text of the late member that comes after the records here; null when it is not at hand. */
  public @Nullable String late(byte[] bytes, int to) {
    String name = null;
    int level = depth;
    while (name == null && level > 0) {
      level--;
      name = arrays[level] ? null : nodes[level].late();
    }
    if (name == null) {
      return null;
    }
    floor = level;
    String found = null;
    while (found == null && at < to && depth > level) {
      int before = at;
      int record = next(bytes, to);
      if (record >= 0) {
        at = JsonBytes.valueEnd(bytes, record, to);
      }
      int member = contexts[level].indexOf("\"" + name + "\"");
      found = member < 0 ? null : contexts[level].substring(member);
      if (at < 0 || (at == before && record < 0)) {
        break;
      }
    }
    floor = 0;
    return found;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
