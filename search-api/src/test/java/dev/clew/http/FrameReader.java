// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer that is sent while it is found, frame by frame, over a socket of its own. */
final class FrameReader implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private @Nullable BufferedReader lines;

  /** Asks as a program that calls itself {@code agent}; reads nothing yet. */
  FrameReader(int port, String address, String agent) throws IOException {
    socket.setReceiveBufferSize(8 << 10);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String ask =
        "GET %s HTTP/1.0\r\nHost: localhost\r\nUser-Agent: %s\r\n\r\n".formatted(address, agent);
    socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
  }

  /** The next frame; empty at the end. */
  Optional<JsonNode> next() throws IOException {
    if (lines == null) {
      begin();
    }
    String line = lines.readLine();
    return line == null ? Optional.empty() : Optional.of(JSON.readTree(line));
  }

  private void begin() throws IOException {
    lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1 << 10);
    String status = lines.readLine();
    if (!status.contains("200")) {
      throw new AssertionError(status);
    }
    while (!lines.readLine().isEmpty()) {}
  }

  /** All frames that are left. */
  List<JsonNode> all() throws IOException {
    List<JsonNode> frames = new ArrayList<>();
    for (Optional<JsonNode> frame = next(); frame.isPresent(); frame = next()) {
      frames.add(frame.get());
    }
    return frames;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
