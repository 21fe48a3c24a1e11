// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventTime;
import dev.clew.intake.Standing.State;
import dev.clew.source.Problem;
import dev.clew.store.Groups.Group;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Late, silent, failing and unknown are different things. */
class StandingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
  private static final Problem GONE = new Problem("shop.log", "cannot be opened", "check it");

  @Test
  void aSourceThatWritesAsItDidIsLive() {
    assertThat(of(61, 30).state()).isEqualTo(State.LIVE);
    assertThat(of(61, 30).why()).isEqualTo("its events are 60 s apart on average");
  }

  @Test
  void aSourceIsSilentOnceItPausedTenTimesAsLongAsItDid() {
    assertThat(of(61, 599).state()).isEqualTo(State.LIVE);
    assertThat(of(61, 601).state()).isEqualTo(State.SILENT);
    assertThat(of(61, 601).why()).startsWith("no event for 10 min");
  }

  @Test
  void oneThatWritesOftenMayPauseForAMinute() {
    Group often = group(36_000, NOW.minusSeconds(3_600), NOW.minusSeconds(50));
    assertThat(Standing.followed(often, 0, null, NOW).state()).isEqualTo(State.LIVE);
    Group paused = group(36_000, NOW.minusSeconds(3_600), NOW.minusSeconds(70));
    assertThat(Standing.followed(paused, 0, null, NOW).state()).isEqualTo(State.SILENT);
  }

  @Test
  void ofFewEventsNothingIsClaimed() {
    assertThat(of(9, 100_000).state()).isEqualTo(State.UNKNOWN);
    assertThat(of(1, 10).why()).contains("too few to say");
  }

  @Test
  void lateEventsAreSaidBeforeSilence() {
    Group paused = group(61, NOW.minusSeconds(5_000), NOW.minusSeconds(1_400));
    assertThat(Standing.followed(paused, 3, null, NOW).state()).isEqualTo(State.LATE);
  }

  @Test
  void aFailureCountsUntilAnEventCameAfterIt() {
    Group events = group(61, NOW.minusSeconds(3_630), NOW.minusSeconds(30));
    Followed.Failure since = new Followed.Failure(GONE, NOW.minusSeconds(10));
    assertThat(Standing.followed(events, 0, since, NOW).state()).isEqualTo(State.FAILING);
    assertThat(Standing.followed(events, 0, since, NOW).why()).startsWith("cannot be opened");
    Followed.Failure before = new Followed.Failure(GONE, NOW.minusSeconds(60));
    assertThat(Standing.followed(events, 0, before, NOW).state()).isEqualTo(State.LIVE);
  }

  @Test
  void ofAFileThatIsNotFollowedSilenceIsNotClaimed() {
    assertThat(Standing.atRest(false).why()).contains("whether more was written is unknown");
    assertThat(Standing.neverSeen("").state().word()).isEqualTo("never_seen");
    assertThat(List.of(State.values())).hasSize(8);
  }

  /** Events a minute apart, the last {@code silent} seconds ago. */
  private static Standing of(int events, long silent) {
    Instant last = NOW.minusSeconds(silent);
    return Standing.followed(
        group(events, last.minusSeconds(60L * (events - 1)), last), 0, null, NOW);
  }

  private static Group group(long count, Instant first, Instant last) {
    return new Group(List.of("shop.log"), count, EventTime.nanos(first), EventTime.nanos(last));
  }
}
