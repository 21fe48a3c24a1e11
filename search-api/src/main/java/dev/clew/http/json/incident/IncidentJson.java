// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.incident;

import dev.clew.incident.Durations;
import dev.clew.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident, whole.
 *
 * @param severity sev1 to sev4; null when nobody said
 * @param status open, mitigated or resolved
 * @param review draft, in-review, reviewed or closed
 * @param zone the business's time zone
 * @param revision of what stands before {@code marks}
 * @param removed evidence that was taken off, and can be put back
 * @param items those of marks too
 */
public record IncidentJson(
    String id,
    String title,
    @Nullable String severity,
    String status,
    String review,
    @Nullable String lead,
    String zone,
    Instant created,
    String by,
    long revision,
    List<MarkJson> marks,
    DurationsJson durations,
    List<StepJson> reviews,
    List<EvidenceJson> evidence,
    List<EvidenceJson> removed,
    List<ItemJson> items,
    List<BlockJson> blocks) {
  public static IncidentJson of(Incident incident) {
    return new IncidentJson(
        incident.id(),
        incident.title(),
        incident.severity() == null ? null : incident.severity().word(),
        incident.status().word(),
        incident.review().word(),
        incident.lead(),
        incident.zone(),
        incident.created(),
        incident.by(),
        incident.revision(),
        incident.marks().stream()
            .map(mark -> new MarkJson(mark.kind().word(), mark.time(), mark.by(), mark.evidence()))
            .toList(),
        DurationsJson.of(incident.durations()),
        incident.reviews().stream()
            .map(step -> new StepJson(step.state().word(), step.by(), step.time()))
            .toList(),
        incident.evidence().stream().map(EvidenceJson::of).toList(),
        incident.removed().stream().map(EvidenceJson::of).toList(),
        incident.items().stream().map(ItemJson::of).toList(),
        incident.blocks().stream().map(BlockJson::of).toList());
  }

  /**
   * When it came to a point of its course.
   *
   * @param kind started, detected, acknowledged, mitigated or resolved
   * @param evidence id of what shows it
   */
  public record MarkJson(String kind, Instant time, String by, @Nullable String evidence) {}

  /** Between marks, in milliseconds; null while one of the two is missing. */
  public record DurationsJson(
      @Nullable Long toDetectMs,
      @Nullable Long toAcknowledgeMs,
      @Nullable Long toMitigateMs,
      @Nullable Long toResolveMs) {
    static DurationsJson of(Durations durations) {
      return new DurationsJson(
          millis(durations.toDetect()),
          millis(durations.toAcknowledge()),
          millis(durations.toMitigate()),
          millis(durations.toResolve()));
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
      return duration == null ? null : Long.valueOf(duration.toMillis());
    }
  }

  /** That somebody brought the document to a state of its review. */
  public record StepJson(String state, String by, Instant time) {}
}
