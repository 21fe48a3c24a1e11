// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.field;

import dev.clew.event.LogEvent;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.FieldsJson;
import dev.clew.http.json.FieldsJson.FieldJson;
import dev.clew.http.json.FieldsJson.ValueJson;
import dev.clew.query.FieldKind;
import dev.clew.query.Query;
import dev.clew.store.Count;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The most frequent values of each field. Which attributes there are is learnt from the newest
 * events that match; the answer says how many were read.
 */
public final class FieldsEndpoint implements Endpoint {
  private static final List<String> NAMED =
      List.of("service", "level", "host", "version", "logger", "exception", "thread");
  private static final int SAMPLE = 1_000;
  private static final int MOST_ATTRIBUTES = 40;
  private static final int FEWEST_ATTRIBUTES = 4;

  /** Counting an attribute looks at every event; more looks than this would let people wait. */
  private static final long MOST_LOOKS = 20_000_000;

  private final LogStore store;
  private final Questions questions;
  private final Parameters parameters;

  public FieldsEndpoint(LogStore store, Questions questions, Parameters parameters) {
    this.store = store;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public FieldsJson answer(Request request) {
    Selection selection = questions.read(request).selection();
    int limit = request.get(parameters.values);
    LogStore answering = store.waiting(request.waiter());
    Count count = answering.aggregate(selection, List.of(), 1).total();
    long total = count.value();
    Page page = answering.search(selection, Order.NEWEST_FIRST, Optional.empty(), SAMPLE);
    List<LogEvent> sample = page.events();
    List<FieldJson> fields =
        Stream.concat(NAMED.stream(), attributes(sample, most(total)).stream())
            .map(name -> field(answering, name, selection, limit))
            .filter(field -> !field.values().isEmpty())
            .toList();
    boolean complete = page.complete() && count.exact() && request.waiter().reason().isEmpty();
    return new FieldsJson(
        total,
        fields,
        sample.size() < total ? sample.size() : 0,
        complete,
        request.waiter().reason(complete));
  }

  private static FieldJson field(LogStore store, String name, Selection selection, int limit) {
    Groups groups = store.aggregate(selection, List.of(new ByField(name)), limit + 1);
    List<ValueJson> values =
        groups.groups().stream()
            .filter(group -> !isMissing(group))
            .map(group -> new ValueJson(group.keys().getFirst(), group.count()))
            .toList();
    OptionalLong missing =
        groups.groups().stream()
            .filter(FieldsEndpoint::isMissing)
            .mapToLong(Groups.Group::count)
            .findFirst();
    boolean listsMissing = missing.isPresent() || groups.complete();
    return new FieldJson(
        name,
        values.subList(0, Math.min(limit, values.size())),
        values.size() > limit || !groups.complete(),
        listsMissing ? missing.orElse(0) : countMissing(store, name, selection));
  }

  /** Asked for apart when so many values are more frequent that the store does not list it. */
  private static long countMissing(LogStore store, String name, Selection selection) {
    Query lacking = Query.and(List.of(selection.query(), new Query.Not(new Query.Exists(name))));
    return store.aggregate(new Selection(lacking, selection.range()), List.of(), 1).total().value();
  }

  private static boolean isMissing(Groups.Group group) {
    return group.keys().getFirst().isEmpty();
  }

  private static long most(long total) {
    return Math.clamp(MOST_LOOKS / Math.max(1, total), FEWEST_ATTRIBUTES, MOST_ATTRIBUTES);
  }

  /** Names of attributes, those that most of the events have first. */
  private static List<String> attributes(List<LogEvent> sample, long most) {
    Map<String, Integer> counts = new HashMap<>();
    for (LogEvent event : sample) {
      event.attributes().keySet().forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        // an attribute called as a field is, say msg, cannot be asked for by that name
        .filter(name -> FieldKind.of(name) == FieldKind.ATTRIBUTE)
        .limit(most)
        .toList();
  }
}
