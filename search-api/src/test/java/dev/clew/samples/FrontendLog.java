// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Nginx's two logs: access in the {@code log_format} of {@code nginx.conf}, and errors. */
final class FrontendLog {

  private static final DateTimeFormatter ACCESS =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss +0000", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ERROR =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long CLOCK_AHEAD = 2;

  private final LogFile access = new LogFile("logs/frontend/access.log.gz");
  private final LogFile errors = new LogFile("logs/frontend/error.log");
  private long connection = 48_000;

  /** Who asks for what. */
  record Request(
      String address, String agent, String method, String target, String referer, String trace) {}

  /** How it ended; {@code upstream} in milliseconds, negative when no upstream was asked. */
  record Answer(int status, int bytes, long millis, long upstream) {}

  void access(long start, Request request, Answer answer) {
    long end = start + answer.millis() + CLOCK_AHEAD;
    access.add(
        end,
        String.format(
            Locale.ROOT,
            "%s - - [%s] \"%s %s HTTP/1.1\" %d %d \"%s\" \"%s\" rt=%s urt=%s trace_id=%s",
            request.address(),
            ACCESS.format(Instant.ofEpochMilli(end)),
            request.method(),
            request.target(),
            answer.status(),
            answer.bytes(),
            request.referer(),
            request.agent(),
            seconds(answer.millis()),
            answer.upstream() < 0 ? "-" : seconds(answer.upstream()),
            request.trace()));
  }

  /** What went wrong with a request; {@code upstream} empty when none was asked. */
  void error(long time, String level, String problem, Request request, String upstream) {
    connection += 1 + (time & 7);
    StringBuilder text = new StringBuilder(head(time, level));
    text.append('*').append(connection).append(' ').append(problem);
    text.append(", client: ").append(request.address()).append(", server: shop.example.org");
    text.append(", request: \"").append(request.method()).append(' ').append(request.target());
    text.append(" HTTP/1.1\"");
    if (!upstream.isEmpty()) {
      text.append(", upstream: \"http://").append(upstream).append(request.target()).append('"');
    }
    text.append(", host: \"shop.example.org\"");
    if (!request.referer().equals("-")) {
      text.append(", referrer: \"").append(request.referer()).append('"');
    }
    errors.add(time, text.toString());
  }

  /** What nginx says about itself. */
  void notice(long time, String message) {
    errors.add(time, head(time, "notice") + message);
  }

  private static String head(long time, String level) {
    int worker = 29 + (int) (time / 1000 % 2);
    String stamp = ERROR.format(Instant.ofEpochMilli(time + CLOCK_AHEAD));
    return stamp + " [" + level + "] " + worker + "#" + worker + ": ";
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
  }

  LogFile accessFile() {
    return access;
  }

  LogFile errorFile() {
    return errors;
  }
}
