// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Serves a repository over HTTP on this machine as hosts do, or what a hostile one would send. */
final class GitHttpServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  private GitHttpServer(HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.start();
  }

  /** Serves what {@code handler} answers. */
  static GitHttpServer of(HttpHandler handler) throws IOException {
    return new GitHttpServer(handler);
  }

  /** Serves the bare repository in a folder under any path. */
  static GitHttpServer of(Path repository) throws IOException {
    return of(exchange -> serve(repository, exchange));
  }

  /** The same to who gives a name and a password only. */
  static GitHttpServer of(Path repository, String name, String password) throws IOException {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    return of(
        exchange -> {
          if (expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            serve(repository, exchange);
          } else {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
          }
        });
  }

  private static void serve(Path repository, HttpExchange exchange) throws IOException {
    try (Repository opened =
        new RepositoryBuilder().setGitDir(repository.toFile()).setBare().build()) {
      UploadPack upload = new UploadPack(opened);
      upload.setBiDirectionalPipe(false);
      if (exchange.getRequestURI().getPath().endsWith("/info/refs")) {
        advertise(exchange, "application/x-git-upload-pack-advertisement");
        try (OutputStream out = exchange.getResponseBody()) {
          PacketLineOut lines = new PacketLineOut(out);
          lines.writeString("# service=git-upload-pack\n");
          lines.end();
          upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        }
      } else {
        InputStream in = exchange.getRequestBody();
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        advertise(exchange, "application/x-git-upload-pack-result");
        try (OutputStream out = exchange.getResponseBody()) {
          upload.upload(packed ? new GZIPInputStream(in) : in, out, null);
        }
      }
    }
  }

  static void advertise(HttpExchange exchange, String type) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, 0);
  }

  /** Begins an answer to who asks for refs. */
  static PacketLineOut refs(HttpExchange exchange) {
    try {
      advertise(exchange, "application/x-git-upload-pack-advertisement");
      PacketLineOut lines = new PacketLineOut(exchange.getResponseBody());
      lines.writeString("# service=git-upload-pack\n");
      lines.end();
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was asked so far: method and path. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** {@code http://127.0.0.1:PORT}. */
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
