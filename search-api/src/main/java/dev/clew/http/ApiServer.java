// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.json.ProblemJson;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.HttpConfiguration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves a {@link Workbench} over HTTP, on 127.0.0.1 only, and never writes anything. Each request
 * runs on a virtual thread of its own.
 */
public final class ApiServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  /** Room for the longest query text with every character percent-encoded. */
  private static final int REQUEST_BYTES = 256 * 1024;

  private final JsonMapper json = Json.mapper();
  private final WorkbenchFiles files = new WorkbenchFiles(ApiServer.class.getClassLoader());
  private final Javalin javalin;

  /**
   * A server that does not listen yet.
   *
   * @param port to listen on; 0 takes any free one
   */
  public ApiServer(Workbench workbench, int port) {
    Routes routes = new Routes(workbench);
    this.javalin = Javalin.create(config -> configure(config, routes, port));
  }

  /** Starts to listen. Calling it twice is a programming error. */
  public void start() {
    javalin.start();
  }

  /** The port it listens on, once started. */
  public int port() {
    return javalin.port();
  }

  /** Ends the requests under way and stops listening. */
  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config, Routes routes, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.jetty.host = LOOPBACK;
    config.jetty.port = port;
    config.jetty.modifyHttpConfiguration(ApiServer::limit);
    config.jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems(json)));
    config.jetty.modifyServletContextHandler(
        handler -> handler.setErrorHandler(new JettyProblems(json)));
    config.router.javaLangErrorHandler(this::answerError);
    config.routes.before(Guard::check);
    routes.all().forEach(route -> register(config, route));
    config.routes.get(Problems.DOCUMENT, ApiServer::explain);
    config.routes.get("/", this::serveFile);
    config.routes.get("/<path>", this::serveFile);
    config.routes.exception(Exception.class, this::answerFault);
  }

  private static void limit(HttpConfiguration http) {
    http.setRequestHeaderSize(REQUEST_BYTES);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  private void register(JavalinConfig config, Route route) {
    config.routes.get(
        route.path(),
        context -> {
          Request request = new Request(route, context.pathParamMap(), context.queryParamMap());
          Object answer = route.endpoint().answer(request);
          context
              .header("Cache-Control", "no-store")
              .contentType("application/json")
              .result(json.writeValueAsBytes(answer));
        });
  }

  private static void explain(Context context) {
    context.contentType("text/html; charset=utf-8").result(ErrorsPage.html());
  }

  private void serveFile(Context context) {
    String path = context.path();
    WorkbenchFiles.Served served =
        files.find(path).orElseThrow(() -> absent(path));
    context
        .header("Cache-Control", served.caching())
        .contentType(served.mediaType())
        .result(served.bytes());
  }

  private Problem absent(String path) {
    if (WorkbenchFiles.VIEWS.contains(path)) {
      return new Problem(
          ProblemType.WORKBENCH_ABSENT,
          "the workbench's pages are not on the class path",
          "build the web module, or ask the API: /api/status");
    }
    return new Problem(
        ProblemType.UNKNOWN_ROUTE,
        "nothing is served at \"%s\"".formatted(path),
        "/api/openapi.json lists every route");
  }

  private void answerFault(Exception fault, Context context) {
    ProblemJson problem = Problems.of(fault, context.path());
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
