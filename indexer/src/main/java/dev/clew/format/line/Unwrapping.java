// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads values whose message is a line of a log itself: what a container's runtime, a collector or
 * an export wraps around the line that a program wrote. The line inside says more about severity,
 * logger and message; what is around it lends the rest.
 */
public final class Unwrapping implements LineParser {
  private static final int MAX_LAYERS = 3;
  private static final int MAX_BODY = 1 << 16;

  private final LineParser outer;
  private final List<LineParser> inner;

  /**
   * @param inner asked in turn
   */
  public Unwrapping(LineParser outer, List<LineParser> inner) {
    this.outer = outer;
    this.inner = List.copyOf(inner);
  }

  @Override
  public @Nullable Draft start(String line) {
    Draft draft = outer.start(line);
    for (int layer = 0; draft != null && !draft.hasSeverity() && layer < MAX_LAYERS; layer++) {
      Draft within = within(draft);
      if (within == null) {
        return draft;
      }
      draft = within;
    }
    return draft;
  }

  private @Nullable Draft within(Draft draft) {
    String body = draft.body();
    if (body.isEmpty() || body.length() > MAX_BODY) {
      return null;
    }
    int end = body.indexOf('\n');
    String first = end < 0 ? body : body.substring(0, end);
    for (LineParser parser : inner) {
      Draft within = parser.start(first);
      if (within != null && (within.hasSeverity() || parser instanceof JsonLine)) {
        within.insideOf(draft);
        if (end >= 0) {
          within.join(body.substring(end + 1));
          parser.finish(within);
        }
        return within;
      }
    }
    return null;
  }

  @Override
  public boolean continues(String line) {
    return outer.continues(line);
  }

  @Override
  public void finish(Draft draft) {
    outer.finish(draft);
  }
}
