// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, and whether they are still there. While an answer is made the server does not
 * read from the connection, so nobody would notice that it ended; here it is looked at. One that
 * was closed for writing only counts as ended too.
 *
 * <p>Should the asker have sent its next request already (pipelining), a byte of that is lost with
 * looking: the connection is then closed after the answer, upon which RFC 9112, section 9.3.2 has
 * clients ask again.
 */
final class Asker {
  private final Context context;
  private final @Nullable SocketChannel channel;
  private final ByteBuffer one = ByteBuffer.allocate(1);
  private boolean ahead;
  private boolean answered;

  Asker(Context context) {
    this.context = context;
    this.channel = hasBody(context) ? null : channel(context);
  }

  /** What comes next on the connection is then no end, but the body. */
  private static boolean hasBody(Context context) {
    return context.req().getHeader("Content-Length") != null
        || context.req().getHeader("Transfer-Encoding") != null;
  }

  private static @Nullable SocketChannel channel(Context context) {
    EndPoint end =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    return end instanceof SocketChannelEndPoint socket ? socket.getChannel() : null;
  }

  /**
   * Names the one who asks, as far as can be told without a login: programs on one machine differ
   * by what they call themselves.
   */
  String name() {
    return context.req().getRemoteAddr() + " " + Objects.toString(context.userAgent(), "");
  }

  /** Whether the connection ended. */
  synchronized boolean isGone() {
    if (channel == null || ahead || answered) {
      return false;
    }
    try {
      int read = channel.read(one.clear());
      ahead = read > 0;
      return read < 0;
    } catch (IOException broken) {
      return true;
    }
  }

  /**
   * To be called before the answer is sent. Whoever looks later, like a thread that has not heard
   * yet that nobody waits, leaves the next request alone.
   */
  synchronized void answered() {
    answered = true;
    if (ahead) {
      context.header("Connection", "close");
    }
  }
}
