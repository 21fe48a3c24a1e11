// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.code.mapping.PathMapping;
import dev.clew.http.json.note.MappingJson;
import dev.clew.http.json.note.VerdictJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.journal.JournalException;
import dev.clew.note.Notebook;
import dev.clew.note.Verdict;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what people tell on the page: verdicts on suspects, folders of paths. Bodies are small JSON
 * objects and say so: a form of another site cannot send that content type.
 */
final class NoteRoutes {
  static final String MAPPINGS = "/api/mappings";
  static final String VERDICTS = "/api/verdicts";
  static final Set<String> PATHS = Set.of(MAPPINGS, VERDICTS);

  private static final int MOST_BYTES = 64 * 1024;

  private final Notebook notebook;
  private final InstantSource clock;
  private final JsonBody bodies;

  NoteRoutes(Notebook notebook, InstantSource clock, JsonMapper json) {
    this.notebook = notebook;
    this.clock = clock;
    this.bodies = new JsonBody(json, MOST_BYTES);
  }

  void mapping(Context context) {
    MappingJson.ToldJson told = bodies.read(context, MappingJson.ToldJson.class);
    kept(
        () ->
            notebook.tell(
                new PathMapping(required("prefix", told.prefix()), orEmpty(told.folder())),
                !Boolean.TRUE.equals(told.ends()),
                clock.instant()));
    bodies.answer(context, MappingJson.AllJson.of(true, notebook.mappings()));
  }

  void verdict(Context context) {
    VerdictJson.ToldJson told = bodies.read(context, VerdictJson.ToldJson.class);
    String group = required("group", told.group());
    kept(
        () ->
            notebook.tell(
                new Verdict(
                    group,
                    required("kind", told.kind()),
                    required("id", told.id()),
                    orEmpty(told.title()),
                    ruling(required("verdict", told.verdict())),
                    required("by", told.by()),
                    clock.instant(),
                    told.reason())));
    bodies.answer(context, VerdictJson.AllJson.of(true, notebook.verdicts(group)));
  }

  private static Verdict.Ruling ruling(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "confirmed" -> Verdict.Ruling.CONFIRMED;
      case "dismissed" -> Verdict.Ruling.DISMISSED;
      case "withdrawn" -> Verdict.Ruling.WITHDRAWN;
      default ->
          throw JsonBody.unreadable(
              "verdict: \"%s\" is none; give confirmed, dismissed or withdrawn".formatted(text));
    };
  }

  private static String required(String name, @Nullable String text) {
    if (text == null) {
      throw JsonBody.unreadable(name + ": it is needed");
    }
    return text;
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static void kept(Runnable telling) {
    try {
      telling.run();
    } catch (IllegalArgumentException unusable) {
      throw JsonBody.unreadable(String.valueOf(unusable.getMessage()));
    } catch (JournalException failed) {
      throw new Problem(
          failed.isFull() ? ProblemType.NO_ROOM : ProblemType.NOT_KEPT,
          String.valueOf(failed.getMessage()),
          failed.isFull() ? null : "make room on the disk, then send it again");
    }
  }
}
