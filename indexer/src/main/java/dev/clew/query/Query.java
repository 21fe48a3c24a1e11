// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import dev.clew.event.LogEvent;
import java.util.List;

/**
 * What to match: a closed tree, so that a store that forgets a node does not compile.
 *
 * <p>The printed form of a query text that parses to an equal query.
 */
public sealed interface Query {

  /**
   * True when {@code event} is one of those asked for. This is the definition; stores must agree
   * with it.
   */
  boolean matches(LogEvent event);

  /** Every event. */
  record All() implements Query {
    @Override
    public boolean matches(LogEvent event) {
      return true;
    }
  }

  /** The field has this value, compared without regard to case. */
  record Is(String field, String value) implements Query {
    @Override
    public boolean matches(LogEvent event) {
      return event.field(field).stream().anyMatch(value::equalsIgnoreCase);
    }
  }

  /** All of them. */
  record And(List<Query> parts) implements Query {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(LogEvent event) {
      return parts.stream().allMatch(part -> part.matches(event));
    }
  }

  /** At least one of them. */
  record Or(List<Query> parts) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(LogEvent event) {
      return parts.stream().anyMatch(part -> part.matches(event));
    }
  }

  /** Not this one. */
  record Not(Query part) implements Query {
    @Override
    public boolean matches(LogEvent event) {
      return !part.matches(event);
    }
  }
}
