// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.Notice;
import java.util.List;

/**
 * What a text with pipes means.
 *
 * @param notices what was not taken the way it may have been meant, by position
 * @param refused a limit is exceeded, which the last notice names; nothing else is ever refused
 */
public record ParsedPipeline(Pipeline pipeline, List<Notice> notices, boolean refused) {
  public ParsedPipeline {
    notices = List.copyOf(notices);
  }
}
