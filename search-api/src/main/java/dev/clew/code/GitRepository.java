// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.link.Editor;
import dev.clew.code.link.Permalinks;
import dev.clew.code.mapping.PathMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * A Git repository that is only read. Thread-safe; answers are kept in memory up to a limit, so
 * that one investigation asks Git once for the same thing.
 */
public final class GitRepository implements AutoCloseable {
  private final Path path;
  private final Repository repository;
  private final CommitWalk walk;
  private final DiffReader diffs;
  private final Blamer blamer;
  private final Recent<String, Commit> commits = new Recent<>(100_000);
  private final Recent<String, List<String>> changedPaths = new Recent<>(50_000);
  private final Recent<String, List<FileDiff>> fileDiffs = new Recent<>(2_000);
  private final Recent<String, List<BlameLine>> blames = new Recent<>(200);
  private final Recent<String, Optional<List<String>>> sources = new Recent<>(1_000);
  private final Recent<String, List<CodeBlock>> sketches = new Recent<>(10_000);
  private final Recent<String, Set<String>> ignored = new Recent<>(100);
  private final Recent<String, PathIndex> trees = new Recent<>(20);
  private volatile Remembered remembered = commit -> Optional.empty();

  private volatile @Nullable Path sourceMaps;
  private volatile @Nullable Editor editor;
  private volatile Supplier<List<PathMapping>> mappings = List::of;
  private volatile Map<String, String> folders = Map.of();
  private volatile @Nullable Fetched fetched;

  private GitRepository(Path path, Repository repository) {
    this.path = path;
    this.repository = repository;
    this.walk = new CommitWalk(repository);
    this.diffs = new DiffReader(repository);
    this.blamer = new Blamer(repository);
  }

  /**
   * Opens a work tree, a bare repository, or a bundle, which is read into memory.
   *
   * @throws GitException when {@code path} is none of them
   */
  public static GitRepository open(Path path) {
    return new GitRepository(path, GitOpener.open(path));
  }

  /** What it was opened from. */
  public Path path() {
    return path;
  }

  /**
   * Id of the commit that HEAD names; empty for a repository without commits.
   *
   * @throws GitException when HEAD names a commit that is missing or damaged
   */
  public Optional<String> head() {
    Optional<String> head = resolve(Constants.HEAD);
    Optional<ObjectId> named = head.isPresent() ? Optional.empty() : reading(this::named);
    if (named.isPresent()) {
      throw broken(
          new IOException(
              "HEAD names the commit %s, which is missing or lies in a damaged pack"
                  .formatted(named.get().name())));
    }
    return head;
  }

  private Optional<ObjectId> named() throws IOException {
    return Optional.ofNullable(repository.exactRef(Constants.HEAD)).map(Ref::getObjectId);
  }

  /** The pages that the repository has where it was cloned from; empty when that is not known. */
  public Optional<Permalinks> pages() {
    Config config = repository.getConfig();
    Set<String> remotes = config.getSubsections(ConfigConstants.CONFIG_REMOTE_SECTION);
    String remote =
        remotes.contains(Constants.DEFAULT_REMOTE_NAME) || remotes.size() != 1
            ? Constants.DEFAULT_REMOTE_NAME
            : remotes.iterator().next();
    return Optional.ofNullable(
            config.getString(
                ConfigConstants.CONFIG_REMOTE_SECTION, remote, ConfigConstants.CONFIG_KEY_URL))
        .flatMap(Permalinks::of);
  }

