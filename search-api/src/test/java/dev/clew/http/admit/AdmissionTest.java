// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.admit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clew.http.admit.Admission.Pass;
import dev.clew.http.problem.Problem;
import dev.clew.store.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final long MEMORY = 1L << 30;
  private static final long SOON = 20;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Entered> entered = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();

  private record Entered(String client, Pass pass) {}

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void leavesHalfOfTheSlotsToOthers() throws Exception {
    Admission admission = new Admission(new Capacity(4, 50, MEMORY));
    for (int i = 0; i < 20; i++) {
      ask(admission, "greedy", Weight.PAGE);
    }
    assertThat(List.of(next().client(), next().client())).containsOnly("greedy");

    ask(admission, "modest", Weight.PAGE);
    ask(admission, "modest", Weight.PAGE);
    assertThat(List.of(next().client(), next().client())).containsOnly("modest");
    assertThat(entered).isEmpty();
  }

  @Test
  void slowsDownWhoTakesMuchMoreThanOthers() {
    AtomicLong now = new AtomicLong();
    Admission admission = new Admission(new Capacity(4, 50, MEMORY), now::get);
    Pass first = admission.enter("greedy", Weight.PAGE, Until.NEVER);
    Pass second = admission.enter("greedy", Weight.PAGE, Until.NEVER);
    now.addAndGet(SECONDS.toNanos(10));
    assertThat(admission.crowds(first)).as("nobody else is there").isFalse();

    Pass modest = admission.enter("modest", Weight.PAGE, Until.NEVER);
    assertThat(admission.crowds(first)).isTrue();
    assertThat(admission.crowds(modest)).isFalse();
    second.close();
    assertThat(admission.crowds(first)).as("there is room for both").isFalse();
  }

  @Test
  void slowsDownNobodyWhereAllTakeTheSame() {
    AtomicLong now = new AtomicLong();
    Admission admission = new Admission(new Capacity(4, 50, MEMORY), now::get);
    List<Pass> passes = new ArrayList<>();
    for (String client : List.of("a", "b", "c")) {
      passes.add(admission.enter(client, Weight.PAGE, Until.NEVER));
    }
    for (int step = 0; step < 20; step++) {
      now.addAndGet(SECONDS.toNanos(1));
      passes.forEach(admission::crowds);
    }

    assertThat(passes).noneMatch(admission::crowds);
  }

  @Test
  void takesTurnsAmongClients() throws Exception {
    Admission admission = new Admission(new Capacity(1, 50, MEMORY));
    ask(admission, "a", Weight.PAGE);
    Entered first = next();
    for (String client : List.of("a", "a", "a", "b", "c", "b")) {
      ask(admission, client, Weight.PAGE);
    }
    awaitWaiting(admission, 6);
    List<String> order = new ArrayList<>();
    Entered running = first;
    for (int i = 0; i < 6; i++) {
      running.pass().close();
      running = next();
      order.add(running.client());
    }

    assertThat(order.subList(0, 3)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(order.subList(3, 5)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void takesAPlaceInTheQueueFromWhoHasMost() throws Exception {
    Admission admission = new Admission(new Capacity(1, 3, MEMORY));
    ask(admission, "greedy", Weight.PAGE);
    Entered first = next();
    for (int i = 0; i < 3; i++) {
      ask(admission, "greedy", Weight.PAGE);
    }
    awaitWaiting(admission, 3);

    ask(admission, "modest", Weight.PAGE);
    assertThat(refused.poll(SOON, TimeUnit.SECONDS)).isEqualTo("greedy");
    first.pass().close();
    assertThat(next().client()).isIn("modest", "greedy");
  }

  @Test
  void letsInNoMoreThanTheMemoryBears() throws Exception {
    Admission admission = new Admission(new Capacity(50, 50, MEMORY));
    for (int i = 0; i < 10; i++) {
      ask(admission, "client " + i, Weight.GROUPS);
    }
    List<Entered> in = List.of(next(), next(), next(), next());
    awaitWaiting(admission, 6);
    assertThat(entered).isEmpty();

    in.getFirst().pass().close();
    assertThat(next().client()).startsWith("client");
  }

  @Test
  void refusesOnceNobodyWaitsAnyMore() throws Exception {
    Admission admission = new Admission(new Capacity(1, 50, MEMORY));
    ask(admission, "a", Weight.PAGE);
    next();

    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> admission.enter("b", Weight.PAGE, () -> true));
    assertThat(admission.waiting()).isZero();
    try (Pass free = admission.enter("b", Weight.NONE, () -> true)) {
      assertThat(free).isNotNull();
    }
  }

  private void ask(Admission admission, String client, Weight weight) {
    threads.execute(() -> enter(admission, client, weight));
  }

  private void enter(Admission admission, String client, Weight weight) {
    try {
      entered.add(new Entered(client, admission.enter(client, weight, Until.NEVER)));
    } catch (Problem e) {
      // lost its place in the queue, or still waits when the test ends
      refused.add(client);
    }
  }

  private static void awaitWaiting(Admission admission, int expected) {
    long end = System.nanoTime() + Duration.ofSeconds(SOON).toNanos();
    while (admission.waiting() != expected) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private Entered next() throws InterruptedException {
    Entered one = entered.poll(SOON, TimeUnit.SECONDS);
    assertThat(one).isNotNull();
    return one;
  }
}
