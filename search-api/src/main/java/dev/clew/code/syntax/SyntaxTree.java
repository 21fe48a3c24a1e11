// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.Arrays;
import java.util.List;

/**
 * The named nodes of a parsed text, parents before children, in plain arrays: nothing native is
 * held. Immutable.
 */
final class SyntaxTree {
  final Language language;
  final String text;
  final boolean broken;
  private final List<String> types;
  private final List<String> fields;
  private final short[] type;
  private final short[] field;
  private final int[] start;
  private final int[] end;
  private final int[] parent;

  /** Index after the last node below a node. */
  private final int[] next;

  private final int[] lineStarts;

  SyntaxTree(Language language, String text, NativeParts.Grammar grammar, Rows rows) {
    this.language = language;
    this.text = text;
    this.types = grammar.types();
    this.fields = grammar.fields();
    this.broken = rows.broken;
    this.type = Arrays.copyOf(rows.type, rows.size);
    this.field = Arrays.copyOf(rows.field, rows.size);
    this.start = Arrays.copyOf(rows.start, rows.size);
    this.end = Arrays.copyOf(rows.end, rows.size);
    this.parent = Arrays.copyOf(rows.parent, rows.size);
    this.next = Arrays.copyOf(rows.next, rows.size);
    this.lineStarts = lineStarts(text);
  }

  /** Nodes as they are read, in growing arrays. */
  static final class Rows {
    short[] type = new short[1024];
    short[] field = new short[1024];
    int[] start = new int[1024];
    int[] end = new int[1024];
    int[] parent = new int[1024];
    int[] next = new int[1024];
    int size;
    boolean broken;

    int add(int symbol, int fieldId, int from, int to, int above) {
      if (size == type.length) {
        int room = size * 2;
        type = Arrays.copyOf(type, room);
        field = Arrays.copyOf(field, room);
        start = Arrays.copyOf(start, room);
        end = Arrays.copyOf(end, room);
        parent = Arrays.copyOf(parent, room);
        next = Arrays.copyOf(next, room);
      }
      type[size] = (short) symbol;
      field[size] = (short) fieldId;
      start[size] = from;
      end[size] = to;
      parent[size] = above;
      return size++;
    }
  }

  int size() {
    return type.length;
  }

  Node node(int index) {
    return new Node(this, index);
  }

  String type(int index) {
    int symbol = type[index] & 0xFFFF;
    return symbol < types.size() ? types.get(symbol) : "ERROR";
  }

  String field(int index) {
    return fields.get(field[index]);
  }

  int start(int index) {
    return start[index];
  }

  int end(int index) {
    return end[index];
  }

  int parent(int index) {
    return parent[index];
  }

  int next(int index) {
    return next[index];
  }

  /** The line of a place in the text, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
