// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.ingest.bookmark.Account;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the events come from.
 *
 * @param sources in the order of their names; those that were never seen last
 * @param services each service, and where its source code is
 * @param followed the files and folders that are followed
 * @param zone in which times that name none are read
 * @param takes that files are taken
 * @param trouble why the store takes no more events for now; null when it does
 * @param complete false when there are more sources than are listed, or not all events could be
 *     looked at
 * @param reason why it is not complete
 */
public record SourcesJson(
    List<RowJson> sources,
    List<CodeJson> services,
    List<String> followed,
    String zone,
    boolean takes,
    @Nullable String trouble,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /**
   * A source: all files that people call by one name.
   *
   * @param kind followed, upload, archive, stdin, file; unknown when no account was kept
   * @param state live, late, silent, failing, never_seen, reading, at_rest, unknown
   * @param why how the state is known
   * @param events those that are in the store
   * @param first time of the earliest; null when there are none
   * @param last time of the latest; null when there are none
   * @param perMinute events that came in the last five minutes, a minute; null when it is not
   *     followed
   * @param files how many files have this name; 0 when no account was kept
   * @param query finds its events
   * @param account what became of its lines; null when it was read by a version of Clew that kept
   *     none
   * @param listed lines that were not understood and can be listed
   */
  public record RowJson(
      String name,
      String kind,
      String state,
      String why,
      long events,
      @Nullable Instant first,
      @Nullable Instant last,
      @Nullable Double perMinute,
      List<String> services,
      List<String> hosts,
      int files,
      String query,
      @Nullable AccountJson account,
      int listed) {}

  /**
   * What became of the lines of a source, over all readings.
   *
   * @param format that was found
   * @param share how many of its first lines start an event of that format, 0 to 1
   * @param bytes decompressed
   * @param events that were read, those that have expired since among them
   * @param timed events whose own text holds their time
   * @param failures events that could not be read and are kept as they are
   * @param rejected lines that are part of no event
   * @param reasons why, with the number of lines
   */
  public record AccountJson(
      String format,
      double share,
      long bytes,
      long lines,
      long events,
      long timed,
      long failures,
      long rejected,
      SortedMap<String, Long> reasons) {
    /** The sums of {@code accounts}, of which there is at least one. */
    public static AccountJson of(List<Account> accounts) {
      Account sum = accounts.stream().reduce(Account.NOTHING, Account::plus);
      String formats =
          String.join(
              ", ",
              accounts.stream()
                  .map(Account::format)
                  .filter(format -> !format.isEmpty())
                  .distinct()
                  .sorted()
                  .toList());
      return new AccountJson(
          formats,
          Math.round(sum.share() * 1_000) / 1_000.0,
          sum.bytes(),
          sum.lines(),
          sum.events(),
          sum.timed(),
          sum.failures(),
          sum.rejectedLines(),
          new TreeMap<>(sum.rejected()));
    }
  }

  /**
   * A service, and where its source code is.
   *
   * @param repository what the repository is called; null when none is known
   * @param how why it is that one, or what to do
   * @param version the one that wrote last; null when its events name none
   * @param commit that the repository has for the version; null when it has none
   */
  public record CodeJson(
      String service,
      long events,
      @Nullable String repository,
      String how,
      @Nullable String version,
      @Nullable String commit) {}
}
