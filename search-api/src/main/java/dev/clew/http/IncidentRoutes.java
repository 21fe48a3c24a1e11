// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Workers;
import dev.clew.http.answer.incident.OwnApi;
import dev.clew.http.answer.incident.Told;
import dev.clew.http.answer.incident.Witness;
import dev.clew.http.json.incident.BlockJson;
import dev.clew.http.json.incident.EvidenceJson;
import dev.clew.http.json.incident.IncidentJson;
import dev.clew.http.json.incident.ItemJson;
import dev.clew.http.json.incident.ToldJson.ByJson;
import dev.clew.http.json.incident.ToldJson.CommentToldJson;
import dev.clew.http.json.incident.ToldJson.HeadJson;
import dev.clew.http.json.incident.ToldJson.ItemToldJson;
import dev.clew.http.json.incident.ToldJson.LinkJson;
import dev.clew.http.json.incident.ToldJson.MarkToldJson;
import dev.clew.http.json.incident.ToldJson.NewItemJson;
import dev.clew.http.json.incident.ToldJson.OpeningJson;
import dev.clew.http.json.incident.ToldJson.PathJson;
import dev.clew.http.json.incident.ToldJson.PieceJson;
import dev.clew.http.json.incident.ToldJson.PinJson;
import dev.clew.http.json.incident.ToldJson.PinnedJson;
import dev.clew.http.json.incident.ToldJson.TextJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.incident.Block;
import dev.clew.incident.Check;
import dev.clew.incident.Incident;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Incidents;
import dev.clew.incident.Item;
import dev.clew.incident.ItemText;
import dev.clew.incident.MarkKind;
import dev.clew.incident.Pin;
import dev.clew.incident.Pinned;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes what people write about incidents. */
final class IncidentRoutes {
  static final String INCIDENTS = "/api/incidents";
  static final String LINKS = "/api/links";
  static final String SHORT = "/k/{id}";

  private static final String ONE = INCIDENTS + "/{id}";

  /** The longest block, each of its characters an escape of JSON. */
  private static final int MOST_BYTES = 1024 * 1024;

  private final Incidents incidents;
  private final Witness witness;
  private final Answers answers;
  private final Workers workers;
  private final InstantSource clock;
  private final ZoneId zone;
  private final JsonBody bodies;

  /**
   * @param zone of incidents for which none is told
   */
  IncidentRoutes(
      Incidents incidents,
      Witness witness,
      Answers answers,
      Workers workers,
      InstantSource clock,
      ZoneId zone,
      JsonMapper json) {
    this.incidents = incidents;
    this.witness = witness;
    this.answers = answers;
    this.workers = workers;
    this.clock = clock;
    this.zone = zone;
    this.bodies = new JsonBody(json, MOST_BYTES);
  }

  /** All of them, in the order docs/api.md shows them. */
  List<Post> all() {
    return List.of(
        post(INCIDENTS, "open", "Opens an incident", OpeningJson.class, this::open),
        post(ONE, "revise", "Alters the head of an incident", HeadJson.class, this::revise),
        post(ONE + "/marks", "mark", "Sets a mark", MarkToldJson.class, this::mark),
        new Post(
            ONE + "/evidence",
            "pin",
            "Asks this API, and keeps the answer as evidence",
            PinJson.class,
            PinnedJson.class,
            this::pin),
        post(
            ONE + "/evidence/{evidence}",
            "revisePiece",
            "Renames, removes or restores a piece of evidence",
            PieceJson.class,
            this::piece),
        post(ONE + "/check", "check", "Asks for all evidence again", ByJson.class, this::check),
        post(ONE + "/items", "addItem", "Adds to the timeline", NewItemJson.class, this::add),
        post(
            ONE + "/items/{item}",
            "reviseItem",
            "Alters or removes an item of the timeline",
            ItemToldJson.class,
            this::item),
        post(ONE + "/blocks/{block}", "write", "Writes a block", TextJson.class, this::write),
        post(
            ONE + "/blocks/{block}/comments",
            "comment",
            "Comments on a block, or resolves a comment",
            CommentToldJson.class,
            this::comment),
        new Post(
            LINKS,
            "link",
            "Makes a short link to a page of the workbench",
            PathJson.class,
            LinkJson.class,
            this::link));
  }

  private Post post(
      String path,
      String operation,
      String summary,
      Class<?> told,
      Function<Context, Incident> work) {
    return new Post(
        path,
        operation,
        summary,
        told,
        IncidentJson.class,
        context -> bodies.answer(context, IncidentJson.of(kept(() -> work.apply(context)))));
  }

  private Incident open(Context context) {
    OpeningJson told = bodies.read(context, OpeningJson.class);
    return written(() -> incidents.open(Told.opening(told, zone), now()));
  }

  private Incident revise(Context context) {
    HeadJson told = bodies.read(context, HeadJson.class);
    return written(() -> incidents.revise(id(context), Told.revised(told), now()));
  }

  private Incident mark(Context context) {
    MarkToldJson told = bodies.read(context, MarkToldJson.class);
    MarkKind kind = Told.one("kind", told.kind(), MarkKind::named);
    Instant time = told.time() == null ? null : Told.time("time", told.time());
    String by = Told.required("by", told.by());
    return written(() -> incidents.mark(id(context), kind, time, told.evidence(), by, now()));
  }

