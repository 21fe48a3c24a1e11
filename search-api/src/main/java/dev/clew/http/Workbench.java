// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.change.Change;
import dev.clew.change.KnownChanges;
import dev.clew.change.hook.ChangeHook;
import dev.clew.code.GitRepository;
import dev.clew.http.tail.Arrivals;
import dev.clew.incident.Incidents;
import dev.clew.incident.export.Exports;
import dev.clew.intake.Intake;
import dev.clew.note.Notebook;
import dev.clew.store.LogStore;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server lets people look at. Only changes, notes, incidents and logs are taken; closing the
 * store and the repositories is for whoever opened them, after the server.
 *
 * @param store the events
 * @param arrivals what is appended to the store, as far as that happens here
 * @param repositories source code by the service it is of; {@code "*"} is that of any service
 *     without its own
 * @param changes what people altered, commits apart
 * @param hook takes further changes; null when none are taken
 * @param notebook what people told of suspects and of paths
 * @param incidents what people write about incidents; null when none is kept
 * @param exports writes incidents as files
 * @param zone in which times that name no zone are read
 * @param clock the time of day
 * @param version of Clew
 * @param title what the workbench calls what it shows
 * @param intake where the events come from
 */
public record Workbench(
    LogStore store,
    Arrivals arrivals,
    Map<String, GitRepository> repositories,
    KnownChanges changes,
    @Nullable ChangeHook hook,
    Notebook notebook,
    @Nullable Incidents incidents,
    Exports exports,
    ZoneId zone,
    InstantSource clock,
    String version,
    String title,
    Intake intake) {
  public Workbench {
    repositories = Map.copyOf(repositories);
  }

  /** Takes no logs. */
  public Workbench(
      LogStore store,
      Arrivals arrivals,
      Map<String, GitRepository> repositories,
      KnownChanges changes,
      @Nullable ChangeHook hook,
      Notebook notebook,
      @Nullable Incidents incidents,
      Exports exports,
      ZoneId zone,
      InstantSource clock,
      String version,
      String title) {
    this(
        store,
        arrivals,
        repositories,
        changes,
        hook,
        notebook,
        incidents,
        exports,
        zone,
        clock,
        version,
        title,
        Intake.none());
  }

  /** The same, which takes logs at {@code desk}. */
  public Workbench taking(Intake desk) {
    return new Workbench(
        store,
        arrivals,
        repositories,
        changes,
        hook,
        notebook,
        incidents,
        exports,
        zone,
        clock,
        version,
        title,
        desk);
  }

  /** Keeps no incidents. */
  public Workbench(
      LogStore store,
      Arrivals arrivals,
      Map<String, GitRepository> repositories,
      KnownChanges changes,
      @Nullable ChangeHook hook,
      Notebook notebook,
      ZoneId zone,
      InstantSource clock,
      String version,
      String title) {
    this(
        store,
        arrivals,
        repositories,
        changes,
        hook,
        notebook,
        null,
        new Exports(List.of()),
        zone,
        clock,
        version,
        title);
  }

  /** Keeps no notes. */
  public Workbench(
      LogStore store,
      Arrivals arrivals,
      Map<String, GitRepository> repositories,
      KnownChanges changes,
      @Nullable ChangeHook hook,
      ZoneId zone,
      InstantSource clock,
      String version,
      String title) {
    this(
        store,
        arrivals,
        repositories,
        changes,
        hook,
        Notebook.of(List.of()),
        null,
        new Exports(List.of()),
        zone,
        clock,
        version,
        title);
  }

  /** With {@code changes} that do not become more. */
  public Workbench(
      LogStore store,
      Arrivals arrivals,
      Map<String, GitRepository> repositories,
      List<Change> changes,
      ZoneId zone,
      InstantSource clock,
      String version,
      String title) {
    this(
        store,
        arrivals,
        repositories,
        new KnownChanges(changes),
        null,
        zone,
        clock,
        version,
        title);
  }
}
