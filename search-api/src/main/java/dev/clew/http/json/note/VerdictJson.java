// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.note;

import dev.clew.note.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a suspect.
 *
 * @param group which errors it is suspected of
 * @param verdict confirmed or dismissed
 * @param reason why; null when none was given
 */
public record VerdictJson(
    String group,
    String kind,
    String id,
    String title,
    String verdict,
    String by,
    Instant time,
    @Nullable String reason) {
  public static VerdictJson of(Verdict verdict) {
    return new VerdictJson(
        verdict.group(),
        verdict.kind(),
        verdict.id(),
        verdict.title(),
        verdict.ruling().name().toLowerCase(Locale.ROOT),
        verdict.by(),
        verdict.time(),
        verdict.reason());
  }

  /**
   * Those on suspects of the same errors, or of all.
   *
   * @param keeps that further ones are taken and kept
   */
  public record AllJson(boolean keeps, List<VerdictJson> verdicts) {
    public static AllJson of(boolean keeps, List<Verdict> verdicts) {
      return new AllJson(keeps, verdicts.stream().map(VerdictJson::of).toList());
    }
  }

  /**
   * What is told.
   *
   * @param verdict confirmed, dismissed, or withdrawn, which ends the one before
   */
  public record ToldJson(
      @Nullable String group,
      @Nullable String kind,
      @Nullable String id,
      @Nullable String title,
      @Nullable String verdict,
      @Nullable String by,
      @Nullable String reason) {}
}
