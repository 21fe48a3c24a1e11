// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.GitRepository;
import dev.clew.code.Remembered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The index of a repository's history. It knows commits by their ids and what is derived from them,
 * so whatever it answers is true for as long as the commit exists; what it does not hold is read
 * from Git. Thread-safe. Several processes may read it while one adds to it.
 *
 * <p>A fault of its files never fails a question: the index then says that it knows nothing.
 */
public final class HistoryIndex implements Remembered, AutoCloseable {
  /** Most commits of a repository that are taken in, newest first. */
  public static final int MAX_COMMITS = 200_000;

  private final GitRepository repository;
  private final CacheFolder folder;
  private final FSDirectory directory;
  private final Consumer<String> notes;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean closed;
  private @Nullable Snapshot snapshot;

  private HistoryIndex(
      GitRepository repository, CacheFolder folder, FSDirectory directory, Consumer<String> notes) {
    this.repository = repository;
    this.folder = folder;
    this.directory = directory;
    this.notes = notes;
  }

  /**
   * What is there of the index of {@code repository}, which may be nothing.
   *
   * @param cache folder in which indexes of all repositories lie
   * @param notes told in a sentence when an index cannot be used
   * @return empty when the folder cannot be used; {@code notes} says why
   */
  public static Optional<HistoryIndex> open(
      GitRepository repository, Path cache, Consumer<String> notes) {
    try {
      CacheFolder folder = CacheFolder.of(cache, repository);
      HistoryIndex index = new HistoryIndex(repository, folder, folder.directory(), notes);
      index.refresh();
      return Optional.of(index);
    } catch (IOException | UnsupportedOperationException e) {
      notes.accept(
          "the history index cannot be kept below %s (%s); the history is read from Git each time"
              .formatted(cache, e.getMessage()));
      return Optional.empty();
    }
  }

  /** Where it lies. */
  public Path folder() {
    return folder.path();
  }

  /** True when there was nothing to read yet. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /** How many commits it holds. */
  public int size() {
    return answer(known -> Optional.of(known.size())).orElse(0);
  }

  /**
   * Takes in what is new: the commits that HEAD, {@code also}, branches and tags reach, newest
   * first, until all are in or time is up. When another process is at it, what that one has kept so
   * far is used.
   */
  public Built update(List<String> also, Duration atMost) {
    return update(also, atMost, () -> false);
  }

  /** The same, until {@code stopped} says so. */
  public Built update(List<String> also, Duration atMost, BooleanSupplier stopped) {
    String tips = CacheFolder.hash(String.join(" ", repository.tips(also)));
    if (answer(known -> Optional.of(known.said(CacheFolder.TIPS_KEY))).orElse("").equals(tips)) {
      return new Built(0, 0);
    }
    List<String> wanted = repository.whole(also, MAX_COMMITS);
    if (wanted.isEmpty()) {
      return new Built(0, 0);
    }
    int added = 0;
    try {
      added =
          new HistoryWriter(repository, directory)
              .add(wanted, tips, atMost, () -> closed || stopped.getAsBoolean());
      refresh();
    } catch (LockObtainFailedException busy) {
      notes.accept(
          "another process is adding to the history index %s; what it has kept so far is used"
              .formatted(folder.path()));
    } catch (IOException e) {
      notes.accept(
          "the history index %s cannot be added to: %s".formatted(folder.path(), e.getMessage()));
    }
    return new Built(added, missing(wanted));
  }

  @Override
  public Optional<List<String>> changedPaths(String commit) {
    return answer(known -> known.changedPaths(commit));
  }

  /** What is kept of a commit; empty when it is not in the index. */
  public Optional<PastCommit> commit(String id) {
    return answer(known -> known.commit(id));
  }

  /** Ids of the commits in the index that have the stem in their message, paths or edits. */
  Set<String> having(String stem) {
    return answer(known -> Optional.of(known.having(stem))).orElse(Set.of());
  }

  /** Lets go of the files; an update that runs ends soon, and what it has kept stays. */
  @Override
  public void close() {
    closed = true;
    swap(null);
    try {
      directory.close();
    } catch (IOException e) {
      notes.accept("the history index %s cannot be closed: %s".formatted(folder.path(), e));
    }
  }

  private int missing(List<String> wanted) {
    return answer(known -> Optional.of(known.missing(wanted).size())).orElse(wanted.size());
  }

  private void refresh() throws IOException {
    DirectoryReader reader = folder.open(directory, repository, notes);
    swap(reader == null ? null : new Snapshot(reader));
  }

  @SuppressWarnings("try") // held open, not asked
  private void swap(@Nullable Snapshot next) {
    lock.writeLock().lock();
    try (Snapshot before = snapshot) {
      snapshot = closed ? null : next;
      if (closed && next != null) {
        next.close();
      }
    } catch (IOException e) {
      notes.accept("the history index %s cannot be closed: %s".formatted(folder.path(), e));
    } finally {
      lock.writeLock().unlock();
    }
  }

  private interface Question<T> {
    Optional<T> ask(Snapshot known) throws IOException;
  }

  private <T> Optional<T> answer(Question<T> question) {
    lock.readLock().lock();
    try {
      return snapshot == null ? Optional.empty() : question.ask(snapshot);
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      notes.accept(
          "the history index %s cannot be read (%s); the history is read from Git"
              .formatted(folder.path(), e.getMessage()));
      return Optional.empty();
    } finally {
      lock.readLock().unlock();
    }
  }
}
