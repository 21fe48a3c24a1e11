// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import dev.clew.code.history.HistoryIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history indexes of open repositories. A command that answers once uses what is there, and
 * never begins an index: its answer would wait. A server builds them beside its work.
 */
public final class Histories implements AutoCloseable {
  /** What a command that answers once spends at most on commits that are new to an index. */
  private static final Duration BEFORE_ANSWER = Duration.ofSeconds(2);

  private static final Duration NO_LIMIT = Duration.ofDays(1);

  /** A repository with fewer commits is read from Git as quickly. */
  private static final int WORTH_KEEPING = 500;

  private final List<HistoryIndex> open = new ArrayList<>();

  private Histories() {}

  /** Remembers what earlier runs found out of the repositories. */
  public static Histories recalled(
      Collection<GitRepository> repositories, Surroundings surroundings) {
    Histories histories = new Histories();
    for (GitRepository repository : repositories) {
      HistoryIndex index = histories.open(repository, surroundings);
      if (index != null && !index.isEmpty()) {
        index.update(List.of(), BEFORE_ANSWER);
        repository.remember(index);
      }
    }
    return histories;
  }

  /** The same, and builds what is missing on a thread of its own. */
  public static Histories built(Collection<GitRepository> repositories, Surroundings surroundings) {
    Histories histories = new Histories();
    List<Runnable> work = new ArrayList<>();
    for (GitRepository repository : repositories) {
      HistoryIndex index = histories.open(repository, surroundings);
      if (index != null) {
        repository.remember(index);
        work.add(() -> build(repository, index, surroundings.console()));
      }
    }
    Thread thread = new Thread(() -> work.forEach(Runnable::run), "clew-histories");
    thread.setDaemon(true);
    thread.start();
    return histories;
  }

  private static void build(GitRepository repository, HistoryIndex index, Console console) {
    try {
      if (repository.whole(List.of(), WORTH_KEEPING).size() == WORTH_KEEPING) {
        index.update(List.of(), NO_LIMIT);
      }
    } catch (GitException broken) {
      console.note("clew: " + Console.safe(broken.getMessage(), 300));
    }
  }

  private @Nullable HistoryIndex open(GitRepository repository, Surroundings surroundings) {
    if (surroundings.cache().isEmpty()) {
      return null;
    }
    HistoryIndex index =
        HistoryIndex.open(
                repository,
                surroundings.cache().get(),
                note -> surroundings.console().note("clew: " + Console.safe(note, 300)))
            .orElse(null);
    if (index != null) {
      open.add(index);
    }
    return index;
  }

  @Override
  public void close() {
    open.forEach(HistoryIndex::close);
  }
}
