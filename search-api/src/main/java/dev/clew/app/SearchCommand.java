// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.Pipelines.Form;
import dev.clew.app.inquiry.Changes;
import dev.clew.app.inquiry.Repositories;
import dev.clew.app.json.Json;
import dev.clew.app.option.DataOption;
import dev.clew.app.option.RangeOptions;
import dev.clew.app.option.RepositoryOptions;
import dev.clew.app.report.EventText;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.app.terminal.TimeText;
import dev.clew.change.Change;
import dev.clew.change.KnownChanges;
import dev.clew.change.inferred.InferredChanges;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.http.json.EventJson;
import dev.clew.pipe.Material;
import dev.clew.pipe.PipeException;
import dev.clew.pipe.Pipes;
import dev.clew.pipe.measure.Limits;
import dev.clew.pipe.table.Table;
import dev.clew.query.Notice;
import dev.clew.query.pipe.ParsedPipeline;
import dev.clew.query.pipe.Pipe;
import dev.clew.query.pipe.Pipeline;
import dev.clew.query.pipe.PipelineParser;
import dev.clew.query.time.Reference;
import dev.clew.query.time.TypedTime;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import dev.clew.store.lucene.LuceneLogStores;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches the index. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Searches the index, newest first. The query language is in docs/query.md.",
    footer = {
      "",
      "Examples:",
      "  clew search 'service:checkout level>=warn timeout'",
      "  clew search 'level>=error | top 5 exception' --csv",
      "  clew search 'service:checkout last 1h | suspects' --repo checkout=/src/shop.git",
      "  clew search '\"connection reset\" -level:debug' --from 2026-03-10T14:00:00Z --limit 20 --json"
    })
final class SearchCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..*",
      paramLabel = "QUERY",
      description = "What to find, and pipes; nothing finds everything.")
  List<String> words = List.of();

  @Mixin DataOption data = new DataOption();
  @Mixin RangeOptions range = new RangeOptions();
  @Mixin RepositoryOptions repositories = new RepositoryOptions();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Zone of times typed and printed; default: this machine's.")
  @Nullable String zoneName;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Most events to print; default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(names = "--oldest", description = "Oldest first.")
  boolean oldest;

  @Option(names = "--json", description = "Print one JSON object an event or row.")
  boolean json;

  @Option(names = "--csv", description = "Print CSV, for spreadsheets.")
  boolean csv;

  SearchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw Fault.usage("--limit %d: at least 1".formatted(limit));
    }
    ZoneId zone = zoneName == null ? surroundings.zone() : TimeText.zone(zoneName);
    try (LogStore store = LuceneLogStores.open(data.existing())) {
      return search(store, zone);
    }
  }

  private int search(LogStore store, ZoneId zone) {
    Console console = surroundings.console();
    TypedTime typed = TypedTime.of(String.join(" ", words), reference(store, zone));
    ParsedPipeline parsed = PipelineParser.parse(typed.text());
    if (parsed.refused()) {
      throw Fault.usage(parsed.notices().getLast().message());
    }
    typed.notice().ifPresent(notice -> say(console, notice));
    parsed.notices().forEach(notice -> say(console, notice));
    TimeRange within = typed.range().orElseGet(() -> range.range(zone));
    if (csv || !parsed.pipeline().pipes().isEmpty()) {
      return shaped(store, parsed.pipeline(), within, zone);
    }
    Selection selection = new Selection(parsed.pipeline().query(), within);
    long printed = print(store, selection, zone);
    long total = store.aggregate(selection, List.of(), 1).total().value();
    console.note("%,d of %,d events, times in %s".formatted(printed, total, zone));
    return printed == 0 ? 1 : 0;
  }

  private static void say(Console console, Notice notice) {
    console.note("note: " + Console.safe(notice.message(), 300));
  }

  /** What typed times refer to; the command line knows of no deploys. */
  private Reference reference(LogStore store, ZoneId zone) {
    Optional<Instant> latest =
        store.status().range().map(held -> EventTime.instant(Math.max(held.from(), held.to() - 1)));
    return new Reference(surroundings.clock().instant(), latest, zone, service -> Optional.empty());
  }

  private int shaped(LogStore store, Pipeline pipeline, TimeRange range, ZoneId zone) {
    Pipeline limited =
        pipeline.pipes().isEmpty()
            ? new Pipeline(pipeline.query(), List.of(new Pipe.Head(limit)))
            : pipeline;
    Table table;
    try (Repositories code =
        Repositories.open(
            repositories.places(), repositories.allowed(surroundings), surroundings)) {
      List<Change> changes = Changes.read(repositories.changeFiles(), zone, surroundings.console());
      KnownChanges known = new KnownChanges(changes, new InferredChanges(store));
      Material material = new Material(code.byService(), known);
      table = new Pipes(store, zone, Limits.STANDARD, material).run(limited, range, Until.NEVER);
    } catch (PipeException misplaced) {
      throw Fault.usage(misplaced.getMessage());
    }
    Form form = csv ? Form.CSV : json ? Form.JSON : Form.TEXT;
    Pipelines.print(surroundings.console(), table, zone, form);
    return table.rows().isEmpty() ? 1 : 0;
  }

  private long print(LogStore store, Selection selection, ZoneId zone) {
    long printed = 0;
    Optional<Cursor> after = Optional.empty();
    Order order = oldest ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
    do {
      Page page = store.search(selection, order, after, (int) Math.min(limit - printed, 1000));
      page.events().forEach(event -> print(event, zone));
      printed += page.events().size();
      after = page.next();
    } while (after.isPresent() && printed < limit);
    return printed;
  }

  private void print(LogEvent event, ZoneId zone) {
    Console console = surroundings.console();
    if (json) {
      Json.print(console, EventJson.inList(event));
      return;
    }
    console.print(EventText.line(console, event, zone));
  }
}
