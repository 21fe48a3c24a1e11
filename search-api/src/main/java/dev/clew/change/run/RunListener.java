// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import dev.clew.change.ConfigChange;

/** Takes what the report of a run tells, in its order. */
public interface RunListener {
  /** Something that the run changed. */
  void change(ConfigChange change);

  /** What people should know about the run besides: failures, rehearsals, what was left out. */
  void note(long line, String message);
}
