// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Something that is computed on a thread of its own while its owner does something else. Closing it
 * waits, so that nothing goes on reading a store that its owner closes.
 */
public final class Beside<T> implements Supplier<T>, AutoCloseable {
  private final CompletableFuture<T> future = new CompletableFuture<>();

  private Beside() {}

  /** Begins to compute. */
  public static <T> Beside<T> of(Supplier<T> work) {
    Beside<T> beside = new Beside<>();
    Thread.ofPlatform()
        .daemon()
        .name("clew-beside")
        .start(
            () -> {
              try {
                beside.future.complete(work.get());
              } catch (Throwable failed) { // it is thrown where it is waited for
                beside.future.completeExceptionally(failed);
              }
            });
    return beside;
  }

  /** Waits for the result; what the computation threw is thrown here. */
  @Override
  public T get() {
    try {
      return future.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException known -> throw known;
        case Error known -> throw known;
        default -> throw failed;
      }
    }
  }

  @Override
  public void close() {
    future.handle((done, failed) -> true).join();
  }
}
