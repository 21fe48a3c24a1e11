// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.store.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanTreeTest {
  private final Events events = new Events();

  @Test
  void putsEachSpanUnderTheOneThatCalledIt() {
    SpanTree tree =
        SpanTree.of(List.of(span("c", "b"), span("a", ""), span("d", "a"), span("b", "a")));

    assertThat(shown(tree)).containsExactly("a 0", "d 1", "b 1", "c 2");
    assertThat(tree.notes()).isEmpty();
  }

  @Test
  void putsSpansOfAnUnknownCallerAtTheTopAndSaysSo() {
    SpanTree tree = SpanTree.of(List.of(span("a", "gone"), span("b", "a")));

    assertThat(shown(tree)).containsExactly("a 0", "b 1");
    assertThat(tree.nodes().getFirst().orphan()).isTrue();
    assertThat(tree.notes()).containsExactly("1 spans name a parent that is not among them");
  }

  @Test
  void cutsSpansThatCallThemselves() {
    SpanTree tree =
        SpanTree.of(List.of(span("self", "self"), span("x", "z"), span("y", "x"), span("z", "y")));

    assertThat(shown(tree)).containsExactly("self 0", "x 0", "y 1", "z 2");
    assertThat(tree.notes()).containsExactly("2 circles of spans that call themselves were cut");
  }

  @Test
  void leavesOutASpanWhoseIdIsTaken() {
    SpanTree tree = SpanTree.of(List.of(span("a", ""), span("a", "")));

    assertThat(shown(tree)).containsExactly("a 0");
    assertThat(tree.notes()).containsExactly("1 spans have the id of another and are left out");
  }

  @Test
  void holdsEightyThousandSpansEachUnderTheOneBefore() {
    List<Span> chain = new ArrayList<>();
    for (int i = 0; i < 80_000; i++) {
      chain.add(span("s" + i, i == 0 ? "" : "s" + (i - 1)));
    }

    SpanTree tree = SpanTree.of(chain);

    assertThat(tree.nodes()).hasSize(80_000);
    assertThat(tree.nodes().getLast().depth()).isEqualTo(79_999);
  }

  @Test
  void takesNoSpanFromADurationThatCannotBe() {
    for (String millis : List.of("-3", "NaN", "1e300", "soon", "9".repeat(500))) {
      assertThat(Span.of(event("a", "", millis))).as(millis).isEqualTo(Optional.empty());
    }
  }

  private Span span(String id, String parent) {
    return Span.of(event(id, parent, "12.5")).orElseThrow();
  }

  private LogEvent event(String id, String parent, String millis) {
    return events.event(
        "work",
        event -> event.spanId(id).attribute("parent_id", parent).attribute("duration_ms", millis));
  }

  private static List<String> shown(SpanTree tree) {
    return tree.nodes().stream().map(node -> node.span().id() + " " + node.depth()).toList();
  }
}
