// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.field;

import dev.clew.facet.FieldValues;
import dev.clew.facet.ValueSearch;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.FieldsJson;
import dev.clew.http.json.FieldsJson.FieldJson;
import dev.clew.http.json.FieldsJson.ValueJson;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;

/** The most frequent values of each field. */
public final class FieldsEndpoint implements Endpoint {
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
    FieldValues found =
        new ValueSearch(store, request.get(parameters.values)).find(selection, request.waiter());
    boolean complete = found.complete() && request.waiter().reason().isEmpty();
    return new FieldsJson(
        found.total().value(),
        found.fields().stream().map(FieldsEndpoint::field).toList(),
        found.sampled(),
        complete,
        request.waiter().reason(complete));
  }

  private static FieldJson field(FieldValues.Field field) {
    return new FieldJson(
        field.name(),
        field.values().stream().map(value -> new ValueJson(value.text(), value.count())).toList(),
        field.more(),
        field.missing(),
        field.lacking());
  }
}
