// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Admission;
import dev.clew.http.admit.Weight;
import dev.clew.http.admit.Workers;
import dev.clew.http.answer.find.StreamEndpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.Waiter;
import dev.clew.http.json.find.StreamJson.TroubleJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.http.problem.Problems;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that is sent while it is found: a JSON object a line. A worker finds, the request's own
 * thread sends; when the one or the other ends early, so does the other.
 */
final class FoundStream {
  static final String PATH = "/api/stream";
  static final String MEDIA_TYPE = "application/x-ndjson";

  private final StreamEndpoint endpoint;
  private final Parameters parameters;
  private final JsonMapper json;
  private final Admission admission;
  private final Workers workers;
  private final UnderWay underWay;
  private final int most;
  private final Semaphore free;

  /**
   * @param most streams at once, those that wait for their turn or for their readers included
   */
  FoundStream(
      StreamEndpoint endpoint,
      Parameters parameters,
      JsonMapper json,
      Admission admission,
      Workers workers,
      UnderWay underWay,
      int most) {
    this.endpoint = endpoint;
    this.parameters = parameters;
    this.json = json;
    this.admission = admission;
    this.workers = workers;
    this.underWay = underWay;
    this.most = most;
    this.free = new Semaphore(most);
  }

  void answer(Context context) {
    Request request =
        new Request(
            PATH,
            StreamEndpoint.parameters(parameters),
            context.pathParamMap(),
            context.queryParamMap());
    if (context.req().getMethod().equals("HEAD")) {
      context.header("Cache-Control", "no-store").contentType(MEDIA_TYPE);
      return;
    }
    if (!free.tryAcquire()) {
      throw new Problem(
          ProblemType.TOO_MANY_QUESTIONS,
          "%d answers are being sent while they are found, and that is the most".formatted(most),
          "ask again in a second, or ask /api/search");
    }
    try {
      answer(request, context);
    } catch (IOException | UncheckedIOException gone) {
      // nobody is left to be told anything
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }

  private void answer(Request request, Context context) throws IOException, InterruptedException {
    Asker asker = new Asker(context);
    Duration patience = Duration.ofMillis(request.get(parameters.timeout));
    Waiter waiter = new Waiter(System.nanoTime(), patience, asker::isGone);
    Frames frames = new Frames(waiter);
    begin(request.by(waiter), waiter, asker, frames);
    try {
      send(frames, context);
    } finally {
      frames.leave();
      waiter.end("the asker has gone");
    }
  }

  private void begin(Request request, Waiter waiter, Asker asker, Frames frames) {
    boolean facets = request.get(parameters.alsoFacets).equals("on");
    boolean started = false;
    underWay.add(waiter);
    try {
      Weight weight = facets ? Weight.GROUPS : Weight.PAGE;
      Admission.Pass pass = admission.enter(asker.name(), weight, waiter);
      waiter.workAt(pass::giveWay);
      workers.start(() -> find(request, pass, asker, frames));
      started = true;
    } finally {
      if (!started) {
        underWay.remove(waiter);
      }
    }
  }

  private void find(Request request, Admission.Pass pass, Asker asker, Frames frames) {
    try {
      endpoint.answer(request, frame -> frames.add(line(frame)));
      end(pass, asker, request.waiter());
      frames.end();
    } catch (RuntimeException | Error fault) {
      end(pass, asker, request.waiter());
      if (frames.begun()) {
        frames.add(line(new TroubleJson(Problems.of(fault, PATH), true)));
        frames.end();
      } else {
        frames.end(fault);
      }
    }
  }

  /** Whoever reads slowly takes nobody's place from here on. */
  private void end(Admission.Pass pass, Asker asker, Waiter waiter) {
    pass.close();
    asker.answered();
    underWay.remove(waiter);
  }

  private byte[] line(Object frame) {
    byte[] text = json.writeValueAsBytes(frame);
    byte[] line = new byte[text.length + 1];
    System.arraycopy(text, 0, line, 0, text.length);
    line[text.length] = '\n';
    return line;
  }

  private static void send(Frames frames, Context context)
      throws IOException, InterruptedException {
    Optional<byte[]> frame = frames.take();
    if (frame.isEmpty()) {
      throw unchecked(frames.fault().orElseThrow());
    }
    context.res().setContentType(MEDIA_TYPE);
    context.res().setHeader("Cache-Control", "no-store");
    // while it is found, the connection is looked at: a next request on it could lose a byte
    context.res().setHeader("Connection", "close");
    OutputStream out = context.res().getOutputStream();
    while (frame.isPresent()) {
      out.write(frame.get());
      if (frames.isEmpty()) {
        out.flush();
      }
      frame = frames.take();
    }
    out.flush();
  }

  private static RuntimeException unchecked(Throwable fault) {
    if (fault instanceof Error error) {
      throw error;
    }
    return fault instanceof RuntimeException cause ? cause : new IllegalStateException(fault);
  }
}
