// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.GitRepository;
import dev.clew.code.syntax.Language;
import dev.clew.code.syntax.Said;
import dev.clew.code.syntax.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Finds the statements of a repository's commits. The text of all source files is gone through for
 * pieces of the lines that were asked about, which is quick; only files that hold some are parsed,
 * each once for each content it has. Thread-safe; keep one for each repository.
 */
public final class Statements {
  /** Most files of a commit that are read; the rest is said to be unread. */
  static final int MAX_FILES = 60_000;

  /** Most files that are parsed for one line, those with the longest piece of it first. */
  private static final int MAX_PARSED = 60;

  /** Most files whose statements are remembered. */
  private static final int REMEMBERED_FILES = 5_000;

  private static final int REMEMBERED_COMMITS = 3;

  private final GitRepository repository;
  private final Map<String, Optional<List<Said>>> parsed = remembering(REMEMBERED_FILES);
  private final Map<String, Sources> sources = remembering(REMEMBERED_COMMITS);

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
    return search(List.of(printed), at, limit, () -> false).matches().getFirst();
  }

  /**
   * The statements of many lines, found in one pass over the sources.
   *
   * @param at full id of the commit that ran
   * @param limit most statements for a line
   * @param stopped true when nobody waits any more; what is found then is not to be used
   */
  public Search search(List<Printed> lines, String at, int limit, BooleanSupplier stopped) {
    Sources all = sources(at);
    List<Holders> holders = lines.stream().map(Holders::new).toList();
    int unread =
        repository.readBlobs(
            new LinkedHashSet<>(all.blobs().values()),
            (blob, bytes) -> {
              holders.forEach(each -> each.look(blob, bytes));
              return !stopped.getAsBoolean();
            });
    Set<String> wanted = new LinkedHashSet<>();
    holders.forEach(each -> wanted.addAll(each.best(all.blobs(), MAX_PARSED)));
    AtomicInteger failed = new AtomicInteger(all.left() + unread);
    Map<String, List<Said>> found = new ConcurrentHashMap<>();
    wanted.parallelStream()
        .filter(path -> !stopped.getAsBoolean())
        .forEach(
            path ->
                parsed(path, all.blobs().getOrDefault(path, ""))
                    .ifPresentOrElse(said -> found.put(path, said), failed::incrementAndGet));
    Matcher matcher = new Matcher(new StatementIndex(new TreeMap<>(found), all.blobs().keySet()));
    List<List<Match>> matches = new ArrayList<>();
    for (Printed line : lines) {
      matches.add(stopped.getAsBoolean() ? List.of() : matcher.rank(line, limit));
    }
    return new Search(matches, all.blobs().size(), failed.get());
  }

  /** What a file says at a commit; empty when there is no such file. */
  List<Said> said(String path, String at) {
    return repository.source(path, at).map(lines -> read(path, lines)).orElse(List.of());
  }

  private Sources sources(String at) {
    Sources known = sources.get(at);
    if (known == null) {
      known = Sources.of(repository.blobs(at), MAX_FILES);
      sources.put(at, known);
    }
    return known;
  }

  private Optional<List<Said>> parsed(String path, String blob) {
    String key = blob + Language.of(path);
    Optional<List<Said>> known = parsed.get(key);
    if (known == null) {
      known = repository.blob(blob).map(lines -> read(path, lines));
      parsed.put(key, known);
    }
    return known;
  }

  /** A file that no grammar reads says at least what its string constants are. */
  private static List<Said> read(String path, List<String> lines) {
    return SourceFile.said(path, String.join("\n", lines))
        .orElseGet(() -> LineTexts.said(path, lines));
  }

  private static <V> Map<String, V> remembering(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
          }
        });
  }
}
