// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a server over a connection of its own each time, so that nothing but the server answers. */
final class RawAsker {
  private static final int CONNECT_MILLIS = 10_000;

  private final int port;
  private final String name;
  private final int patience;

  /**
   * @param name how the asker calls itself
   * @param patience in milliseconds, for each answer
   */
  RawAsker(int port, String name, int patience) {
    this.port = port;
    this.name = name;
    this.patience = patience;
  }

  /**
   * What became of a question.
   *
   * @param sent when it was sent whole, by {@link System#nanoTime}; 0 when it could not be
   * @param status of the answer; 0 when there was no whole answer
   * @param took nanoseconds
   * @param text what came
   */
  record Answer(long sent, int status, long took, String text) {
    boolean isWhole() {
      return status > 0;
    }
  }

  Answer ask(String address) {
    long sent = 0;
    String text = "";
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      socket.setSoTimeout(patience);
      String question =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nUser-Agent: %s\r\nConnection: close\r\n\r\n"
              .formatted(address, name);
      socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
      sent = System.nanoTime();
      text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      text += broken;
    }
    return new Answer(sent, status(text), sent == 0 ? 0 : System.nanoTime() - sent, text);
  }

  /** Of an answer that ends where it says it does. */
  private static int status(String text) {
    int body = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.1 ") || body < 0 || !text.endsWith("}")) {
      return 0;
    }
    return Integer.parseInt(text.substring(9, 12));
  }
}
