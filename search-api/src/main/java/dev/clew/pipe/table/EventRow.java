// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.table;

import dev.clew.event.LogEvent;
import dev.clew.query.pipe.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event.
 *
 * @param extracted fields that a pipe took out of its text; they stand before its own
 * @param neighbour true when it was not found itself but stands near one that was
 */
public record EventRow(LogEvent event, Map<String, String> extracted, boolean neighbour)
    implements Row {

  public EventRow {
    extracted = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(extracted));
  }

  /** The event as it was found. */
  public static EventRow of(LogEvent event) {
    return new EventRow(event, Map.of(), false);
  }

  /** With more fields; newer ones hide older ones of the same name. */
  public EventRow with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(extracted);
    all.putAll(more);
    return new EventRow(event, all, neighbour);
  }

  @Override
  public List<Cell> values(String field) {
    String found = extracted.get(field);
    if (found != null) {
      return List.of(new Cell.Text(found));
    }
    if (field.equals(Names.TIME)) {
      return List.of(new Cell.Time(event.time().epochNanos()));
    }
    if (field.equals(Names.RAW)) {
      return texts(List.of(event.raw().text()));
    }
    return texts(event.field(field));
  }

  private static List<Cell> texts(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty()).<Cell>map(Cell.Text::new).toList();
  }

  @Override
  public boolean hasColumn(String name) {
    return extracted.containsKey(name);
  }

  @Override
  public String text() {
    return event.raw().text();
  }

  @Override
  public long weight() {
    return 1_000 + 4L * event.raw().length();
  }

  @Override
  public int compareTime(Row other) {
    return other instanceof EventRow that ? LogEvent.ORDER.compare(event, that.event) : 0;
  }
}
