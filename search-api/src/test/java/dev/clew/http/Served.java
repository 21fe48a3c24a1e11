// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.change.Change;
import dev.clew.change.KnownChanges;
import dev.clew.change.hook.ChangeHook;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.change.hook.HookSecret;
import dev.clew.change.inferred.InferredChanges;
import dev.clew.code.GitRepository;
import dev.clew.event.LogEvent;
import dev.clew.http.tail.Arrivals;
import dev.clew.http.tail.ArrivingLogStore;
import dev.clew.incident.Incidents;
import dev.clew.intake.Intake;
import dev.clew.journal.LineJournal;
import dev.clew.note.Notebook;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server on a real port, over a store made for one test, and a client to ask it. */
final class Served implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Limits LIMITS = Limits.of(2, 1L << 30);

  private final LogStore store;
  private final ApiServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(LogStore store, ApiServer server) {
    this.store = store;
    this.server = server;
    server.start();
  }

  static Served events(List<LogEvent> events) {
    return with(events, Map.of(), List.of());
  }

  static Served with(
      List<LogEvent> events, Map<String, GitRepository> repositories, List<Change> changes) {
    LogStore store = new ListLogStore();
    store.append(events, Map.of());
    store.refresh();
    return store(store, repositories, changes);
  }

  static Served store(
      LogStore store, Map<String, GitRepository> repositories, List<Change> changes) {
    Arrivals arrivals = new Arrivals();
    LogStore told = new ArrivingLogStore(store, arrivals);
    return new Served(
        told, new ApiServer(workbench(told, arrivals, repositories, changes), LIMITS, 0));
  }

  /** A server that takes changes and keeps them in {@code journal}, which the caller closes. */
  static Served taking(List<LogEvent> events, ChangeJournal journal, @Nullable String secret) {
    LogStore store = new ListLogStore();
    store.append(events, Map.of());
    store.refresh();
    KnownChanges changes = new KnownChanges(List.of());
    ChangeHook hook =
        new ChangeHook(journal, changes, secret == null ? null : new HookSecret(secret));
    Workbench plain = workbench(store, new Arrivals(), Map.of(), List.of());
    Workbench taking =
        new Workbench(
            store,
            plain.arrivals(),
            Map.of(),
            changes,
            hook,
            plain.zone(),
            plain.clock(),
            plain.version(),
            plain.title());
    return new Served(store, new ApiServer(taking, LIMITS, 0));
  }

  /** A server that takes logs into {@code store}. */
  static Served taking(LogStore store, Intake intake) {
    Workbench plain = workbench(store, new Arrivals(), Map.of(), List.of());
    return new Served(store, new ApiServer(plain.taking(intake), LIMITS, 0));
  }

  /** A server that takes what is told and keeps it in the journals, which the caller closes. */
  static Served keeping(
      List<LogEvent> events,
      Map<String, GitRepository> repositories,
      List<Change> told,
      ChangeJournal journal,
      LineJournal notes) {
    return keeping(events, repositories, told, journal, notes, null);
  }

  /** The same, which keeps incidents too; the caller closes them. */
  static Served keeping(
      List<LogEvent> events,
      Map<String, GitRepository> repositories,
      List<Change> told,
      ChangeJournal journal,
      LineJournal notes,
      @Nullable Incidents incidents) {
    LogStore store = new ListLogStore();
    store.append(events, Map.of());
    store.refresh();
    KnownChanges changes = new KnownChanges(told);
    Workbench plain = workbench(store, new Arrivals(), repositories, told);
    Workbench keeping =
        new Workbench(
            store,
            plain.arrivals(),
            repositories,
            changes,
            new ChangeHook(journal, changes, null),
            Notebook.keeping(notes, List.of(), note -> {}),
            incidents,
            plain.exports(),
            plain.zone(),
            plain.clock(),
            plain.version(),
            plain.title(),
            plain.intake());
    return new Served(store, new ApiServer(keeping, LIMITS, 0));
  }

  /** A server that keeps {@code incidents}, which the caller closes. */
  static Served writing(
      LogStore store,
      Map<String, GitRepository> repositories,
      List<Change> changes,
      Incidents incidents) {
    Workbench plain = workbench(store, new Arrivals(), repositories, changes);
    Workbench writing =
        new Workbench(
            store,
            plain.arrivals(),
            repositories,
            plain.changes(),
            null,
            plain.notebook(),
            incidents,
            plain.exports(),
            plain.zone(),
            plain.clock(),
            plain.version(),
            plain.title(),
            plain.intake());
    return new Served(store, new ApiServer(writing, LIMITS, 0));
  }

  /** A server that looks for changes in its own events. */
  static Served inferring(List<LogEvent> events) {
    LogStore store = new ListLogStore();
    store.append(events, Map.of());
    store.refresh();
    Workbench plain = workbench(store, new Arrivals(), Map.of(), List.of());
    Workbench inferring =
        new Workbench(
            store,
            plain.arrivals(),
            Map.of(),
            new KnownChanges(List.of(), new InferredChanges(store)),
            null,
            plain.zone(),
            plain.clock(),
            plain.version(),
            plain.title());
    return new Served(store, new ApiServer(inferring, LIMITS, 0));
  }

  /** What the server says to a body sent to {@code address}; headers in turn: name, value. */
  HttpResponse<String> post(String address, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + address))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build(), BodyHandlers.ofString());
  }

  /** No events, and the pages that {@code loader} finds. */
  static Served pages(ClassLoader loader) {
    LogStore store = new ListLogStore();
    Workbench workbench = workbench(store, new Arrivals(), Map.of(), List.of());
    return new Served(store, new ApiServer(workbench, LIMITS, 0, loader));
  }

  private static Workbench workbench(
      LogStore store,
      Arrivals arrivals,
      Map<String, GitRepository> repositories,
      List<Change> changes) {
    return new Workbench(
        store,
        arrivals,
        repositories,
        changes,
        ZoneId.of("Europe/Berlin"),
        InstantSource.fixed(Instant.parse("2026-11-21T15:00:00Z")),
        "1.2.3",
        "a test");
  }

  LogStore store() {
    return store;
  }

  int port() {
    return server.port();
  }

  /** Parameters in turn: name, value, name, value. */
  JsonNode get(String path, String... parameters) {
    HttpResponse<String> response = ask("GET", address(path, parameters));
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** The problem that the address gives, which has to be one. */
  JsonNode problem(String path, String... parameters) {
    HttpResponse<String> response = ask("GET", address(path, parameters));
    String type = response.headers().firstValue("content-type").orElse("");
    if (response.statusCode() < 400 || !type.startsWith("application/problem+json")) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  HttpResponse<String> ask(String method, String address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + address))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build(), BodyHandlers.ofByteArray());
  }

  /** Everything the server says to a request written by hand; {@code Connection: close} in it. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static String address(String path, String... parameters) {
    StringBuilder address = new StringBuilder(path);
    for (int i = 0; i < parameters.length; i += 2) {
      address
          .append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException broken) {
      throw new AssertionError(request.uri().toString(), broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(request.uri().toString(), interrupted);
    }
  }

  @Override
  public void close() {
    server.close();
    client.close();
    store.close();
  }
}
