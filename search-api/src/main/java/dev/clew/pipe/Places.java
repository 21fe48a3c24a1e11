// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.query.pipe.Pipe;
import java.util.List;

/** Where pipes may stand. */
final class Places {
  private Places() {}

  /**
   * Checks that every pipe gets what it works on.
   *
   * @throws PipeException when one does not
   */
  static void check(List<Pipe> pipes) {
    boolean events = true;
    for (int i = 0; i < pipes.size(); i++) {
      Pipe pipe = pipes.get(i);
      String name = pipe.toString().split(" ", 2)[0];
      boolean selects =
          pipe instanceof Pipe.Compare
              || pipe instanceof Pipe.Explain
              || pipe instanceof Pipe.Suspects
              || pipe instanceof Pipe.Joins
              || pipe instanceof Pipe.Timeline;
      if (selects && i > 0) {
        throw new PipeException(
            name + " works on all that a query finds: it stands first, right after the query");
      }
      boolean needsEvents =
          pipe instanceof Pipe.Search
              || pipe instanceof Pipe.Context
              || pipe instanceof Pipe.Trace
              || pipe instanceof Pipe.Patterns;
      if (needsEvents && !events) {
        throw new PipeException(
            name + " works on events: it stands before any pipe that makes a table");
      }
      events = events && passesEvents(pipe);
    }
  }

  private static boolean passesEvents(Pipe pipe) {
    return switch (pipe) {
      case Pipe.Sort sort -> true;
      case Pipe.Head head -> true;
      case Pipe.Tail tail -> true;
      case Pipe.Dedup dedup -> true;
      case Pipe.Where where -> true;
      case Pipe.Search search -> true;
      case Pipe.Rex rex -> true;
      case Pipe.Context context -> true;
      default -> false;
    };
  }
}