  /** Id of the commit that a full or abbreviated id, a branch, a tag or an expression names. */
  public Optional<String> resolve(String revision) {
    try {
      ObjectId id = repository.resolve(revision + "^{commit}");
      return id == null || !repository.getObjectDatabase().has(id)
          ? Optional.empty()
          : Optional.of(id.name());
    } catch (AmbiguousObjectException | RevisionSyntaxException | MissingObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The commit of that full id. */
  public Commit commit(String id) {
    return commits.get(
        id,
        () ->
            reading(
                () -> {
                  try (RevWalk revs = new RevWalk(repository)) {
                    return CommitWalk.of(revs.parseCommit(ObjectId.fromString(id)));
                  }
                }));
  }

  /** The commits of a range, children before parents. */
  public List<Commit> commits(CommitRange range) {
    List<Commit> found = reading(() -> walk.commits(range));
    found.forEach(commit -> commits.put(commit.id(), commit));
    return found;
  }

  /**
   * Ids of the commits that HEAD, {@code also}, branches and tags reach, newest first as far as
   * their times tell; those with unknown parents, where a shallow clone ends, left out.
   *
   * @param limit most commits
   */
  public List<String> whole(List<String> also, int limit) {
    return reading(() -> walk.whole(also, limit));
  }

  /** What {@link #whole} starts from: ids of commits and of annotated tags, in a steady order. */
  public List<String> tips(List<String> also) {
    return reading(() -> walk.tips(also).stream().map(ObjectId::name).toList());
  }

  /** True when the commit of that full id is there. */
  public boolean contains(String commit) {
    return reading(() -> repository.getObjectDatabase().has(ObjectId.fromString(commit)));
  }

  /** True when {@code ancestor} is {@code descendant} or part of its history. */
  public boolean reaches(String descendant, String ancestor) {
    return reading(() -> walk.reaches(descendant, ancestor));
  }

  /** Paths that a commit touches, or a merge touches of its own; cheaper than {@link #diff}. */
  public List<String> changedPaths(String commit) {
    return changedPaths.get(
        commit, () -> remembered.changedPaths(commit).orElseGet(() -> readPaths(commit)));
  }

  /** What {@link #changedPaths} says, asked of Git and not kept. */
  public List<String> readPaths(String commit) {
    return reading(() -> diffs.paths(commit));
  }

  /** What {@link #diff} says, asked of Git and not kept: for one pass over a long history. */
  public List<FileDiff> readDiff(String commit) {
    return reading(() -> diffs.read(commit));
  }

  /** From now on what is known need not be read. It must say what Git would. */
  public void remember(Remembered known) {
    remembered = known;
  }

  /** What a commit did to each file, against its first parent; a merge against all parents. */
  public List<FileDiff> diff(String commit) {
    return fileDiffs.get(commit, () -> reading(() -> diffs.read(commit)));
  }

  /** All hunks of a commit. */
  public List<DiffHunk> hunks(String commit) {
    return diff(commit).stream().flatMap(file -> file.hunks().stream()).toList();
  }

  /** Who last changed each line of a file at a commit; empty when there is no such text file. */
  public List<BlameLine> blame(String file, String at) {
    return source(file, at).isEmpty()
        ? List.of()
        : blames.get(
            at + ":" + file, () -> reading(() -> blamer.blame(file, at, ignoredRevisions(at))));
  }

  /**
   * Who wrote the lines {@code from} to {@code to} (from 1, inclusive), followed also through the
   * commits that only moved them; bounded work.
   */
  public List<BlameLine> origins(String file, int from, int to, String at) {
    List<BlameLine> asked =
        blame(file, at).stream().filter(line -> line.line() >= from && line.line() <= to).toList();
    return new MovedLines(this).follow(asked);
  }

  /** Full ids of the commits that the repository asks to pass over when lines are blamed. */
  public Set<String> ignoredRevisions(String at) {
    return ignored.get(at, () -> new IgnoredRevisions(repository).read(file -> source(file, at)));
  }

  /**
   * The commits that changed a file under its present name, newest first.
   *
   * @param most most commits in the answer
   * @param walked most commits that are looked at
   */
  public List<Commit> touching(String file, String at, int most, int walked) {
    return reading(() -> new FileHistory(repository).touching(file, at, most, walked));
  }

  /** A folder of source maps for scripts that the repository holds the sources of. */
  public Optional<Path> sourceMaps() {
    return Optional.ofNullable(sourceMaps);
  }

  /** Names the folder of source maps. */
  public GitRepository withSourceMaps(@Nullable Path folder) {
    sourceMaps = folder;
    return this;
  }

  /** Folders of frames' paths, as people gave them; may become others at any time. */
  public List<PathMapping> mappings() {
    return mappings.get();
  }

  /** Names where the mappings are to be had. */
  public GitRepository withMappings(Supplier<List<PathMapping>> given) {
    mappings = given;
    return this;
  }

  /** The editor in which people of this machine open its files; none unless one was named. */
  public Optional<Editor> editor() {
    return Optional.ofNullable(editor);
  }

  /** Names the editor. */
  public GitRepository withEditor(@Nullable Editor named) {
    editor = named;
    return this;
  }

  /** The folder of each service for which one was named, without a slash at its ends. */
  public Map<String, String> folders() {
    return folders;
  }

  /** Names the folder of each service that has its own. */
  public GitRepository withFolders(Map<String, String> byService) {
    folders = Map.copyOf(byService);
    return this;
  }

  /** When and from where it was fetched; empty unless it is a mirror. */
  public Optional<Fetched> fetched() {
    return Optional.ofNullable(fetched);
  }

  /** Says that it is a mirror. */
  public GitRepository withFetched(Fetched known) {
    fetched = known;
    return this;
  }

  /** The folder with the files checked out; empty for a bare repository or a bundle. */
  public Optional<Path> workTree() {
    return repository.isBare() ? Optional.empty() : Optional.of(repository.getWorkTree().toPath());
  }

  /** Who last changed that line; empty when there is no such line. */
  public Optional<BlameLine> blame(String file, int line, String at) {
    return blame(file, at).stream().filter(blamed -> blamed.line() == line).findFirst();
  }

  /** The lines of a file at a commit; empty when it is absent, binary or larger than 2 MiB. */
  public Optional<List<String>> source(String file, String at) {
    return sources.get(at + ":" + file, () -> reading(() -> readSource(file, at)));
  }

  /** A sketch of the functions of a file at a commit; empty when {@link #source} is. */
  public List<CodeBlock> sketch(String file, String at) {
    return sketches.get(
        at + ":" + file, () -> CodeBlock.sketch(file, source(file, at).orElse(List.of())));
  }

  /** The id of what each file holds at a commit, by path; links and submodules are left out. */
  public Map<String, String> blobs(String at) {
    return reading(
        () -> {
          Map<String, String> blobs = new LinkedHashMap<>();
          try (RevWalk revs = new RevWalk(repository);
              TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(revs.parseCommit(ObjectId.fromString(at)).getTree());
            tree.setRecursive(true);
            while (tree.next()) {
              if ((tree.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
                blobs.put(tree.getPathString(), tree.getObjectId(0).name());
              }
            }
          }
          return blobs;
        });
  }

  /**
   * The id of what each path holds at each commit of {@code range}, children before parents; null
   * where it holds no such file.
   *
   * @param paths few paths
   */
  public Map<String, List<@Nullable String>> versions(List<String> paths, CommitRange range) {
    List<String> ids = commits(range).stream().map(Commit::id).toList();
    List<List<@Nullable String>> held = reading(() -> new FileVersions(repository).of(paths, ids));
    Map<String, List<@Nullable String>> versions = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      versions.put(ids.get(i), held.get(i));
    }
    return versions;
  }

  /** The lines of a blob; empty when it is absent, binary or larger than 2 MiB. Not remembered. */
  public Optional<List<String>> blob(String id) {
    return reading(
        () -> {
          try (ObjectReader reader = repository.newObjectReader()) {
            return DiffReader.lines(reader, ObjectId.fromString(id), FileMode.REGULAR_FILE);
          } catch (MissingObjectException e) {
            return Optional.empty();
          }
        });
  }

  /** Takes the bytes of a blob; false when it wants no more. */
  public interface BlobReader {
    boolean read(String id, byte[] bytes);
  }

  /**
   * Reads many blobs in that order, and remembers none; those that are absent or larger than 2 MiB
   * are left out.
   *
   * @return how many were left out
   */
  public int readBlobs(Collection<String> ids, BlobReader to) {
    return reading(
        () -> {
          int left = 0;
          try (ObjectReader reader = repository.newObjectReader()) {
            for (String id : ids) {
              Optional<byte[]> bytes = DiffReader.bytes(reader, ObjectId.fromString(id));
              left += bytes.isEmpty() ? 1 : 0;
              if (bytes.isPresent() && !to.read(id, bytes.get())) {
                break;
              }
            }
          }
          return left;
        });
  }

  /** All files at a commit. */
  public PathIndex paths(String at) {
    return trees.get(at, () -> reading(() -> PathIndex.read(repository, at)));
  }

  @Override
  public void close() {
    repository.close();
  }

  private Optional<List<String>> readSource(String file, String at) throws IOException {
    try (RevWalk revs = new RevWalk(repository);
        TreeWalk tree =
            TreeWalk.forPath(
                revs.getObjectReader(),
                file,
                revs.parseCommit(ObjectId.fromString(at)).getTree())) {
      return tree == null
          ? Optional.empty()
          : DiffReader.lines(revs.getObjectReader(), tree.getObjectId(0), tree.getFileMode(0));
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (GitException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // JGit meets malformed trees and commits with whatever exception comes up
      throw broken(e);
    }
  }

  private GitException broken(Exception e) {
    return new GitException(
        "cannot read from the Git repository "
            + path
            + ": "
            + e.getMessage()
            + "; check it with git fsck",
        e);
  }
}
