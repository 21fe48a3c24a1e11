// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement.seen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.statement.Statement;
import dev.clew.code.syntax.Said;
import dev.clew.code.syntax.Template;
import dev.clew.code.syntax.Template.Part;
import dev.clew.event.LogEvent;
import dev.clew.store.Events;
import dev.clew.store.ListLogStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightingsTest {
  private static final Part VARIABLE = new Part(false, "x");

  private final ListLogStore store = new ListLogStore();
  private final Sightings sightings = new Sightings(store);

  private static Part text(String text) {
    return new Part(true, text);
  }

  private static Statement statement(Part... parts) {
    Template template = new Template(List.of(parts));
    return new Statement(
        "Gate.java", new Said(Said.Kind.LOG, template, "INFO", "", "Gate", "f", 1, 1));
  }

  private List<LogEvent> stored(String... bodies) {
    Events events = new Events();
    List<LogEvent> all = List.of(bodies).stream().map(events::event).toList();
    store.append(all, Map.of());
    store.refresh();
    return all;
  }

  @Test
  void countsWhatTheStatementPrintedAndNamesTheFirst() {
    List<LogEvent> all =
        stored(
            "order 1 was refused", "charge of order 17 took 5 ms", "charge of order 18 took 6 ms");
    assertThat(
            sightings.of(statement(text("charge of order "), VARIABLE, text(" took "), VARIABLE)))
        .get()
        .satisfies(
            seen -> {
              assertThat(seen.count()).isEqualTo(2);
              assertThat(seen.first()).isEqualTo(all.get(1));
            });
  }

  @Test
  void aMessageThatWasNeverPrintedIsSaidToBeUnseen() {
    stored("charge of order 17 took 5 ms");
    assertThat(sightings.of(statement(text("refund of order "), VARIABLE)))
        .get()
        .satisfies(
            seen -> {
              assertThat(seen.count()).isZero();
              assertThat(seen.first()).isNull();
            });
  }

  @Test
  void piecesOfWordsThatAVariableGoesOnWithAreNotLookedFor() {
    stored("loaded module payment-v2 twice");
    assertThat(sightings.of(statement(text("loaded module payment-v"), VARIABLE, text(" twice"))))
        .get()
        .satisfies(seen -> assertThat(seen.count()).isEqualTo(1));
  }

  @Test
  void tooShortATextIsNotLookedFor() {
    stored("took 5 ms");
    assertThat(sightings.of(statement(text("took "), VARIABLE))).isEqualTo(Optional.empty());
  }
}
