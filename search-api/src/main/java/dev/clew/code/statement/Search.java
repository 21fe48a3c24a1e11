// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import java.util.List;

/**
 * What a search for the statements of some lines found.
 *
 * @param matches for each line the statements that may have printed it, likeliest first
 * @param files how many source files were searched, tests left out
 * @param unread how many source files could not be read: too many, too large or binary
 */
public record Search(List<List<Match>> matches, int files, int unread) {
  public Search {
    matches = List.copyOf(matches);
  }
}
