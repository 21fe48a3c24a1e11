// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.dying;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a process lives: until the n-th call that makes something durable (fsync, rename,
 * truncate, link, unlink, mkdir), which is not made any more, nor is anything after it. What was
 * written before stays, as the system keeps what a killed process wrote. Thread-safe.
 */
public final class Life {
  private final long end;
  private final Map<String, Integer> calls = new TreeMap<>();
  private long made;
  private boolean over;

  /**
   * @param end the call not to be made, from 1
   */
  public Life(long end) {
    this.end = end;
  }

  /** {@code path}, on a file system that lives as long as this. */
  public Path at(Path path) {
    return new DyingFileSystem(new DyingProvider(FileSystems.getDefault().provider(), this))
        .wrap(path);
  }

  /** True when the last call was made. */
  public synchronized boolean isOver() {
    return over;
  }

  /** How many calls were made, by their kind. */
  public synchronized Map<String, Integer> calls() {
    return Map.copyOf(calls);
  }

  /** A call that makes something durable. */
  synchronized void durable(String call) {
    alive();
    made++;
    over = made >= end;
    alive();
    calls.merge(call, 1, Integer::sum);
  }

  /** Any other call. */
  synchronized void alive() {
    if (over) {
      throw new Killed();
    }
  }
}
