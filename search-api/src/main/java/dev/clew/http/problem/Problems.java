// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.problem;

import dev.clew.code.GitException;
import dev.clew.incident.IncidentException;
import dev.clew.store.StoreException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that turns what was thrown into {@code application/problem+json}. A fault nobody
 * foresaw is logged with its cause under an id, and only the id is told.
 */
public final class Problems {
  public static final String MEDIA_TYPE = "application/problem+json";
  public static final String DOCUMENT = "/docs/errors";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** What to answer when {@code fault} ended the route {@code path}. */
  public static ProblemJson of(Throwable fault, String path) {
    return switch (fault) {
      case Problem problem -> of(problem);
      case StoreException.Closed closed ->
          of(ProblemType.STORE_CLOSED, words(closed), "start clew again");
      case StoreException.Corrupt corrupt ->
          logged(ProblemType.STORE_CORRUPT, corrupt, path, "index the logs again");
      case StoreException unavailable ->
          logged(ProblemType.STORE_UNAVAILABLE, unavailable, path, "try again");
      case GitException unreadable -> of(unreadable);
      case IncidentException refused -> of(refused);
      default -> unexpected(fault, path);
    };
  }

  /** A request that was refused with {@code status} before a route saw it. */
  public static ProblemJson refused(int status, String reason) {
    ProblemType type = ProblemType.BAD_REQUEST;
    return new ProblemJson(link(type), type.title(), status, reason, null, null, null);
  }

  private static ProblemJson of(Problem problem) {
    ProblemType type = problem.type();
    Integer position =
        problem.position().isPresent() ? Integer.valueOf(problem.position().getAsInt()) : null;
    return new ProblemJson(
        link(type),
        type.title(),
        type.status(),
        words(problem),
        problem.fix().orElse(null),
        position,
        problem.current());
  }

  private static ProblemJson of(GitException unreadable) {
    return of(
        ProblemType.REPOSITORY_UNREADABLE, words(unreadable), "make a fresh clone with git clone");
  }

  private static ProblemJson of(IncidentException refused) {
    if (refused instanceof IncidentException.Unknown) {
      return of(
          ProblemType.UNKNOWN_INCIDENT, words(refused), "/api/incidents lists those there are");
    }
    return refused instanceof IncidentException.NotKept
        ? of(ProblemType.NOT_KEPT, words(refused), "make room on the disk, then send it again")
        : of(ProblemType.NO_ROOM, words(refused), null);
  }

  private static ProblemJson of(ProblemType type, String detail, @Nullable String fix) {
    return new ProblemJson(link(type), type.title(), type.status(), detail, fix, null, null);
  }

  private static ProblemJson logged(
      ProblemType type, StoreException fault, String path, String fix) {
    LOG.warn("{} could not be answered", printable(path), fault);
    return of(type, words(fault), fix);
  }

  private static ProblemJson unexpected(Throwable fault, String path) {
    String id = UUID.randomUUID().toString();
    LOG.error("fault {} in {}", id, printable(path), fault);
    return of(
        ProblemType.UNEXPECTED,
        "fault " + id + "; the server's log holds the cause under this id",
        "report the id with what the log says of it");
  }

  private static String link(ProblemType type) {
    return DOCUMENT + "#" + type.anchor();
  }

  private static String words(Throwable fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }

  /** A path may hold line breaks once decoded; a log line must not. */
  private static String printable(String path) {
    StringBuilder line = new StringBuilder(path.length());
    path.chars().map(c -> c < ' ' || c == 0x7f ? '?' : c).forEach(c -> line.append((char) c));
    return line.toString();
  }
}
