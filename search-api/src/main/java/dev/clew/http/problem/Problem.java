// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.problem;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A question that gets no answer, for a reason the asker can be told. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final @Nullable String fix;
  private final int position;
  private final transient @Nullable Object current;

  public Problem(ProblemType type, String detail, @Nullable String fix) {
    this(type, detail, fix, -1);
  }

  /**
   * @param detail what is wrong and where
   * @param fix what to try
   * @param position where in the query text, in UTF-16 code units from 0; below 0 for nowhere
   */
  public Problem(ProblemType type, String detail, @Nullable String fix, int position) {
    this(type, detail, fix, position, null);
  }

  private Problem(
      ProblemType type,
      String detail,
      @Nullable String fix,
      int position,
      @Nullable Object current) {
    super(detail, null, false, false);
    this.type = type;
    this.fix = fix;
    this.position = position;
    this.current = current;
  }

  /**
   * What was to be altered was altered by somebody else.
   *
   * @param current what stands there now, as Jackson can write it
   */
  public static Problem conflict(String detail, @Nullable Object current) {
    return new Problem(
        ProblemType.CONFLICT, detail, "look at both, then send it with its revision", -1, current);
  }

  /** What kind of trouble it is. */
  public ProblemType type() {
    return type;
  }

  Optional<String> fix() {
    return Optional.ofNullable(fix);
  }

  @Nullable Object current() {
    return current;
  }

  OptionalInt position() {
    return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
  }
}
