// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement.seen;

import dev.clew.code.statement.Statement;
import dev.clew.code.syntax.Template.Part;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for what statements print among the events of a store, by the words of the fixed text. */
public final class Sightings {
  /** Fixed text shorter than that, in letters, would find too much. */
  private static final int MIN_LETTERS = 6;

  private final LogStore store;

  public Sightings(LogStore store) {
    this.store = store;
  }

  /**
   * What was seen of a message.
   *
   * @param query that finds it
   * @param count how many events
   * @param first the first of them; null when there are none
   */
  public record Seen(String query, long count, @Nullable LogEvent first) {}

  /** What was seen of a statement; empty when its fixed text is too short to look for. */
  public Optional<Seen> of(Statement statement) {
    return query(statement)
        .map(
            query -> {
              Selection selection = new Selection(query, TimeRange.ALL);
              long count = store.aggregate(selection, List.of(), 1).total().value();
              LogEvent first =
                  count == 0
                      ? null
                      : store
                          .search(selection, Order.OLDEST_FIRST, Optional.empty(), 1)
                          .events()
                          .stream()
                          .findFirst()
                          .orElse(null);
              return new Seen(query.toString(), count, first);
            });
  }

  /** All whole words of the fixed parts, side by side as they stand. */
  static Optional<Query> query(Statement statement) {
    if (statement.said().template().letters() < MIN_LETTERS) {
      return Optional.empty();
    }
    List<Query> phrases = new ArrayList<>();
    List<Part> parts = statement.said().template().parts();
    for (int i = 0; i < parts.size(); i++) {
      String text = parts.get(i).fixed() ? whole(parts, i) : "";
      if (text.chars().anyMatch(Character::isLetter)) {
        phrases.add(new Query.Phrase(Query.TEXT, text));
      }
    }
    return phrases.isEmpty() ? Optional.empty() : Optional.of(Query.and(phrases));
  }

  /** A part without the pieces of words that a variable goes on with. */
  private static String whole(List<Part> parts, int i) {
    String text = parts.get(i).text();
    if (i > 0) {
      text = text.replaceFirst("^[\\p{L}\\p{N}_]+", "");
    }
    if (i < parts.size() - 1) {
      text = text.replaceFirst("[\\p{L}\\p{N}_]+$", "");
    }
    return text.strip();
  }
}
