// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Check;
import dev.clew.incident.Entry;
import dev.clew.incident.Evidence;
import dev.clew.incident.Heading;
import dev.clew.incident.Incident;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Incidents;
import dev.clew.incident.ItemRevised;
import dev.clew.incident.ItemText;
import dev.clew.incident.Mark;
import dev.clew.incident.MarkKind;
import dev.clew.incident.Opening;
import dev.clew.incident.Pin;
import dev.clew.incident.Pinned;
import dev.clew.incident.Revised;
import dev.clew.incident.Texts;
import dev.clew.incident.Version;
import dev.clew.incident.Whole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Incidents in a database of SQL. Each method is one transaction. */
public final class SqlIncidents implements Incidents {
  /** The file's name in the folder of an index. */
  public static final String NAME = "incidents.db";

  private final Database database;

  private SqlIncidents(Database database) {
    this.database = database;
  }

  /**
   * Those in the file of a folder, which is made when there is none.
   *
   * @throws IncidentException.NotKept when it cannot be opened, or a newer Clew wrote it
   */
  public static SqlIncidents in(Path folder) {
    return new SqlIncidents(Database.sqlite(folder.resolve(NAME)));
  }

  /** Those in any other database that takes the same statements. */
  static SqlIncidents of(DataSource source) {
    return new SqlIncidents(Database.of(source));
  }

  @Override
  public List<Heading> list() {
    return database.read(HeadRows::list);
  }

  @Override
  public Optional<Incident> find(String id) {
    return Keys.INCIDENT.find(id).stream()
        .boxed()
        .flatMap(number -> database.read(handle -> Assembly.find(handle, number)).stream())
        .findFirst();
  }

  @Override
  public Incident open(Opening opening, Instant at) {
    return database.write(
        handle -> {
          long number = Headings.open(handle, opening, at);
          Deeds.add(
              handle,
              number,
              at,
              opening.by(),
              "opened",
              Keys.INCIDENT.id(number),
              opening.title());
          return whole(handle, number);
        });
  }

  @Override
  public Incident revise(String id, Revised revised, Instant at) {
    return writing(id, (handle, number) -> Headings.revise(handle, number, revised, at));
  }

  @Override
  public Incident mark(
      String id,
      MarkKind kind,
      @Nullable Instant time,
      @Nullable String evidence,
      String by,
      Instant at) {
    String name = Texts.name(by);
    return writing(
        id,
        (handle, number) -> {
          Long shown = EvidenceRows.citable(handle, number, evidence);
          if (time == null) {
            HeadRows.unmark(handle, number, kind);
          } else {
            HeadRows.mark(handle, number, new Mark(kind, time, name, Keys.evidenceId(shown)));
          }
          String what = time == null ? "unmarked" : "marked";
          Deeds.add(
              handle, number, at, name, what, kind.word(), time == null ? "" : time.toString());
        });
  }

  @Override
  public Pinned pin(String id, Pin pin, Instant at) {
    return database.write(handle -> Pinning.pin(handle, existing(handle, id), pin, at));
  }

  @Override
  public Evidence evidence(String id, String evidence) {
    Incident incident = find(id).orElseThrow(() -> Keys.INCIDENT.unknown(id));
    return Stream.concat(incident.evidence().stream(), incident.removed().stream())
        .filter(piece -> piece.id().equals(evidence))
        .findFirst()
        .orElseThrow(() -> Keys.EVIDENCE.unknown(evidence));
  }

  @Override
  public byte[] copy(String id, String evidence) {
    return database.read(
        handle ->
            EvidenceRows.copy(handle, existing(handle, id), Keys.EVIDENCE.number(evidence))
                .orElseThrow(() -> Keys.EVIDENCE.unknown(evidence)));
  }

