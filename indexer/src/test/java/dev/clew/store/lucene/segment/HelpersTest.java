// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HelpersTest {
  private static final Duration AT_ONCE = Duration.ofNanos(-1);
  private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

  @Test
  void worksSideBySide() throws IOException {
    CyclicBarrier together = new CyclicBarrier(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Helpers helpers = new Helpers(2, AT_ONCE)) {
      helpers
          .help()
          .share(
              List.of(1, 2, 3),
              "own",
              () -> "help",
              (worker, item) -> {
                threads.add(Thread.currentThread());
                meet(together);
              });
    }
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  void doesEachPieceOnceWithTheWorkerOfItsThread() throws IOException {
    Set<Integer> own = new HashSet<>();
    Set<Integer> others = ConcurrentHashMap.newKeySet();
    try (Helpers helpers = new Helpers(3, AT_ONCE)) {
      helpers
          .help()
          .share(ITEMS, own, () -> others, (worker, item) -> assertThat(worker.add(item)).isTrue());
    }
    assertThat(Collections.disjoint(own, others)).isTrue(); // one may have found nothing to do
    own.addAll(others);
    assertThat(own).containsExactlyInAnyOrderElementsOf(ITEMS);
  }

  @Test
  void leavesAloneWhatIsShort() throws IOException {
    try (Helpers helpers = new Helpers(2, Duration.ofHours(1))) {
      Helpers.Help help = helpers.help();
      assertThat(help.width()).isEqualTo(1);
      help.share(ITEMS, "own", () -> "help", (worker, item) -> assertThat(worker).isEqualTo("own"));
    }
  }

  @Test
  void goesOnAloneWhenAllHelpersAreBusy() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (Helpers helpers = new Helpers(1, AT_ONCE)) {
      Thread other =
          Thread.ofPlatform()
              .start(
                  () ->
                      share(
                          helpers,
                          (worker, item) -> {
                            if (worker.equals("help")) {
                              busy.countDown();
                            }
                            await(end);
                          }));
      await(busy);
      share(helpers, (worker, item) -> assertThat(worker).isEqualTo("own"));
      end.countDown();
      other.join();
      assertThat(helpers.help().width()).isEqualTo(2);
    }
  }

  @Test
  void throwsWhatAHelperThrows() {
    CyclicBarrier together = new CyclicBarrier(2);
    try (Helpers helpers = new Helpers(1, AT_ONCE)) {
      assertThatThrownBy(
              () ->
                  helpers
                      .help()
                      .share(
                          ITEMS,
                          "own",
                          () -> "help",
                          (worker, item) -> {
                            if (item < 2) {
                              meet(together);
                            }
                            if (worker.equals("help")) {
                              throw new IOException("broken");
                            }
                          }))
          .isInstanceOf(IOException.class)
          .hasMessage("broken");
      assertThat(helpers.help().width()).isEqualTo(2);
    }
  }

  @Test
  void throwsWhatOneThrowsThoughAllWhoHelpedDidWell() {
    CyclicBarrier together = new CyclicBarrier(2);
    try (Helpers helpers = new Helpers(1, AT_ONCE)) {
      assertThatThrownBy(
              () ->
                  helpers
                      .help()
                      .share(
                          List.of(1, 2),
                          "own",
                          () -> "help",
                          (worker, item) -> {
                            meet(together);
                            if (worker.equals("own")) {
                              throw new IOException("broken");
                            }
                          }))
          .isInstanceOf(IOException.class)
          .hasMessage("broken");
    }
  }

  private static void share(Helpers helpers, Helpers.Work<String, Integer> work) {
    try {
      helpers.help().share(ITEMS, "own", () -> "help", work);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("they did not work side by side", e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
