// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.intake;

import dev.clew.intake.ImportStatus;
import dev.clew.intake.Imports;
import dev.clew.intake.IntakeLimits;
import dev.clew.query.Query;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that was handed in.
 *
 * @param service of its events that name none; null when its name tells
 * @param state receiving, waiting, reading, done, failed or stopped
 * @param bytes of the file; null while nobody knows
 * @param percent of what is done now, receiving or reading, 0 to 100; null while unknown
 * @param rate bytes a second of that; null while unknown
 * @param leftMs milliseconds until that is done, at this speed; null while unknown
 * @param unread lines that were not understood: rejected, or kept as they are
 * @param sources what its events call their file
 * @param query finds its events, with those of other files of the same name; null when there are
 *     none
 * @param problems what could not be read, or not to its end
 * @param why what there is to say of the state; empty when it says all
 */
public record ImportJson(
    String id,
    String name,
    @Nullable String service,
    String state,
    @Nullable Long bytes,
    long received,
    long read,
    @Nullable Integer percent,
    @Nullable Long rate,
    @Nullable Long leftMs,
    long events,
    long unread,
    Instant started,
    @Nullable Instant ended,
    List<String> sources,
    @Nullable String query,
    List<String> problems,
    String why) {

  /**
   * All that are remembered, the latest first.
   *
   * @param takes that files are taken here
   * @param limits how much is taken; null when nothing is
   */
  public record AllJson(boolean takes, @Nullable LimitsJson limits, List<ImportJson> imports) {
    /** Those of {@code imports}; null when no files are taken. */
    public static AllJson of(@Nullable Imports imports) {
      return imports == null
          ? new AllJson(false, null, List.of())
          : new AllJson(
              true,
              LimitsJson.of(imports.limits()),
              imports.all().stream().map(ImportJson::of).toList());
    }
  }

  /** How much is taken: bytes of one file, bytes of all that are not read yet, files at once. */
  public record LimitsJson(long file, long held, int waiting) {
    static LimitsJson of(IntakeLimits limits) {
      return new LimitsJson(limits.upload(), limits.held(), limits.waiting());
    }
  }

  /**
   * What somebody wants of an import.
   *
   * @param stop that it ends; true is all that can be said
   */
  public record ToldJson(@Nullable Boolean stop) {}

  /** How it stands. */
  public static ImportJson of(ImportStatus status) {
    boolean receiving = status.state() == ImportStatus.State.RECEIVING;
    long done = receiving ? status.received() : status.read();
    boolean going = receiving || status.state() == ImportStatus.State.READING;
    Integer percent =
        status.length() <= 0 ? null : (Integer) (int) Math.min(100, 100 * done / status.length());
    return new ImportJson(
        status.id(),
        status.name(),
        status.service(),
        status.state().name().toLowerCase(Locale.ROOT),
        status.length() < 0 ? null : (Long) status.length(),
        status.received(),
        status.read(),
        percent,
        !going || status.perSecond() == 0 ? null : (Long) Math.round(status.perSecond()),
        status.left() == null ? null : (Long) status.left().toMillis(),
        status.events(),
        status.unread(),
        status.started(),
        status.ended(),
        status.sources(),
        query(status),
        status.problems(),
        status.why());
  }

  private static @Nullable String query(ImportStatus status) {
    List<String> files = status.sources();
    if (files.isEmpty()) {
      return status.events() == 0 ? null : new Query.Is("file", status.name()).toString();
    }
    return files.size() == 1
        ? new Query.Is("file", files.getFirst()).toString()
        : new Query.Or(files.stream().<Query>map(file -> new Query.Is("file", file)).toList())
            .toString();
  }
}
