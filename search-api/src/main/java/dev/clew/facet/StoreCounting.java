// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.List;

/**
 * Lets the store count: no event is read here.
 *
 * @param limit most groups of an answer
 */
record StoreCounting(LogStore store, Selection selection, int limit) implements Counting {
  @Override
  public List<Groups> by(List<List<Grouping>> groupings) {
    return store.aggregateEach(selection, groupings, limit);
  }

  @Override
  public Groups having(String field, List<String> values, List<Grouping> grouping) {
    List<Query> any = values.stream().<Query>map(value -> new Query.Is(field, value)).toList();
    return store.aggregate(narrowed(Query.or(any)), grouping, limit);
  }

  @Override
  public long missing(String field) {
    Selection lacking = narrowed(new Query.Not(new Query.Like(field, "?*")));
    return store.aggregate(lacking, List.of(), 1).total().value();
  }

  private Selection narrowed(Query more) {
    return new Selection(Query.and(List.of(selection.query(), more)), selection.range());
  }
}