  private void pin(Context context) {
    PinJson told = bodies.read(context, PinJson.class);
    Pinned pinned =
        kept(
            () -> {
              Witness.Wanted wanted = Told.wanted(told);
              require(context);
              Pin pin = witness.take(wanted, asking(context));
              return written(() -> incidents.pin(id(context), pin, now()));
            });
    bodies.answer(context, new PinnedJson(EvidenceJson.of(pinned.evidence()), pinned.known()));
  }

  private Incident piece(Context context) {
    PieceJson told = bodies.read(context, PieceJson.class);
    String piece = context.pathParam("evidence");
    String by = Told.required("by", told.by());
    if (Boolean.TRUE.equals(told.remove()) || Boolean.TRUE.equals(told.restore())) {
      boolean remove = Boolean.TRUE.equals(told.remove());
      return written(() -> incidents.remove(id(context), piece, remove, by, now()));
    }
    String title = Told.required("title", told.title());
    return written(() -> incidents.retitle(id(context), piece, title, by, now()));
  }

  private Incident check(Context context) {
    String by = Told.required("by", bodies.read(context, ByJson.class).by());
    Incident incident = require(context);
    Map<String, Check> checks =
        witness.check(
            incident.evidence(),
            evidence -> written(() -> incidents.copy(incident.id(), evidence.id())),
            asking(context));
    return written(() -> incidents.checked(incident.id(), checks, by, now()));
  }

  private Incident add(Context context) {
    NewItemJson told = bodies.read(context, NewItemJson.class);
    ItemText item = Told.item(told, evidence -> moment(context, evidence));
    return written(() -> incidents.add(id(context), item, told.after(), now()));
  }

  private Optional<Instant> moment(Context context, String evidence) {
    return written(
        () ->
            Witness.moment(
                incidents.evidence(id(context), evidence), incidents.copy(id(context), evidence)));
  }

  private Incident item(Context context) {
    ItemToldJson told = bodies.read(context, ItemToldJson.class);
    String item = context.pathParam("item");
    return written(() -> incidents.revise(id(context), item, Told.revised(told), now()));
  }

  private Incident write(Context context) {
    TextJson told = bodies.read(context, TextJson.class);
    long revision = Told.required("revision", told.revision());
    String text = Told.required("text", told.text());
    String by = Told.required("by", told.by());
    String block = context.pathParam("block");
    return written(() -> incidents.write(id(context), block, revision, text, by, now()));
  }

  private Incident comment(Context context) {
    CommentToldJson told = bodies.read(context, CommentToldJson.class);
    String block = context.pathParam("block");
    String by = Told.required("by", told.by());
    String comment = told.id();
    if (comment == null) {
      String text = Told.required("text", told.text());
      return written(() -> incidents.comment(id(context), block, text, by, now()));
    }
    boolean resolved = Told.required("resolved", told.resolved());
    return written(() -> incidents.resolve(id(context), block, comment, resolved, by, now()));
  }

  private void link(Context context) {
    PathJson told = bodies.read(context, PathJson.class);
    String name =
        kept(() -> written(() -> incidents.link(Told.required("path", told.path()), now())));
    bodies.answer(context, new LinkJson(name, SHORT.replace("{id}", name)));
  }

  /** Leads a short link to where it was made for. */
  static void lead(Context context, @Nullable Incidents incidents, Workers workers) {
    String name = context.pathParam("id");
    String path =
        Optional.ofNullable(incidents)
            .flatMap(kept -> workers.call(() -> kept.linked(name)))
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemType.UNKNOWN_INCIDENT,
                        "there is no short link of this name",
                        "ask whoever sent it for the address itself"));
    context.header("Cache-Control", "no-store").redirect(path);
  }

  private Incident require(Context context) {
    return written(() -> incidents.find(id(context)))
        .orElseThrow(
            () ->
                new Problem(
                    ProblemType.UNKNOWN_INCIDENT,
                    "there is no incident \"%s\"".formatted(id(context)),
                    "/api/incidents lists those there are"));
  }

  private OwnApi asking(Context context) {
    Asker asker = new Asker(context);
    return answers.asking(asker.name() + " (evidence)", asker::isGone);
  }

  private static String id(Context context) {
    return context.pathParam("id");
  }

  private Instant now() {
    return clock.instant();
  }

  /** Waits on a thread of the system: a database keeps the one it works on. */
  private <T> T written(Work<T> work) {
    return workers.call(work::done);
  }

  private interface Work<T> {
    T done();
  }

  /** What {@code work} gives, or why it was not done. */
  private static <T> T kept(Work<T> work) {
    try {
      return work.done();
    } catch (IncidentException.Conflict conflict) {
      throw Problem.conflict(String.valueOf(conflict.getMessage()), json(conflict.current()));
    } catch (IllegalArgumentException unusable) {
      throw JsonBody.unreadable(String.valueOf(unusable.getMessage()));
    }
  }

  private static @Nullable Object json(@Nullable Record current) {
    if (current instanceof Incident incident) {
      return IncidentJson.of(incident);
    }
    if (current instanceof Item item) {
      return ItemJson.of(item);
    }
    return current instanceof Block block ? BlockJson.VersionJson.of(block.version()) : null;
  }
}
