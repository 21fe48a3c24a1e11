// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.problem;

import java.util.Locale;

/** Every kind of trouble the API reports, in one place; docs/errors.md explains each. */
public enum ProblemType {
  UNKNOWN_ROUTE(
      404,
      "No such address",
      "Nothing is served at this address. The routes are listed in docs/api.md."),
  UNKNOWN_EVENT(
      404,
      "No such event",
      "No event of this id is in the store: it was mistyped, it was read from other input, or it"
          + " has expired."),
  UNKNOWN_INCIDENT(
      404,
      "No such incident",
      "There is no incident of this id, or nothing of that id in it, or no such short link; detail"
          + " says which."),
  UNKNOWN_SOURCE(
      404,
      "No such source",
      "No repository that is known has this commit, or the commit has no such file or line; detail"
          + " says which."),
  REPOSITORY_UNREADABLE(
      503,
      "A repository cannot be read",
      "A Git repository is damaged, or holds what would take too much to read; detail says what."),
  BAD_PARAMETER(
      400, "Bad parameter", "A query parameter has a value that cannot be used; detail names it."),
  UNKNOWN_PARAMETER(
      400,
      "Unknown parameter",
      "The route has no such parameter. It is refused, since ignoring it would answer another"
          + " question than the one asked."),
  QUERY_TOO_LARGE(
      400,
      "Query too large",
      "The query text goes over a limit: position says where. Shorten it, or split the question."),
  PIPE_CANNOT_WORK(
      400,
      "A pipe cannot work here",
      "A pipe of the query stands where it cannot do what it is for; detail names it and says where"
          + " it belongs."),
  TOO_MANY_QUESTIONS(
      429,
      "Too many questions at once",
      "So many questions are being worked on and wait that this one is not taken. Retry-After says"
          + " in how many seconds to ask again; detail says what there are too many of."),
  OUT_OF_TIME(
      503,
      "No answer in time",
      "The time for the answer passed, and a part of the answer would mislead. Ask for a shorter"
          + " range, or give a longer timeout."),
  STOPPING(
      503,
      "Clew is stopping",
      "The program was told to end: it ends what it works on and begins nothing new. Start it again,"
          + " then ask again."),
  METHOD_NOT_ALLOWED(
      405,
      "Method not allowed",
      "Every route answers GET and HEAD; only /api/changes, /api/mappings, /api/verdicts,"
          + " /api/incidents, /api/links and /api/imports take POST as well, where they are kept, and"
          + " /api/try-lines nothing else."),
  UNREADABLE_CHANGES(
      400,
      "Changes that cannot be read",
      "The body, or a part of it, tells of changes in no way that is known; detail says where."
          + " Nothing of it was kept. docs/changes.md shows what is read."),
  UNKNOWN_IMPORT(
      404,
      "No such import",
      "No file that was handed in has this id: it was mistyped, or so many came since that it is no"
          + " longer listed, or the server was started again."),
  UNUSABLE_FILE(
      400,
      "A file that is not taken",
      "The file has a name that no log file can have here, or did not come to its end; detail says"
          + " which. Nothing of it was read."),
  UNREADABLE_NOTE(
      400,
      "A note that cannot be read",
      "The body is not the JSON object that is taken here, or a text of it cannot be used; detail"
          + " names it. Nothing was kept."),
  CONFLICT(
      409,
      "Written by somebody else meanwhile",
      "What was to be altered was altered since it was read. Nothing of the request was kept:"
          + " current holds what stands there now, and the request still holds the other text."),
  CANNOT_PIN(
      400,
      "Not to be pinned",
      "Only an answer of one of the reading routes becomes evidence, and each kind of evidence is"
          + " the answer of some of them; detail says what does not fit."),
  COPY_TOO_LARGE(
      413,
      "Answer too large to keep",
      "The answer holds more bytes than a copy of evidence may. Narrow the question, or give a"
          + " smaller limit; detail says how many there are."),
  TOO_MUCH_EVIDENCE(
      413,
      "Too much for one file",
      "The copies of the incident's evidence hold more bytes than are put into one file. Take off"
          + " what is not needed, then export it again."),
  UNREADABLE_BUNDLE(
      400,
      "A bundle that cannot be taken",
      "The file is no incident that Clew exported, or it was altered or damaged since; detail says"
          + " where. Nothing of it was kept."),
  CANNOT_PRINT(
      501,
      "No PDF here",
      "PDF is printed by a browser of the Chromium family, which is not here or failed; detail says"
          + " which. Export HTML and print that, or set CHROMIUM to the browser's program."),
  WRONG_MEDIA_TYPE(
      415,
      "Not sent as what it is",
      "What people tell is taken as application/json only, a bundle as application/zip, a file of"
          + " logs as application/octet-stream: none can be sent by a form of a web site."),
  BODY_TOO_LARGE(
      413,
      "Body too large",
      "The body holds more bytes than are read at once. Send it in parts, or give it as a file."),
  WRONG_SECRET(
      401,
      "The secret is not known",
      "The hook has a secret (CLEW_HOOK_SECRET), and the delivery neither is signed with it nor"
          + " carries it. Nothing of it was kept."),
  FOREIGN_ORIGIN(
      403,
      "Sent by a web site",
      "A browser sent the request for a page of another origin. It is refused, so that no web site"
          + " can tell this workbench of what never was."),
  NO_ROOM(
      507,
      "No room for more",
      "As much is kept of what is told as may be; detail says of what, or what to do."),
  NOT_KEPT(
      503,
      "Not kept",
      "The disk refused to take what was told, and none of it is shown. Send it again; detail says"
          + " what the disk said."),
  FOREIGN_HOST(
      421,
      "Not a loopback host",
      "The Host header must name this machine's loopback (127.0.0.1, localhost or [::1]). Other"
          + " names are refused, so that no web site can reach the logs through a name it made"
          + " point here."),
  BAD_REQUEST(
      400,
      "Not a usable HTTP request",
      "The request was refused before any route saw it: malformed, or larger than the server"
          + " reads. The status says which."),
  STORE_UNAVAILABLE(
      503,
      "The store does not answer",
      "The disk, or the way to it, fails, or another process holds the store. Trying later may"
          + " help; detail says what was tried."),
  STORE_CLOSED(503, "The store is closed", "Clew is shutting down, or the store was closed."),
  STORE_CORRUPT(
      500,
      "The store cannot be read",
      "What was stored is damaged; trying again does not help. Index the logs again."),
  UNEXPECTED(
      500,
      "Unexpected fault",
      "A fault in Clew. The id in detail is also in the server's log, with the cause; please"
          + " report both.");

  private final int status;
  private final String title;
  private final String meaning;

  ProblemType(int status, String title, String meaning) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What it means and what helps, in sentences. */
  public String meaning() {
    return meaning;
  }

  /** The anchor of its explanation: {@code bad-parameter}. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
