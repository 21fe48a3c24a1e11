// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether the result of one task shows that it was done, or only checked. Nothing in a result says
 * so in words; but a file that was put in place has a checksum there, and a path that was made has
 * a state, which neither has when Ansible only said that it would.
 */
enum CheckSign {
  DONE,
  CHECKED,
  /** modules that give the same result in both cases, such as {@code lineinfile} */
  UNKNOWN;

  private static final Set<String> COPYING = Set.of("copy", "template");

  /** What {@code result} shows; of a loop, DONE when one of its items is. */
  static CheckSign of(JsonNode result) {
    String action = result.path("action").asString("");
    String module = action.substring(action.lastIndexOf('.') + 1);
    if (!result.path("results").isArray()) {
      return of(result, module);
    }
    CheckSign all = UNKNOWN;
    for (JsonNode item : result.path("results")) {
      CheckSign one = of(item, module);
      if (one == DONE) {
        return DONE;
      }
      all = one == UNKNOWN ? all : one;
    }
    return all;
  }

  private static CheckSign of(JsonNode result, String module) {
    boolean told =
        Fields.isTrue(result, "changed")
            && !Fields.isTrue(result, "failed")
            && !result.has("censored");
    if (told && COPYING.contains(module)) {
      if (result.has("checksum")) {
        return DONE;
      }
      // a whole folder has no checksum when it is copied, but says where to
      return result.has("dest") ? UNKNOWN : CHECKED;
    }
    return told && module.equals("file") && !result.has("state") ? CHECKED : UNKNOWN;
  }
}
