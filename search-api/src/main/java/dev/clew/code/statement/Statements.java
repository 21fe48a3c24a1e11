// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.GitRepository;
import dev.clew.code.TestPaths;
import dev.clew.code.syntax.Language;
import dev.clew.code.syntax.Said;
import dev.clew.code.syntax.SourceFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The statements of a repository's commits. A file is parsed once for each content it ever has, so
 * the next commit costs what it changed. Thread-safe; keep one for each repository.
 */
public final class Statements {
  /** Most files of a commit that are read; the rest is said to be unread. */
  static final int MAX_FILES = 60_000;

  /** Most files whose statements are remembered. */
  private static final int REMEMBERED_FILES = 100_000;

  private static final int REMEMBERED_COMMITS = 3;

  private final GitRepository repository;
  private final Map<String, Optional<List<Said>>> byBlob = new ConcurrentHashMap<>();
  private final Map<String, StatementIndex> byCommit =
      Collections.synchronizedMap(
          new LinkedHashMap<>(8, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, StatementIndex> eldest) {
              return size() > REMEMBERED_COMMITS;
            }
          });

  /** The statements of {@code repository}, which stays the caller's. */
  public Statements(GitRepository repository) {
    this.repository = repository;
  }

  /** Whose they are. */
  public GitRepository repository() {
    return repository;
  }

  /**
   * The statements that may have printed a line, likeliest first; empty when none can have.
   *
   * @param at full id of the commit that ran
   * @param limit most to return
   */
  public List<Match> find(Printed printed, String at, int limit) {
    return new Matcher(index(at)).rank(printed, limit);
  }

  /** How many statements the sources of a commit hold, tests left out. */
  public int count(String at) {
    return index(at).statements().size();
  }

  /**
   * How many source files of a commit could not be read: too many, too large, too slow to parse.
   */
  public int unread(String at) {
    return index(at).unread();
  }

  /** What a file says at a commit; empty when there is no such file or it cannot be parsed. */
  List<Said> said(String path, String at) {
    return repository
        .source(path, at)
        .flatMap(lines -> SourceFile.said(path, String.join("\n", lines)))
        .orElse(List.of());
  }

  /** One at a time: two askers of one commit share the work. */
  private synchronized StatementIndex index(String at) {
    StatementIndex known = byCommit.get(at);
    if (known == null) {
      known = read(at);
      byCommit.put(at, known);
    }
    return known;
  }

  private StatementIndex read(String at) {
    Map<String, String> sources = new TreeMap<>();
    repository
        .blobs(at)
        .forEach(
            (path, blob) -> {
              if (Language.of(path).isPresent() && !TestPaths.isTest(path)) {
                sources.put(path, blob);
              }
            });
    if (byBlob.size() > REMEMBERED_FILES) {
      byBlob.clear();
    }
    AtomicInteger unread = new AtomicInteger(Math.max(0, sources.size() - MAX_FILES));
    Map<String, List<Said>> found = new ConcurrentHashMap<>();
    sources.entrySet().stream()
        .limit(MAX_FILES)
        .parallel()
        .forEach(
            file -> {
              Optional<List<Said>> said =
                  byBlob.computeIfAbsent(file.getValue(), blob -> parsed(file.getKey(), blob));
              said.ifPresentOrElse(all -> found.put(file.getKey(), all), unread::incrementAndGet);
            });
    return new StatementIndex(new TreeMap<>(found), unread.get());
  }

  private Optional<List<Said>> parsed(String path, String blob) {
    return repository.blob(blob).flatMap(lines -> SourceFile.said(path, String.join("\n", lines)));
  }
}
