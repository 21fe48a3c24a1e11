// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import dev.clew.event.LogEvent;
import dev.clew.explain.window.Scale;
import dev.clew.explain.window.Silent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Counts the code that the messages of each service name. */
public final class CodeMentions implements Consumer<LogEvent> {
  private static final int MOST = 20_000;

  /** Fewer than of a logger's events: who names code in a message does it once for each call. */
  private static final double ENOUGH = 1.5;

  private final CodeNames names;
  private final Map<String, Map<String, Count>> byService = new HashMap<>();
  private int size;

  private static final class Count {
    private final long first;
    private long events;

    private Count(long first) {
      this.first = first;
    }
  }

  public CodeMentions(CodeNames names) {
    this.names = names;
  }

  @Override
  public void accept(LogEvent event) {
    if (event.service() == null) {
      return;
    }
    for (String name : new TreeSet<>(names.in(event.body()))) {
      Map<String, Count> counts =
          byService.computeIfAbsent(event.service(), service -> new HashMap<>());
      Count count = counts.get(name);
      if (count == null && size < MOST) {
        count = new Count(event.time().epochNanos());
        counts.put(name, count);
        size++;
      }
      if (count != null) {
        count.events++;
      }
    }
  }

  /** What services that go on name no more, {@code this} being the baseline; in no order. */
  public List<Silent> silentIn(CodeMentions now, Scale scale) {
    List<Silent> silent = new ArrayList<>();
    if (now.size < MOST) {
      byService.forEach(
          (service, counts) -> {
            Map<String, Count> still = now.byService.getOrDefault(service, Map.of());
            counts.forEach(
                (name, count) -> {
                  double expected = (double) count.events * scale.of(service);
                  if (expected >= ENOUGH && !still.containsKey(name)) {
                    silent.add(new Silent(service, name, count.events, expected, count.first));
                  }
                });
          });
    }
    return silent;
  }
}
