// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A bare copy of a bundle in which commits are put on top of one of its commits. */
public final class CommitOnTop implements AutoCloseable {
  private final Git git;
  private ObjectId head;

  private CommitOnTop(Git git, ObjectId head) {
    this.git = git;
    this.head = head;
  }

  /** Copies {@code bundle} into the absent folder {@code folder}; goes on from {@code commit}. */
  public static CommitOnTop of(Path bundle, Path folder, String commit) throws GitAPIException {
    Git git =
        Git.cloneRepository()
            .setURI(bundle.toAbsolutePath().normalize().toUri().toString())
            .setDirectory(folder.toFile())
            .setBare(true)
            .call();
    return new CommitOnTop(git, ObjectId.fromString(commit));
  }

  /** The full id of the last commit. */
  public String head() {
    return head.name();
  }

  /** A file at the last commit. */
  public String text(String path) {
    Repository repository = git.getRepository();
    try (TreeWalk walk =
        TreeWalk.forPath(repository, path, repository.parseCommit(head).getTree())) {
      byte[] bytes = repository.open(walk.getObjectId(0)).getBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits another text of one file, a second after the commit before. */
  public void commit(String subject, String path, String text) {
    Repository repository = git.getRepository();
    try (ObjectInserter inserter = repository.newObjectInserter();
        ObjectReader reader = repository.newObjectReader()) {
      RevCommit before = repository.parseCommit(head);
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      try (TreeWalk walk = new TreeWalk(reader)) {
        walk.addTree(before.getTree());
        walk.setRecursive(true);
        while (walk.next()) {
          DirCacheEntry entry = new DirCacheEntry(walk.getPathString());
          entry.setFileMode(FileMode.REGULAR_FILE);
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          entry.setObjectId(
              walk.getPathString().equals(path)
                  ? inserter.insert(Constants.OBJ_BLOB, bytes)
                  : walk.getObjectId(0));
          builder.add(entry);
        }
      }
      builder.finish();
      PersonIdent who =
          new PersonIdent(
              "Max",
              "max@example.org",
              before.getCommitterIdent().getWhenAsInstant().plusSeconds(1),
              ZoneOffset.UTC);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentId(head);
      commit.setAuthor(who);
      commit.setCommitter(who);
      commit.setMessage(subject + "\n");
      head = inserter.insert(commit);
      inserter.flush();
      RefUpdate ref = repository.updateRef(Constants.R_HEADS + "on-top");
      ref.setNewObjectId(head);
      RefUpdate.Result result = ref.forceUpdate();
      if (result == RefUpdate.Result.REJECTED || result == RefUpdate.Result.LOCK_FAILURE) {
        throw new IllegalStateException(String.format(Locale.ROOT, "on-top: %s", result));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    git.close();
  }
}
