// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.answer.intake.ImportEndpoint;
import dev.clew.http.answer.intake.TrialAnswer;
import dev.clew.http.ask.HandedParameters;
import dev.clew.http.ask.Parameter;
import dev.clew.http.ask.Request;
import dev.clew.http.json.intake.ImportJson;
import dev.clew.http.json.intake.TriedJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.intake.Handed;
import dev.clew.intake.Imports;
import dev.clew.intake.Intake;
import dev.clew.intake.IntakeException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes files of logs, and lines that somebody tries. A file is not held in memory: its bytes go to
 * the disk as they come. No form of another site can send either content type.
 */
final class IntakeRoutes {
  static final String IMPORTS = "/api/imports";
  static final String IMPORT = "/api/imports/{id}";
  static final String TRY_LINES = "/api/try-lines";

  /** Most bytes of JSON: lines that somebody tries. */
  private static final int MOST_BYTES = 128 * 1024;

  /**
   * Most senders hear an answer only when they have sent all: of a little more it is passed over.
   */
  private static final long HEARD_OUT = 8L << 20;

  /** How many read lines at once that somebody tries. */
  private static final int AT_ONCE = 2;

  private static final String BYTES = "application/octet-stream";
  private static final HandedParameters HANDED = new HandedParameters();

  private final Intake intake;
  private final JsonBody json;
  private final Semaphore places = new Semaphore(AT_ONCE);

  IntakeRoutes(Intake intake, JsonMapper json) {
    this.intake = intake;
    this.json = new JsonBody(json, MOST_BYTES);
  }

  /** What POST {@value #IMPORTS} takes beside the body. */
  static List<Parameter<?>> parameters() {
    return HANDED.all();
  }

  /** Whether {@code path} takes a file. */
  boolean isTaking(String path) {
    return intake.imports() != null && path.equals(IMPORTS);
  }

  /** The addresses that take JSON. */
  List<Post> posts() {
    List<Post> posts = new ArrayList<>();
    posts.add(
        new Post(
            TRY_LINES,
            "tryLines",
            "How lines would be read; nothing of them is kept",
            TriedJson.ToldJson.class,
            TriedJson.class,
            this::tryLines));
    Imports imports = intake.imports();
    if (imports != null) {
      posts.add(
          new Post(
              IMPORT,
              "tellImport",
              "Stops the reading of a file",
              ImportJson.ToldJson.class,
              ImportJson.class,
              context -> tell(context, imports)));
    }
    return posts;
  }

  void register(RoutesConfig routes) {
    Imports imports = intake.imports();
    if (imports != null) {
      routes.post(IMPORTS, context -> receive(context, imports));
    }
  }

  private void receive(Context context, Imports imports) {
    Request request = new Request(IMPORTS, HANDED.all(), Map.of(), context.queryParamMap());
    requireBytes(context);
    try (InputStream in = context.req().getInputStream()) {
      receive(context, imports, request, in);
    } catch (IOException gone) {
      throw new Problem(
          ProblemType.UNUSABLE_FILE, "the file ended before its end", "send it again");
    }
  }

  private void receive(Context context, Imports imports, Request request, InputStream in)
      throws IOException {
    try {
      Handed handed =
          new Handed(
              request.find(HANDED.name).orElse(""),
              request.find(HANDED.service).filter(text -> !text.isEmpty()).orElse(null),
              request.find(HANDED.modified).orElse(null),
              context.req().getContentLengthLong());
      json.answer(context, ImportJson.of(imports.receive(handed, in)));
    } catch (IntakeException refused) {
      if (refused.reason() != IntakeException.Reason.CUT_OFF) {
        in.skip(HEARD_OUT);
      }
      context.header("Connection", "close");
      throw problem(refused);
    }
  }

  private static Problem problem(IntakeException refused) {
    ProblemType type =
        switch (refused.reason()) {
          case NAME, CUT_OFF, STOPPED -> ProblemType.UNUSABLE_FILE;
          case TOO_LARGE -> ProblemType.BODY_TOO_LARGE;
          case NO_ROOM -> ProblemType.NO_ROOM;
          case TOO_MANY -> ProblemType.TOO_MANY_QUESTIONS;
          case NOT_KEPT -> ProblemType.NOT_KEPT;
        };
    String fix =
        switch (refused.reason()) {
          case NAME -> "rename it";
          case CUT_OFF, STOPPED -> "send it again";
          case TOO_LARGE -> "compress it, or read it from the disk: clew index PATH";
          case NO_ROOM -> "make room, or wait until others are read, then send it again";
          case TOO_MANY -> "wait until one of them is read, then send it again";
          case NOT_KEPT -> "make room on the disk, then send it again";
        };
    return new Problem(type, String.valueOf(refused.getMessage()), fix);
  }

  private void tell(Context context, Imports imports) {
    requireNoParameters(context, IMPORT);
    String id = context.pathParam("id");
    ImportJson.ToldJson told = json.read(context, ImportJson.ToldJson.class);
    if (!Boolean.TRUE.equals(told.stop())) {
      throw JsonBody.unreadable("stop: true is all that can be said of an import");
    }
    json.answer(
        context,
        imports.stop(id).map(ImportJson::of).orElseThrow(() -> ImportEndpoint.unknown(id)));
  }

  private void tryLines(Context context) {
    requireNoParameters(context, TRY_LINES);
    TriedJson.ToldJson told = json.read(context, TriedJson.ToldJson.class);
    String lines = told.lines();
    if (lines == null || lines.isBlank()) {
      throw JsonBody.unreadable("lines: there are none");
    }
    if (!places.tryAcquire()) {
      throw new Problem(
          ProblemType.TOO_MANY_QUESTIONS,
          "the lines of %d others are being read".formatted(AT_ONCE),
          "send them again");
    }
    try {
      json.answer(context, TrialAnswer.of(lines, intake));
    } finally {
      places.release();
    }
  }

  private static void requireNoParameters(Context context, String path) {
    if (!context.queryParamMap().isEmpty()) {
      throw new Problem(
          ProblemType.UNKNOWN_PARAMETER, "POST " + path + " takes no parameters", "leave them out");
    }
  }

  private static void requireBytes(Context context) {
    String media = Objects.requireNonNullElse(context.req().getContentType(), "");
    if (!media.split(";", 2)[0].strip().equalsIgnoreCase(BYTES)) {
      context.header("Connection", "close");
      throw new Problem(
          ProblemType.WRONG_MEDIA_TYPE,
          "the body is said to be \"%s\"".formatted(media),
          "send it with Content-Type: " + BYTES);
    }
  }
}
