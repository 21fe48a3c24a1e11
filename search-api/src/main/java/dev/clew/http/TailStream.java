// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.ask.CursorType;
import dev.clew.http.ask.Parameter;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.GapJson;
import dev.clew.http.tail.Gap;
import dev.clew.http.tail.Place;
import dev.clew.http.tail.Replay;
import dev.clew.http.tail.Tail;
import dev.clew.http.tail.Tails;
import dev.clew.query.Query;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as they come, as Server-Sent Events (HTML Living Standard, section 9.2): {@code event} for
 * each one, {@code gap} for those left out. The id of each is the {@link Place} the reader has come
 * to.
 */
final class TailStream {
  static final String PATH = "/api/tail";
  static final String MEDIA_TYPE = "text/event-stream";
  static final String EVENT = "event";
  static final String GAP = "gap";

  /** The header in which a reader says how far it has come. */
  static final String LAST = "Last-Event-ID";

  /** How often the connection is looked at while nothing comes. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final int LOOKS_A_HEARTBEAT = 10;
  private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.US_ASCII);

  private final LogStore store;
  private final Tails tails;
  private final Questions questions;
  private final Parameters parameters;
  private final JsonMapper json;

  TailStream(
      LogStore store, Tails tails, Questions questions, Parameters parameters, JsonMapper json) {
    this.store = store;
    this.tails = tails;
    this.questions = questions;
    this.parameters = parameters;
    this.json = json;
  }

  /** All that a tail takes. */
  static List<Parameter<?>> parameters(Parameters all) {
    return List.of(all.query, all.from);
  }

  void answer(Context context) {
    Request request =
        new Request(PATH, parameters(parameters), context.pathParamMap(), context.queryParamMap());
    Question question = questions.read(request);
    Query query = question.parsed().query();
    Optional<Long> from = begin(request, question);
    Optional<Place> place = Optional.ofNullable(context.header(LAST)).flatMap(Place::of);
    Asker asker = new Asker(context);
    try (Tail tail = tails.open(query, place)) {
      context.res().setContentType(MEDIA_TYPE);
      context.res().setHeader("Cache-Control", "no-store");
      if (context.req().getMethod().equals("HEAD")) {
        return;
      }
      Writer writer = new Writer(context.res().getOutputStream(), tail);
      writer.beat();
      Replay replay = new Replay(store, query, tails, tail);
      if (place.isPresent() && !tail.goesOn()) {
        replay.after(place.get(), asker::isGone, writer::write);
      } else if (place.isEmpty() && from.isPresent()) {
        replay.from(from.get(), asker::isGone, writer::write);
      }
      writer.flush();
      follow(tail, writer, asker);
    } catch (IOException | UncheckedIOException gone) {
      // nobody is left to be told anything
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nanoseconds since the epoch; empty when only what comes from now on is wanted. */
  private Optional<Long> begin(Request request, Question question) {
    return question
        .typed()
        .map(TimeRange::from)
        .or(() -> request.find(parameters.from).map(EventTime::nanos));
  }

  private static void follow(Tail tail, Writer writer, Asker asker)
      throws IOException, InterruptedException {
    int quiet = 0;
    while (!tail.isEnded() && !asker.isGone()) {
      Optional<Tail.Item> item = tail.take(LOOK);
      quiet = item.isPresent() ? 0 : quiet + 1;
      while (item.isPresent()) {
        writer.write(item.get());
        item = tail.take(Duration.ZERO);
      }
      writer.flush();
      if (quiet == LOOKS_A_HEARTBEAT) {
        writer.beat();
        quiet = 0;
      }
    }
  }

  private final class Writer {
    private final OutputStream out;
    private final Tail tail;

    Writer(OutputStream out, Tail tail) {
      this.out = out;
      this.tail = tail;
    }

    void write(Tail.Item item) {
      switch (item) {
        case Tail.Hit hit -> write(EVENT, EventJson.inList(hit.event()));
        case Tail.Missed missed -> write(GAP, json(missed.gap()));
      }
    }

    private void write(String name, Object content) {
      String head = "id: %s\nevent: %s\ndata: ".formatted(tail.place().text(), name);
      try {
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        // JSON has no line breaks of its own
        out.write(TailStream.this.json.writeValueAsBytes(content));
        out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    void beat() throws IOException {
      out.write(HEARTBEAT);
      flush();
    }

    void flush() throws IOException {
      out.flush();
    }
  }

  private static GapJson json(Gap gap) {
    return new GapJson(gap.count(), gap.exact(), text(gap.from()), text(gap.to()), gap.reason());
  }

  private static @Nullable String text(@Nullable Cursor cursor) {
    return cursor == null ? null : CursorType.print(cursor);
  }
}
