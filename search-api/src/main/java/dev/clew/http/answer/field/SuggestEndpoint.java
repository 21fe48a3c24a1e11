// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.field;

import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.field.KnownFields.Known;
import dev.clew.http.answer.field.KnownFields.Value;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.table.SuggestJson;
import dev.clew.http.json.table.SuggestJson.SuggestionJson;
import dev.clew.query.Query;
import dev.clew.query.pipe.PipeName;
import dev.clew.store.LogStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What may be typed next: at the start of a pipe its name, after {@code field:} the field's values,
 * elsewhere fields, and inside a pipe functions too.
 */
public final class SuggestEndpoint implements Endpoint {
  private static final int MOST = 20;
  private static final List<String> FUNCTIONS =
      List.of(
          "count", "dc(", "sum(", "avg(", "min(", "max(", "p50(", "p95(", "p99(", "first(", "last(",
          "values(");

  private final KnownFields fields;
  private final Parameters parameters;

  public SuggestEndpoint(LogStore store, Parameters parameters) {
    this.fields = new KnownFields(store);
    this.parameters = parameters;
  }

  @Override
  public SuggestJson answer(Request request) {
    String text = request.get(parameters.query);
    int cursor = Math.min(text.length(), request.find(parameters.place).orElse(text.length()));
    Duration patience = Duration.ofMillis(request.get(parameters.hurry));
    int start = wordStart(text, cursor);
    String word = text.substring(start, cursor);
    int bar = text.lastIndexOf('|', start);
    if (bar >= 0 && text.substring(bar + 1, start).isBlank()) {
      return new SuggestJson(start, cursor, pipes(word), true);
    }
    int sign = Math.max(word.indexOf(':'), word.indexOf('='));
    if (sign > 0) {
      String field = word.substring(0, sign).replaceFirst("^[-!]", "");
      Known<Value> known = fields.values(field, patience);
      return new SuggestJson(
          start + sign + 1,
          cursor,
          values(known.all(), field, word.substring(sign + 1)),
          known.current());
    }
    String typed = word.replaceFirst("^[-!]", "");
    Known<String> known = fields.names(patience);
    return new SuggestJson(
        cursor - typed.length(), cursor, names(known.all(), typed, bar >= 0), known.current());
  }

  private static int wordStart(String text, int cursor) {
    int start = cursor;
    while (start > 0 && " \t\n(,|".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  private static List<SuggestionJson> pipes(String word) {
    return Stream.of(PipeName.values())
        .filter(name -> starts(name.spelling(), word) || name.aliases().contains(word))
        .map(name -> new SuggestionJson(name.spelling(), "pipe", name.example()))
        .toList();
  }

  private static List<SuggestionJson> names(List<String> known, String typed, boolean inPipe) {
    List<SuggestionJson> all = new ArrayList<>();
    for (String field : known) {
      if (starts(field, typed)) {
        all.add(new SuggestionJson(inPipe ? field : field + ":", "field", "field"));
      }
    }
    if (inPipe) {
      FUNCTIONS.stream()
          .filter(function -> starts(function, typed))
          .forEach(function -> all.add(new SuggestionJson(function, "function", "function")));
    }
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private static List<SuggestionJson> values(List<Value> known, String field, String typed) {
    List<SuggestionJson> all = new ArrayList<>();
    for (Value value : known) {
      if (all.size() < MOST && starts(value.text(), typed)) {
        String clause = new Query.Is(field, value.text()).toString();
        String printed = clause.substring(clause.indexOf(quoted(value.text()) ? '"' : ':') + 1);
        all.add(
            new SuggestionJson(
                quoted(value.text()) ? '"' + printed : value.text(),
                "value",
                (value.exact() ? "%,d events" : "at least %,d events").formatted(value.events())));
      }
    }
    return all;
  }

  private static boolean quoted(String value) {
    return !value.matches("[\\p{L}\\p{N}_.-]+");
  }

  private static boolean starts(String text, String typed) {
    return text.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
  }
}
