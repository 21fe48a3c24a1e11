// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.failure;

import dev.clew.event.EventTime;
import dev.clew.failure.Described;
import dev.clew.failure.Described.Seen;
import dev.clew.failure.ErrorRow;
import dev.clew.failure.Spreads;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.failure.ErrorJson;
import dev.clew.http.json.failure.ErrorJson.SeenJson;
import dev.clew.http.json.failure.ErrorJson.SpreadJson;
import dev.clew.http.json.note.VerdictJson;
import dev.clew.note.ErrorGroup;
import dev.clew.note.Notebook;
import dev.clew.note.Verdict;
import dev.clew.store.Count;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of one error, put together. */
record Row(
    ErrorRow error,
    Described described,
    List<Long> counts,
    Spreads spreads,
    Since since,
    TopFrames frames,
    Notebook notebook) {
  private static final int MOST_SEEN = 5;

  ErrorJson json(boolean exact) {
    List<Verdict> verdicts =
        error.groups().stream().flatMap(group -> notebook.verdicts(group).stream()).toList();
    Boolean fresh = since.isFresh(error.service(), described.began(), error.last());
    return new ErrorJson(
        ErrorGroup.id(error.groups().getFirst()),
        error.groups().getFirst(),
        error.groups().size(),
        error.template(),
        orNull(error.exception()),
        orNull(error.service()),
        EventJson.level(error.level()),
        CountJson.of(new Count(error.count(), exact && described.exact())),
        EventTime.instant(error.first()),
        EventTime.instant(error.last()),
        EventTime.instant(described.began()),
        counts,
        spread(described.versions(), spreads.versions(error.service())),
        spread(described.hosts(), spreads.hosts(error.service())),
        since.before(error.service(), described.began()),
        fresh,
        described.example().flatMap(frames::of).orElse(null),
        state(verdicts, fresh),
        verdicts.stream().map(VerdictJson::of).toList(),
        described.example().map(event -> event.id().value()).orElse(null),
        error.queryText());
  }

  private static String state(List<Verdict> verdicts, @Nullable Boolean fresh) {
    if (verdicts.stream().anyMatch(each -> each.ruling() == Verdict.Ruling.CONFIRMED)) {
      return "confirmed";
    }
    if (Boolean.TRUE.equals(fresh)) {
      return "new";
    }
    return verdicts.isEmpty() ? "open" : "dismissed";
  }

  private static SpreadJson spread(List<Seen> seen, int of) {
    List<Seen> named = seen.stream().filter(each -> !each.value().isEmpty()).toList();
    return new SpreadJson(
        named.stream().limit(MOST_SEEN).map(SeenJson::of).toList(), named.size(), of);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
