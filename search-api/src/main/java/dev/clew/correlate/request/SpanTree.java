// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.request;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spans in the order in which they called each other: each before those it called, which come in
 * order of time. It is built without recursion, so that no depth is too deep.
 *
 * @param nodes all spans, each once
 * @param notes what was wrong with what the spans say, in words
 */
public record SpanTree(List<Node> nodes, List<String> notes) {
  private static final Comparator<Span> BY_TIME =
      Comparator.comparingLong(Span::start).thenComparing(Span::id);

  public SpanTree {
    nodes = List.copyOf(nodes);
    notes = List.copyOf(notes);
  }

  /**
   * A span in its place.
   *
   * @param depth 0 at the top
   * @param orphan true when it names a parent that is not among the spans
   */
  public record Node(Span span, int depth, boolean orphan) {}

  /** The tree of {@code spans}, which may say anything. */
  public static SpanTree of(List<Span> spans) {
    return new Builder(spans).tree();
  }

  /** One tree while it grows. */
  private static final class Builder {
    private final Map<String, Span> byId = new LinkedHashMap<>();
    private final Map<String, List<Span>> children = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();
    private int repeated;
    private int cut;

    Builder(List<Span> spans) {
      for (Span span : spans.stream().sorted(BY_TIME).toList()) {
        repeated += byId.putIfAbsent(span.id(), span) == null ? 0 : 1;
      }
    }

    SpanTree tree() {
      List<Span> tops = new ArrayList<>();
      for (Span span : byId.values()) {
        if (byId.containsKey(span.parent())) {
          children.computeIfAbsent(span.parent(), id -> new ArrayList<>()).add(span);
        } else {
          tops.add(span);
        }
      }
      tops.forEach(this::place);
      // what is left is called by itself, if only by way of others: the earliest of them stands
      // first
      for (Span span : byId.values()) {
        if (!placed.contains(span.id())) {
          cut++;
          place(span);
        }
      }
      return new SpanTree(nodes, notes());
    }

    private void place(Span top) {
      Deque<Node> waiting = new ArrayDeque<>();
      waiting.push(node(top, 0));
      while (!waiting.isEmpty()) {
        Node node = waiting.pop();
        if (placed.add(node.span().id())) {
          nodes.add(node);
          List<Span> called = children.getOrDefault(node.span().id(), List.of());
          for (int i = called.size() - 1; i >= 0; i--) {
            waiting.push(node(called.get(i), node.depth() + 1));
          }
        }
      }
    }

    private Node node(Span span, int depth) {
      return new Node(span, depth, !span.parent().isEmpty() && !byId.containsKey(span.parent()));
    }

    private List<String> notes() {
      List<String> notes = new ArrayList<>();
      long orphans = nodes.stream().filter(Node::orphan).count();
      if (orphans > 0) {
        notes.add("%,d spans name a parent that is not among them".formatted(orphans));
      }
      if (cut > 0) {
        notes.add("%,d circles of spans that call themselves were cut".formatted(cut));
      }
      if (repeated > 0) {
        notes.add("%,d spans have the id of another and are left out".formatted(repeated));
      }
      return notes;
    }
  }
}
