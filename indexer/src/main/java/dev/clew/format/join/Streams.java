// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

import java.util.LinkedHashMap;
import java.util.Map;

/** The streams whose lines one source holds. Not thread-safe. */
public final class Streams {
  /** The stream that was silent for longest is forgotten beyond this. */
  private static final int MAX = 1000;

  private final Stream main = new Stream();
  private final Map<String, Stream> named =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stream> eldest) {
          return size() > MAX;
        }
      };

  /** The stream of lines that name none. */
  public Stream main() {
    return main;
  }

  /** The stream called {@code name}. */
  public Stream of(String name) {
    return named.computeIfAbsent(name, each -> new Stream());
  }
}
