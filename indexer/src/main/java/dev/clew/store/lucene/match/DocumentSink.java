// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import java.io.IOException;

/** Takes matching documents in ascending order. */
@FunctionalInterface
public interface DocumentSink {
  /** The next {@code count} documents. */
  void accept(int[] documents, int count) throws IOException;
}
