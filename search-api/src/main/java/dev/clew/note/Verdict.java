// SPDX-License-Identifier: Apache-2.0
package dev.clew.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a suspect.
 *
 * @param group which errors it is suspected of, as {@link ErrorGroup} names them
 * @param kind of the suspect: commit, deploy, config, …
 * @param id of the suspect
 * @param title of the suspect when it was judged
 * @param ruling what it is said to be
 * @param by who says it
 * @param reason why; null when none was given
 */
public record Verdict(
    String group,
    String kind,
    String id,
    String title,
    Ruling ruling,
    String by,
    Instant time,
    @Nullable String reason) {
  private static final int LONGEST_GROUP = 600;
  private static final int LONGEST_ID = 500;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_REASON = 1_000;

  /** A withdrawn verdict is none any more. */
  public enum Ruling {
    CONFIRMED,
    DISMISSED,
    WITHDRAWN
  }

  public Verdict {
    by = by.strip();
    reason = reason == null || reason.isBlank() ? null : reason.strip();
    require("group", group, LONGEST_GROUP);
    require("kind", kind, LONGEST_NAME);
    require("id", id, LONGEST_ID);
    require("by", by, LONGEST_NAME);
    if (title.length() > LONGEST_ID) {
      title = title.substring(0, LONGEST_ID);
    }
    if (reason != null) {
      require("reason", reason, LONGEST_REASON);
    }
  }

  private static void require(String name, String text, int longest) {
    if (text.isBlank() || text.length() > longest) {
      throw new IllegalArgumentException(
          "%s: it has %d characters; give 1 to %d".formatted(name, text.length(), longest));
    }
  }

  /** True when this is of the suspect. */
  public boolean isOf(String otherKind, String otherId) {
    return kind.equals(otherKind) && id.equals(otherId);
  }
}
