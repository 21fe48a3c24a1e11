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

  public Problem(ProblemType type, String detail, @Nullable String fix) {
    this(type, detail, fix, -1);
  }

  /**
   * @param detail what is wrong and where
   * @param fix what to try
   * @param position where in the query text, in UTF-16 code units from 0; below 0 for nowhere
   */
  public Problem(ProblemType type, String detail, @Nullable String fix, int position) {
    super(detail, null, false, false);
    this.type = type;
    this.fix = fix;
    this.position = position;
  }

  ProblemType type() {
    return type;
  }

  Optional<String> fix() {
    return Optional.ofNullable(fix);
  }

  OptionalInt position() {
    return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
  }
}
