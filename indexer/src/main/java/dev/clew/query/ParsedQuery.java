// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.List;

/**
 * What a query text means.
 *
 * @param query what to match; matches nothing when refused
 * @param notices what was not taken the way it may have been meant, by position
 * @param refused a limit is exceeded, which the last notice names; nothing else is ever refused
 */
public record ParsedQuery(Query query, List<Notice> notices, boolean refused) {
  public ParsedQuery {
    notices = List.copyOf(notices);
  }
}
