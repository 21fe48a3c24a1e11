// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a tail over a socket of its own, as fast or as slowly as a test likes. */
final class Reader implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private final BufferedReader lines;
  private String id = "";

  /** One item of the stream. */
  record Item(String id, String name, JsonNode data) {
    String message() {
      return data.get("message").asString();
    }
  }

  /** Follows {@code address}, from after {@code lastId} on unless that is empty. */
  Reader(int port, String address, String lastId) throws IOException {
    socket.setReceiveBufferSize(8 << 10);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String last = lastId.isEmpty() ? "" : "Last-Event-ID: " + lastId + "\r\n";
    String ask = "GET " + address + " HTTP/1.0\r\nHost: localhost\r\n" + last + "\r\n";
    socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
    lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1 << 10);
    String status = lines.readLine();
    if (!status.contains("200")) {
      throw new AssertionError(status);
    }
    // the first heartbeat says that the tail is open
    while (!lines.readLine().startsWith(": ")) {}
  }

  /** The next event or gap. */
  Item next() throws IOException {
    Map<String, String> fields = new HashMap<>();
    while (true) {
      String line = lines.readLine();
      if (line == null) {
        throw new AssertionError("the stream ended");
      }
      int colon = line.indexOf(": ");
      if (colon > 0) {
        fields.put(line.substring(0, colon), line.substring(colon + 2));
      } else if (line.isEmpty() && fields.containsKey("data")) {
        id = fields.get("id");
        return new Item(id, fields.get("event"), JSON.readTree(fields.get("data")));
      }
    }
  }

  /** The id of the last item read. */
  String id() {
    return id;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
