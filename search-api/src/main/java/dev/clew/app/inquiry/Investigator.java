// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.app.report.LedgerText;
import dev.clew.app.terminal.Surroundings;
import dev.clew.change.Change;
import dev.clew.change.inferred.Inferred;
import dev.clew.change.inferred.InferredChanges;
import dev.clew.code.mapping.PathMapping;
import dev.clew.event.TimeRange;
import dev.clew.explain.EventSet;
import dev.clew.explain.window.Beside;
import dev.clew.explain.window.IncidentWindow;
import dev.clew.ingest.Ledger;
import dev.clew.ingest.ReadSettings;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.lucene.LuceneLogStores;
import dev.clew.suspect.Investigation;
import dev.clew.suspect.Report;
import dev.clew.suspect.symptom.Alert;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the logs of an inquiry into stores and investigates them. */
public final class Investigator {
  private final Surroundings surroundings;
  private final ReadSettings settings;
  private final List<PathMapping> mappings;

  public Investigator(Surroundings surroundings, ReadSettings settings) {
    this(surroundings, settings, List.of());
  }

  /**
   * @param mappings folders of repositories by how paths of frames begin
   */
  public Investigator(
      Surroundings surroundings, ReadSettings settings, List<PathMapping> mappings) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.mappings = List.copyOf(mappings);
  }

  /** Reads, investigates and forgets. */
  public Report investigate(Inquiry inquiry) {
    try (Scratch incident = Scratch.open()) {
      Ledger ledger =
          Reading.index(surroundings, incident.store(), inquiry.logs(), settings, "reading");
      LedgerText.problems(surroundings.console(), ledger);
      return investigate(inquiry, incident.store());
    }
  }

  /**
   * Investigates what the index in {@code folder} holds; without a baseline, against the time
   * before, as {@link IncidentWindow} says.
   */
  public Report investigate(Inquiry inquiry, Path folder) {
    try (LogStore store = LuceneLogStores.open(folder)) {
      IncidentWindow window = IncidentWindow.of(inquiry.range(), store);
      return investigate(inquiry.in(window.now(), window.before()), store);
    }
  }

  /** Investigates logs that {@code store} holds already. */
  public Report investigate(Inquiry inquiry, LogStore store) {
    EventSet now = new EventSet(store, new Selection(new Query.All(), inquiry.range()));
    if (inquiry.baseline().isEmpty()) {
      return weigh(
          inquiry, now, new EventSet(store, new Selection(new Query.All(), before(inquiry))));
    }
    try (Scratch normal = Scratch.open()) {
      Ledger ledger =
          Reading.index(
              surroundings, normal.store(), inquiry.baseline(), settings, "reading the baseline");
      LedgerText.problems(surroundings.console(), ledger);
      TimeRange range = inquiry.baselineRange() == null ? TimeRange.ALL : inquiry.baselineRange();
      return weigh(
          inquiry, now, new EventSet(normal.store(), new Selection(new Query.All(), range)));
    }
  }

  @SuppressWarnings("try") // held open, not asked
  private Report weigh(Inquiry inquiry, EventSet now, EventSet before) {
    Optional<Alert> alert = Optional.ofNullable(inquiry.alert()).map(AlertFile::read);
    List<Change> told = Changes.read(inquiry.changes(), settings.zone(), surroundings.console());
    LogStore store = now.store();
    try (Repositories repositories =
            Repositories.open(inquiry.repositories(), inquiry.allowed(), surroundings);
        Histories histories = Histories.recalled(repositories.all(), surroundings);
        Beside<List<Change>> changes =
            Beside.of(
                () -> InferredChanges.join(told, store, Inferred.from(store, upToEnd(now))))) {
      repositories.all().forEach(repository -> repository.withMappings(() -> mappings));
      return Investigation.investigate(now, before, repositories.byService(), changes, alert);
    }
  }

  /** What began to run after the incident cannot have caused it. */
  private static TimeRange upToEnd(EventSet now) {
    return new TimeRange(Long.MIN_VALUE, now.selection().range().to());
  }

  private static TimeRange before(Inquiry inquiry) {
    if (inquiry.baselineRange() != null) {
      return inquiry.baselineRange();
    }
    return new TimeRange(Long.MIN_VALUE, inquiry.range().from());
  }
}