  @Override
  public Incident retitle(String id, String evidence, String title, String by, Instant at) {
    String name = Texts.name(by);
    String line = Texts.line("title", title, Texts.TITLE);
    return writing(
        id,
        (handle, number) -> {
          long piece = Pinning.existing(handle, number, evidence);
          EvidenceRows.title(handle, number, piece, line);
          Deeds.add(handle, number, at, name, "retitled", evidence, line);
        });
  }

  @Override
  public Incident remove(String id, String evidence, boolean removed, String by, Instant at) {
    String name = Texts.name(by);
    return writing(
        id,
        (handle, number) -> {
          long piece = Pinning.existing(handle, number, evidence);
          EvidenceRows.remove(handle, number, piece, removed);
          Deeds.add(handle, number, at, name, removed ? "removed" : "restored", evidence, "");
        });
  }

  @Override
  public Incident checked(String id, Map<String, Check> checks, String by, Instant at) {
    String name = Texts.name(by);
    return writing(
        id,
        (handle, number) -> {
          checks.forEach(
              (evidence, check) ->
                  EvidenceRows.check(
                      handle, number, Pinning.existing(handle, number, evidence), check));
          Deeds.add(handle, number, at, name, "checked", id, "%d pieces".formatted(checks.size()));
        });
  }

  @Override
  public Incident add(String id, ItemText item, @Nullable String after, Instant at) {
    return writing(id, (handle, number) -> Writing.add(handle, number, item, after, at));
  }

  @Override
  public Incident revise(String id, String item, ItemRevised revised, Instant at) {
    return writing(id, (handle, number) -> Writing.revise(handle, number, item, revised, at));
  }

  @Override
  public Incident write(
      String id, String block, long revision, String text, String by, Instant at) {
    String name = Texts.name(by);
    Texts.bounded("text", text, LONGEST_BLOCK);
    return writing(
        id,
        (handle, number) ->
            Writing.write(handle, number, block, new Version(revision, text, name, at)));
  }

  @Override
  public List<Version> versions(String id, String block) {
    return database.read(handle -> Writing.versions(handle, existing(handle, id), block));
  }

  @Override
  public Incident comment(String id, String block, String text, String by, Instant at) {
    String name = Texts.name(by);
    Texts.text("text", text, LONGEST_COMMENT);
    return writing(id, (handle, number) -> Writing.comment(handle, number, block, text, name, at));
  }

  @Override
  public Incident resolve(
      String id, String block, String comment, boolean resolved, String by, Instant at) {
    String name = Texts.name(by);
    return writing(
        id,
        (handle, number) -> Writing.resolve(handle, number, block, comment, resolved, name, at));
  }

  @Override
  public List<Entry> history(String id) {
    return database.read(handle -> Deeds.of(handle, existing(handle, id)));
  }

  @Override
  public Whole whole(String id) {
    return database.read(
        handle -> {
          long number = existing(handle, id);
          return Moving.out(handle, number, whole(handle, number));
        });
  }

  @Override
  public Incident take(Whole whole, String by, Instant at) {
    String name = Texts.name(by);
    return database.write(handle -> whole(handle, Moving.in(handle, whole, name, at)));
  }

  @Override
  public String link(String path, Instant at) {
    String own = Texts.ownPath("path", path);
    return database.write(handle -> Links.name(handle, own, at));
  }

  @Override
  public Optional<String> linked(String name) {
    return database.read(handle -> Links.path(handle, name));
  }

  @Override
  public void close() {
    // each transaction has a connection of its own, and none is left open
  }

  private Incident writing(String id, ObjLongConsumer<Handle> work) {
    return database.write(
        handle -> {
          long number = existing(handle, id);
          work.accept(handle, number);
          return whole(handle, number);
        });
  }

  private static Incident whole(Handle handle, long number) {
    return Assembly.find(handle, number).orElseThrow();
  }

  private static long existing(Handle handle, String id) {
    long number = Keys.INCIDENT.number(id);
    if (HeadRows.find(handle, number).isEmpty()) {
      throw Keys.INCIDENT.unknown(id);
    }
    return number;
  }
}
