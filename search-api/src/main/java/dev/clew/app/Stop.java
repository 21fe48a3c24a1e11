// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import java.util.concurrent.CountDownLatch;

/**
 * Hears that the process is asked to end (Ctrl-C, SIGTERM), and holds its end until this is closed:
 * until what must be kept is kept. To be opened first and closed last.
 */
final class Stop implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  Stop() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::letEnd, "stop"));
  }

  /** Counted down once the process is asked to end. */
  CountDownLatch asked() {
    return asked;
  }

  private void letEnd() {
    asked.countDown();
    try {
      closed.await();
    } catch (InterruptedException cut) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
