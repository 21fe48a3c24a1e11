// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.request;

import dev.clew.query.Query;
import java.util.List;

/**
 * A value that an event names and that may stand for something: an order, a payment, a request.
 *
 * @param name what the value is called: a field, the word before it in a message, or what it begins
 *     with, {@code A-*}
 * @param value as written
 * @param kind how far the value alone tells what it is
 */
public record Mention(String name, String value, Kind kind) {

  /** How far a value alone tells what it is. */
  public enum Kind {
    /** a value of letters and digits, or a long one: wherever it stands, it means the same */
    TOKEN,
    /** a plain number: it means the same only under the same name */
    NUMBER
  }

  /** Everything that names the value, in a field or in its text. */
  public Query query() {
    Query text = new Query.Phrase(Query.TEXT, kind == Kind.TOKEN ? value : name + " " + value);
    return name.endsWith("*") ? text : Query.or(List.of(new Query.Is(name, value), text));
  }
}
