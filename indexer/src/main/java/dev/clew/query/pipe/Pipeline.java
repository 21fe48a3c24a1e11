// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.Query;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A query and what is done with the events it finds.
 *
 * @param pipes in order; none when the events themselves are asked for
 */
public record Pipeline(Query query, List<Pipe> pipes) {
  public Pipeline {
    pipes = List.copyOf(pipes);
  }

  /** Text that {@link PipelineParser} reads as an equal pipeline. */
  @Override
  public String toString() {
    return query + pipes.stream().map(pipe -> " | " + pipe).collect(Collectors.joining());
  }
}
