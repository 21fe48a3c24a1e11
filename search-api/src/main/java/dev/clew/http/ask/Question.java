// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.event.TimeRange;
import dev.clew.query.ParsedQuery;
import dev.clew.store.Selection;
import java.util.Optional;

/**
 * What is asked for, as most routes take it.
 *
 * @param text the query text as given
 * @param parsed how it is understood
 * @param range from the moment asked for, or the store's first, to the one asked for, or the
 *     store's last
 * @param typed the time typed in the text, which goes before the one asked for beside it
 */
public record Question(
    String text, ParsedQuery parsed, TimeRange range, Optional<TimeRange> typed) {
  public Selection selection() {
    return new Selection(parsed.query(), range);
  }
}
