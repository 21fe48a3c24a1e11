// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import org.jspecify.annotations.Nullable;

/**
 * The lines that one program wrote to one stream, in the order written, though lines of others may
 * stand between them. Not thread-safe.
 */
public final class Stream {
  /** Threads that write in turns; one that pauses for longer is not followed. */
  private static final int RECENT = 16;

  private final Joining joining = new Joining();
  private final Draft[] recent = new Draft[RECENT];
  private int count;
  private @Nullable Draft last;
  private boolean timed;
  private boolean partial;

  /** The event that began last; null before the first. */
  public @Nullable Draft last() {
    return last;
  }

  /** True when some event named its time. */
  public boolean isTimed() {
    return timed;
  }

  /** True when the line before was cut and goes on. */
  public boolean isPartial() {
    return partial;
  }

  public void partial(boolean value) {
    partial = value;
  }

  /**
   * An event starts with {@code line}.
   *
   * @param loose as in {@link #continues}
   */
  public void start(Draft draft, String line, boolean loose) {
    if (loose) {
      joining.startLoose(line);
    } else {
      joining.start(line);
    }
    keep(draft);
  }

  /**
   * An event starts with a line that ends with {@code end}, in a source whose events all name
   * times.
   */
  public void start(Draft draft, char end) {
    joining.start(end);
    keep(draft);
  }

  /** An event starts that is a piece of one before. */
  public void keep(Draft draft) {
    last = draft;
    timed |= draft.time() != null;
    recent[count++ & (RECENT - 1)] = draft;
  }

  /**
   * True when {@code line} can only continue an event.
   *
   * @param loose that a lack of time does not show that
   */
  public boolean continues(String line, boolean loose) {
    if (last == null) {
      return false;
    }
    boolean failed = loose && last.severity().number() >= Severity.WARN.number();
    return loose ? joining.continuesLoose(line, failed) : joining.continues(line);
  }

  /** The last event of the thread that wrote {@code draft}; null when it is too long ago. */
  public @Nullable Draft lastOfThread(Draft draft) {
    for (int i = count - 1; i >= Math.max(0, count - RECENT); i--) {
      Draft each = recent[i & (RECENT - 1)];
      if (each.isOfSameThread(draft)) {
        return each;
      }
    }
    return null;
  }
}
