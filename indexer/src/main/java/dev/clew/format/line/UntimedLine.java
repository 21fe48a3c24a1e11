// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Pairs;
import dev.clew.format.field.Tails;
import org.jspecify.annotations.Nullable;

/**
 * A line of a source without any times: each line is an event unless it is plainly a continuation.
 */
public final class UntimedLine implements LineParser {
  private final Head head;
  private final Pairs pairs;
  private final Tails tails = new Tails();

  public UntimedLine(LevelWords levels, KeyNames names) {
    this.pairs = new Pairs(names);
    this.head = new Head(levels, pairs);
  }

  @Override
  public @Nullable Draft start(String line) {
    if (line.isBlank() || isMore(line)) {
      return null;
    }
    Draft draft = new Draft(TextLine.NAME);
    int body = head.read(line, 0, line.length(), draft);
    if (draft.hasSeverity()) {
      draft.body(line.substring(body).strip());
      pairs.read(line, body, line.length(), draft);
    } else {
      draft = new Draft(TextLine.NAME);
      draft.body(line.strip());
      pairs.read(line, 0, line.length(), draft);
    }
    return draft;
  }

  private static boolean isMore(String line) {
    char first = line.charAt(0);
    return first == ' '
        || first == '\t'
        || first == '}'
        || first == ')'
        || line.startsWith("Caused by: ")
        || line.startsWith("... ");
  }

  @Override
  public void finish(Draft draft) {
    if (draft.body().isEmpty()) {
      draft.severity(Severity.UNSPECIFIED, null);
    }
    tails.finish(draft);
  }
}
