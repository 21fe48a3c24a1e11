// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Admission;
import dev.clew.http.admit.Workers;
import dev.clew.http.problem.ErrorsPage;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemJson;
import dev.clew.http.problem.ProblemType;
import dev.clew.http.problem.Problems;
import dev.clew.http.tail.Tails;
import dev.clew.incident.Incidents;
import dev.clew.note.Notebook;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves a {@link Workbench} over HTTP, on 127.0.0.1 only, and writes nothing but changes, notes
 * and incidents. Each request has a virtual thread of its own, which waits while a worker makes the
 * answer.
 */
public final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

  private static final String LOOPBACK = "127.0.0.1";

  /** After which somebody who was refused may ask again. */
  private static final String RETRY_SECONDS = "1";

  private static final Duration LEEWAY = Duration.ofMinutes(1);

  /** How long questions may go on when the server stops, and then be answered in part. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** How long the answers may take to be sent after that. */
  private static final Duration SENDING = Duration.ofSeconds(2);

  /** Room for the longest query text with every character percent-encoded. */
  private static final int REQUEST_BYTES = 256 * 1024;

  /** A sixth more bytes than the default, in less than half the time; they do not travel far. */
  private static final int FAST = 1;

  private final JsonMapper json = Json.mapper();
  private final WorkbenchFiles files;
  private final Routes routes;
  private final Optional<HookRoute> hook;
  private final Optional<NoteRoutes> notes;
  private final IntakeRoutes intake;
  private final Admission admission;
  private final Answers answers;
  private final @Nullable Incidents incidents;
  private final List<Post> posts;
  private final Optional<ExportRoutes> exports;
  private final Workers workers = new Workers();
  private final UnderWay underWay = new UnderWay();
  private final Tails tails;
  private final Javalin javalin;
  private final int streams;
  private final int port;
  private volatile boolean stopping;

  /**
   * A server that does not listen yet.
   *
   * @param port to listen on; 0 takes any free one
   */
  public ApiServer(Workbench workbench, Limits limits, int port) {
    this(workbench, limits, port, ApiServer.class.getClassLoader());
  }

  /** The pages are those that {@code pages} finds. */
  ApiServer(Workbench workbench, Limits limits, int port, ClassLoader pages) {
    this.port = port;
    workbench
        .repositories()
        .values()
        .forEach(repository -> repository.withMappings(workbench.notebook()::mappings));
    this.files = new WorkbenchFiles(pages);
    this.routes = new Routes(workbench, limits, this::posts);
    this.hook = Optional.ofNullable(workbench.hook()).map(taking -> new HookRoute(taking, json));
    this.notes =
        Optional.of(workbench.notebook())
            .filter(Notebook::keeps)
            .map(book -> new NoteRoutes(book, workbench.clock(), json));
    this.intake = new IntakeRoutes(workbench.intake(), json);
    this.tails = new Tails(workbench.arrivals(), limits.tails());
    this.admission = new Admission(limits.capacity());
    this.answers = new Answers(routes, admission, workers, underWay, json);
    this.incidents = workbench.incidents();
    this.posts = taking(workbench);
    this.exports =
        Optional.ofNullable(workbench.incidents())
            .map(
                kept ->
                    new ExportRoutes(kept, workbench.exports(), workers, workbench.clock(), json));
    this.streams = limits.streams();
    this.javalin = Javalin.create(config -> configure(config, limits.deadline(), port));
  }

  private List<Post> posts() {
    return posts;
  }

  private List<Post> taking(Workbench workbench) {
    List<Post> all = new ArrayList<>(intake.posts());
    Incidents kept = workbench.incidents();
    if (kept != null) {
      all.addAll(
          new IncidentRoutes(
                  kept,
                  routes.witness(),
                  answers,
                  workers,
                  workbench.clock(),
                  workbench.zone(),
                  json)
              .all());
    }
    return all;
  }

  /**
   * Starts to listen. Calling it twice is a programming error.
   *
   * @throws UncheckedIOException when the port is in use
   */
  public void start() {
    try {
      javalin.start();
    } catch (JavalinBindException taken) {
      BindException cause = new BindException("port %d is in use".formatted(port));
      cause.initCause(taken);
      throw new UncheckedIOException(cause);
    }
  }

  /** The port it listens on, once started. */
  public int port() {
    return javalin.port();
  }

  /**
   * Stops listening, within a few seconds: requests under way get their answers, of which those
   * that take long are partial ones, and requests that come or wait are refused.
   */
  @Override
  public void close() {
    stopping = true;
    tails.close();
    admission.close();
    underWay.end(GRACE);
    stopSending();
    workers.close();
  }

  private void stopSending() {
    try {
      javalin.stop();
    } catch (JavalinException late) {
      LOG.warn("stopped, but somebody did not read an answer within {}", SENDING, late);
    }
  }

  private void configure(JavalinConfig config, Duration deadline, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(FAST));
    config.jetty.host = LOOPBACK;
    config.jetty.port = port;
    config.jetty.modifyHttpConfiguration(http -> limit(http, deadline));
    config.jetty.modifyServer(this::prepare);
    config.jetty.modifyServletContextHandler(
        handler -> handler.setErrorHandler(new JettyProblems(json)));
    config.router.javaLangErrorHandler(this::answerError);
    config.routes.before(context -> Guard.check(context, this::takes));
    config.routes.after(this::endConnection);
    routes.all().forEach(route -> answer(config, route.path(), context -> answer(route, context)));
    hook.ifPresent(taken -> config.routes.post(HookRoute.PATH, taken::answer));
    notes.ifPresent(
        taken -> {
          config.routes.post(NoteRoutes.MAPPINGS, taken::mapping);
          config.routes.post(NoteRoutes.VERDICTS, taken::verdict);
        });
    // Before the routes of one incident, whose path it would fit.
    exports.ifPresent(
        files -> {
          config.routes.post(ExportRoutes.IMPORT, files::take);
          answer(config, ExportRoutes.EXPORT, files::send);
        });
    posts.forEach(post -> config.routes.post(post.path(), post.handler()));
    answer(
        config, IncidentRoutes.SHORT, context -> IncidentRoutes.lead(context, incidents, workers));
    intake.register(config.routes);
    answer(config, TailStream.PATH, routes.tail(tails, json)::answer);
    answer(
        config,
        FoundStream.PATH,
        routes.stream(json, admission, workers, underWay, streams)::answer);
    answer(config, Problems.DOCUMENT, ApiServer::explain);
    answer(config, "/", this::serveFile);
    answer(config, "/<path>", this::serveFile);
    config.routes.exception(Exception.class, this::answerFault);
  }

  private boolean takes(String path) {
    return (hook.isPresent() && path.equals(HookRoute.PATH))
        || (notes.isPresent() && NoteRoutes.PATHS.contains(path))
        || intake.isTaking(path)
        || posts.stream().anyMatch(post -> post.takes(path));
  }

  private void prepare(Server server) {
    server.setErrorHandler(new JettyProblems(json));
    server.setStopTimeout(SENDING.toMillis());
    server.insertHandler(new GracefulHandler());
  }

  private static void limit(HttpConfiguration http, Duration deadline) {
    // a connection on which nothing moves while an answer is made is not idle
    http.setIdleTimeout(deadline.plus(LEEWAY).toMillis());
    http.setRequestHeaderSize(REQUEST_BYTES);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  private static void answer(JavalinConfig config, String path, Handler handler) {
    config.routes.get(path, handler);
    config.routes.head(path, handler);
  }

  /** A connection that is kept for a next request would hold up the end of the server. */
  private void endConnection(Context context) {
    if (stopping) {
      context.header("Connection", "close");
    }
  }

  private void answer(Route route, Context context) {
    Asker asker = new Asker(context);
    byte[] answer;
    try {
      answer =
          answers.answer(
              route, context.pathParamMap(), context.queryParamMap(), asker.name(), asker::isGone);
    } finally {
      asker.answered();
    }
    context.header("Cache-Control", "no-store").contentType("application/json").result(answer);
  }

  private static void explain(Context context) {
    context.contentType("text/html; charset=utf-8").result(ErrorsPage.html());
  }

  private void serveFile(Context context) {
    String path = context.path();
    if (WorkbenchFiles.isView(path) && !files.present()) {
      sayThereAreNoPages(context);
      return;
    }
    WorkbenchFiles.Served served = files.find(path).orElseThrow(() -> nothingAt(path));
    context
        .header("Cache-Control", served.caching())
        .contentType(served.mediaType())
        .result(served.bytes());
  }

  /** In plain words, since people read it in a browser. */
  private static void sayThereAreNoPages(Context context) {
    context
        .status(HttpStatus.NOT_FOUND)
        .header("Cache-Control", "no-store")
        .contentType("text/plain; charset=utf-8")
        .result(
            """
            Clew runs, but this build of it has no workbench: the jar with its pages is not on the \
            class path. Build the web module as well, or ask the API, which starts at /api/status.
            """);
  }

  private static Problem nothingAt(String path) {
    return new Problem(
        ProblemType.UNKNOWN_ROUTE,
        "nothing is served at \"%s\"".formatted(path),
        "/api/openapi.json lists every route");
  }

  private void answerFault(Exception fault, Context context) {
    ProblemJson problem = Problems.of(fault, context.path());
    if (problem.status() == HttpStatus.TOO_MANY_REQUESTS.getCode()) {
      context.header("Retry-After", RETRY_SECONDS);
    }
    context
        .status(problem.status())
        .header("Cache-Control", "no-store")
        .contentType(Problems.MEDIA_TYPE)
        .result(json.writeValueAsBytes(problem));
  }

  private void answerError(HttpServletResponse response, Error error) {
    ProblemJson problem = Problems.of(error, "a route");
    response.setStatus(problem.status());
    response.setContentType(Problems.MEDIA_TYPE);
    try {
      response.getOutputStream().write(json.writeValueAsBytes(problem));
    } catch (IOException gone) {
      throw new UncheckedIOException("the asker has gone", gone);
    }
  }
}
