// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that may have printed a line, likeliest first.
 *
 * @param commit whose sources were searched; null when there are none
 * @param commitFrom how the commit was found
 * @param searched how many source files that is, tests left out
 * @param unknowns what could not be looked at
 */
public record StatementsJson(
    String message,
    @Nullable String level,
    @Nullable String logger,
    @Nullable String commit,
    @Nullable String commitFrom,
    int searched,
    List<StatementJson> statements,
    List<String> unknowns) {
  /** What is unknown since files could not be read. */
  public static List<String> unread(int files) {
    return files == 0 ? List.of() : List.of("%,d source files could not be read".formatted(files));
  }
}
