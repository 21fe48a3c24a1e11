// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Workers;
import dev.clew.http.json.incident.IncidentJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.incident.Evidence;
import dev.clew.incident.Incident;
import dev.clew.incident.Incidents;
import dev.clew.incident.Whole;
import dev.clew.incident.export.BundleException;
import dev.clew.incident.export.ExportFormat;
import dev.clew.incident.export.Exports;
import dev.clew.incident.export.PdfException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Incidents as files, out and in. */
final class ExportRoutes {
  static final String EXPORT = IncidentRoutes.INCIDENTS + "/{id}/export";
  static final String IMPORT = IncidentRoutes.INCIDENTS + "/import";

  /** Files that are made or read at once: each is held in memory whole. */
  private static final int AT_ONCE = 2;

  /** Bytes of all copies that are put into one file. */
  private static final long MOST_BYTES = 256L << 20;

  private final Incidents incidents;
  private final Exports exports;
  private final Workers workers;
  private final InstantSource clock;
  private final JsonMapper json;
  private final Semaphore places = new Semaphore(AT_ONCE);

  ExportRoutes(
      Incidents incidents, Exports exports, Workers workers, InstantSource clock, JsonMapper json) {
    this.incidents = incidents;
    this.exports = exports;
    this.workers = workers;
    this.clock = clock;
    this.json = json;
  }

  /** Sends an incident as a file. */
  void send(Context context) {
    ExportFormat format = format(context);
    String id = context.pathParam("id");
    byte[] file = placed(() -> workers.call(() -> exports.write(whole(id), format)));
    context
        .header("Cache-Control", "no-store")
        .header(
            "Content-Disposition", "attachment; filename=\"" + format.fileName(fileName(id)) + "\"")
        .contentType(format.mediaType())
        .result(file);
  }

  /** The id in a file's name: nothing but letters, digits and dashes. */
  private static String fileName(String id) {
    return id.replaceAll("[^A-Za-z0-9-]", "");
  }

  private Whole whole(String id) {
    Incident incident =
        incidents
            .find(id)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemType.UNKNOWN_INCIDENT,
                        "there is no incident \"%s\"".formatted(id),
                        "/api/incidents lists those there are"));
    long bytes =
        Stream.concat(incident.evidence().stream(), incident.removed().stream())
            .mapToLong(Evidence::bytes)
            .sum();
    if (bytes > MOST_BYTES) {
      throw new Problem(
          ProblemType.TOO_MUCH_EVIDENCE,
          "the copies hold %d MB, and %d MB are put into one file"
              .formatted(bytes >> 20, MOST_BYTES >> 20),
          null);
    }
    return incidents.whole(id);
  }

  private static ExportFormat format(Context context) {
    List<String> unknown =
        context.queryParamMap().keySet().stream().filter(name -> !name.equals("format")).toList();
    if (!unknown.isEmpty()) {
      throw new Problem(
          ProblemType.UNKNOWN_PARAMETER,
          "there is no parameter \"%s\" here".formatted(unknown.getFirst()),
          "it takes format");
    }
    String word = Objects.requireNonNullElse(context.queryParam("format"), "markdown");
    return ExportFormat.named(word)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemType.BAD_PARAMETER,
                    "format: \"%s\" is none".formatted(word),
                    "give one of "
                        + Arrays.stream(ExportFormat.values())
                            .map(ExportFormat::word)
                            .collect(Collectors.joining(", "))));
  }

  /** Takes a bundle that another Clew exported. */
  void take(Context context) {
    String media = Objects.requireNonNullElse(context.req().getContentType(), "");
    if (!media.split(";", 2)[0].strip().equalsIgnoreCase("application/zip")) {
      throw new Problem(
          ProblemType.WRONG_MEDIA_TYPE,
          "the body is said to be \"%s\"".formatted(media),
          "send the bundle with Content-Type: application/zip");
    }
    String by =
        Optional.ofNullable(context.queryParam("by"))
            .filter(name -> !name.isBlank())
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemType.BAD_PARAMETER, "by: it is needed", "say who brings it"));
    Incident taken = placed(() -> took(context, by));
    context
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(json.writeValueAsBytes(IncidentJson.of(taken)));
  }

  private Incident took(Context context, String by) {
    try (InputStream in = context.req().getInputStream()) {
      Whole whole = exports.read(in);
      return workers.call(() -> incidents.take(whole, by, clock.instant()));
    } catch (IllegalArgumentException unusable) {
      throw new Problem(ProblemType.UNREADABLE_BUNDLE, String.valueOf(unusable.getMessage()), null);
    } catch (IOException gone) {
      throw new Problem(
          ProblemType.UNREADABLE_BUNDLE, "the body ended before its end", "send it again");
    }
  }

  private interface Work<T> {
    T done();
  }

  private <T> T placed(Work<T> work) {
    if (!places.tryAcquire()) {
      throw new Problem(
          ProblemType.TOO_MANY_QUESTIONS,
          "%d files are being made or read".formatted(AT_ONCE),
          "ask again in a moment");
    }
    try {
      return work.done();
    } catch (BundleException refused) {
      throw new Problem(ProblemType.UNREADABLE_BUNDLE, String.valueOf(refused.getMessage()), null);
    } catch (PdfException failed) {
      throw new Problem(
          ProblemType.CANNOT_PRINT,
          String.valueOf(failed.getMessage()),
          "export HTML and print that");
    } finally {
      places.release();
    }
  }
}
