// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.Account;

/** Hears where the reading of a source could be taken up again, and says when it is to end. */
interface Checkpoints {
  /** Nothing is kept of how far reading came. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public void reached(Passage passage) {
          // reading starts over next time
        }

        @Override
        public void ended(Passage passage) {
          // reading starts over next time
        }
      };

  /** All that {@code passage} read so far was handed to its listener, in whole events. */
  void reached(Passage passage);

  /** {@code passage} has read all that is there for now. */
  void ended(Passage passage);

  /** What earlier readings found of {@code source}. */
  default Account before(String source) {
    return Account.NOTHING;
  }

  /** True when reading is to end now, whatever is still there: it goes on another time. */
  default boolean isOver() {
    return false;
  }
}
