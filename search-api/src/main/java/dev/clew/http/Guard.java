// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What holds for every request, whatever it asks for. */
final class Guard {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** On every answer. No origin but this server's own may read, frame, or be sent anything. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'"
              + " data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action"
              + " 'self'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "X-Frame-Options",
          "DENY");

  private Guard() {}

  /**
   * Sets the headers, and lets only reading requests to a loopback name pass.
   *
   * @param taking which paths take POST, and no others do
   */
  static void check(Context context, Predicate<String> taking) {
    HEADERS.forEach(context::header);
    requireLoopback(context.req().getHeader("Host"));
    String method = context.req().getMethod();
    boolean takes = taking.test(context.path());
    if (takes && method.equals("POST")) {
      requireNoWebSite(context);
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      context.header("Allow", takes ? "GET, HEAD, POST" : "GET, HEAD");
      throw new Problem(
          ProblemType.METHOD_NOT_ALLOWED, method + " is not answered here", "use GET");
    }
  }

  /** Browsers say for which page they send; what is no browser does not. */
  private static void requireNoWebSite(Context context) {
    String origin = context.req().getHeader("Origin");
    String site = context.req().getHeader("Sec-Fetch-Site");
    boolean own = origin == null || origin.equals("http://" + context.req().getHeader("Host"));
    boolean near = site == null || site.equals("same-origin") || site.equals("none");
    if (!own || !near) {
      throw new Problem(
          ProblemType.FOREIGN_ORIGIN,
          "the request comes from a page of \"%s\"".formatted(origin == null ? site : origin),
          "send it from a program");
    }
  }

  private static void requireLoopback(@Nullable String host) {
    if (host == null || !LOOPBACK.contains(name(host))) {
      throw new Problem(
          ProblemType.FOREIGN_HOST,
          "the Host header names \"%s\", which is not this machine's loopback"
              .formatted(host == null ? "" : host),
          "open http://127.0.0.1 with the port that clew serve printed");
    }
  }

  /** The host without its port; an IPv6 address keeps its brackets. */
  private static String name(String host) {
    int port = host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
    return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
  }
}
