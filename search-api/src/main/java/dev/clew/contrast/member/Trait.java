// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.event.Pattern;
import dev.clew.query.Query;
import java.util.Optional;

/** Something that an event, or a request, has or has not. */
public sealed interface Trait {

  /** What is compared: a field, a pattern, a place in a pattern. */
  String field();

  /** Which of its values this is. */
  String value();

  /** What finds all events that have it; empty where no query can tell. */
  Optional<Query> query();

  /** A value of a field. */
  record FieldValue(String field, String value) implements Trait {
    @Override
    public Optional<Query> query() {
      return Optional.of(new Query.Is(field, value));
    }
  }

  /** An event of the pattern. */
  record OfPattern(Pattern pattern) implements Trait {
    @Override
    public String field() {
      return "pattern";
    }

    @Override
    public String value() {
      return pattern.template();
    }

    @Override
    public Optional<Query> query() {
      return Optional.of(new Query.Is("pattern", pattern.id()));
    }
  }

  /** A request with several events of the pattern. */
  record Repeated(Pattern pattern) implements Trait {
    @Override
    public String field() {
      return "pattern";
    }

    @Override
    public String value() {
      return pattern.template();
    }

    @Override
    public Optional<Query> query() {
      return Optional.empty();
    }
  }

  /** A value of a variable of a pattern. */
  record VariableValue(Variable variable, String value) implements Trait {
    @Override
    public String field() {
      return variable.name();
    }

    @Override
    public Optional<Query> query() {
      return Optional.of(
          Query.and(
              java.util.List.of(
                  new Query.Is("pattern", variable.pattern().id()),
                  new Query.Phrase(Query.TEXT, value))));
    }
  }
}
