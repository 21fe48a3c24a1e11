// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.option.DataOption;
import dev.clew.app.option.RangeOptions;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.app.terminal.TimeText;
import dev.clew.event.TimeRange;
import dev.clew.query.ParsedQuery;
import dev.clew.query.QueryParser;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.lucene.LuceneLogStores;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What all these commands take: an index, a stretch of time, a zone, and the form of the answer.
 */
final class Asked {
  @Mixin DataOption data = new DataOption();
  @Mixin RangeOptions range = new RangeOptions();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Zone of times typed and printed; default: this machine's.")
  @Nullable String zoneName;

  @Option(names = "--json", description = "Print one JSON object, as the API answers it.")
  boolean json;

  ZoneId zone(Surroundings surroundings) {
    return zoneName == null ? surroundings.zone() : TimeText.zone(zoneName);
  }

  /** What {@code question} makes of the index. */
  <T> T answer(Function<LogStore, T> question) {
    try (LogStore store = LuceneLogStores.open(data.existing())) {
      return question.apply(store);
    }
  }

  /** The range asked for; where it is open, as far as there are events. */
  TimeRange range(LogStore store, ZoneId zone) {
    TimeRange typed = range.range(zone);
    TimeRange held = store.status().range().orElse(new TimeRange(0, 0));
    long from = typed.from() == Long.MIN_VALUE ? held.from() : typed.from();
    long to = typed.to() == Long.MAX_VALUE ? held.to() : typed.to();
    return new TimeRange(from, Math.max(from, to));
  }

  /** The events of that query text in the range asked for. */
  Selection selection(LogStore store, List<String> words, ZoneId zone, Console console) {
    ParsedQuery parsed = QueryParser.parse(String.join(" ", words));
    if (parsed.refused()) {
      throw Fault.usage(parsed.notices().getLast().message());
    }
    parsed
        .notices()
        .forEach(notice -> console.note("note: " + Console.safe(notice.message(), 300)));
    return new Selection(parsed.query(), range(store, zone));
  }
}
