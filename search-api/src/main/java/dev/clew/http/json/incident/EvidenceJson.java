// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.http.json.RangeJson;
import dev.clew.incident.Check;
import dev.clew.incident.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored answer of this API, without its bytes.
 *
 * @param kind row, rows, chart, patterns, comparison, suspect, diff, trace or timeline
 * @param chosen which suspect of the answer is meant
 * @param view address of the page it was pinned on
 * @param range the time asked for; null when none was
 * @param source title of the workbench that was asked
 * @param taken when it was asked
 * @param sha256 of the copy, in hexadecimal digits
 * @param bytes of the copy
 * @param total events it speaks of; null when these cannot be counted
 * @param first time of the first event in it, and {@code last} of the last
 * @param used ids of the blocks and items that cite it
 */
public record EvidenceJson(
    String id,
    String kind,
    String title,
    AskJson ask,
    @JsonInclude(Include.NON_NULL) @Nullable ChosenJson chosen,
    @Nullable String view,
    @Nullable RangeJson range,
    String source,
    Instant taken,
    String by,
    String sha256,
    long bytes,
    @Nullable Long total,
    @Nullable Instant first,
    @Nullable Instant last,
    List<String> used,
    CheckJson check) {
  /** What was asked. */
  public record AskJson(String path, Map<String, String> parameters) {}

  /** One of the suspects of an answer. */
  public record ChosenJson(String kind, String id) {}

  /**
   * What asking again said.
   *
   * @param state unchecked, same, now (another answer), gone or failed
   * @param was what the copy says, and {@code now} what the store says
   * @param why what differs or went wrong
   */
  public record CheckJson(
      String state,
      @Nullable String was,
      @Nullable String now,
      @Nullable Instant at,
      @Nullable String why) {
    static CheckJson of(Check check) {
      return new CheckJson(check.state().word(), check.was(), check.now(), check.at(), check.why());
    }
  }

  public static EvidenceJson of(Evidence evidence) {
    return new EvidenceJson(
        evidence.id(),
        evidence.kind().word(),
        evidence.title(),
        new AskJson(evidence.ask().path(), evidence.ask().parameters()),
        chosen(evidence),
        evidence.view(),
        range(evidence),
        evidence.source(),
        evidence.taken(),
        evidence.by(),
        evidence.sha256(),
        evidence.bytes(),
        evidence.total(),
        evidence.first(),
        evidence.last(),
        evidence.used(),
        CheckJson.of(evidence.check()));
  }

  static @Nullable ChosenJson chosen(Evidence evidence) {
    return evidence.chosen() == null
        ? null
        : new ChosenJson(evidence.chosen().kind(), evidence.chosen().id());
  }

  static @Nullable RangeJson range(Evidence evidence) {
    return evidence.range() == null
        ? null
        : new RangeJson(evidence.range().from(), evidence.range().to());
  }
}
