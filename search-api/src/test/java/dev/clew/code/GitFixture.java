// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.BundleWriter;

/** Makes a bare repository commit by commit: {@code file(…).commit("message", "ann", time)}. */
public final class GitFixture {
  private final Path folder;
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private List<ObjectId> parents = List.of();

  private GitFixture(Path folder) {
    this.folder = folder;
  }

  /** A new repository in the empty folder {@code folder}. */
  public static GitFixture in(Path folder) {
    GitFixture fixture = new GitFixture(folder);
    try (Repository repository = fixture.repository()) {
      repository.create(true);
      RefUpdate head = repository.updateRef(Constants.HEAD);
      head.link("refs/heads/main");
      return fixture;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Writes a file into the next commit. */
  public GitFixture file(String path, String... lines) {
    return bytes(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file of any bytes into the next commit. */
  public GitFixture bytes(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  /** Leaves a file out of the next commit. */
  public GitFixture without(String path) {
    files.remove(path);
    return this;
  }

  /** Moves a file in the next commit. */
  public GitFixture move(String from, String to) {
    files.put(to, files.remove(from));
    return this;
  }

  /** Commits on main and returns the id. */
  public String commit(String message, String author, Instant time) {
    try (Repository repository = repository();
        ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (var file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentIds(new ArrayList<>(parents));
      commit.setMessage(message);
      PersonIdent who = new PersonIdent(author, author + "@example.org", time, ZoneOffset.UTC);
      commit.setAuthor(who);
      commit.setCommitter(who);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      point(repository, Constants.R_HEADS + "main", id);
      parents = List.of(id);
      return id.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the next commit a merge of the last one and {@code other}. */
  public GitFixture merging(String other) {
    parents = List.of(parents.get(0), ObjectId.fromString(other));
    return this;
  }

  /** Makes the next commit a child of {@code parent}; the files stay as they are. */
  public GitFixture branchFrom(String parent) {
    parents = List.of(ObjectId.fromString(parent));
    return this;
  }

  /** Names a commit. */
  public GitFixture tag(String name, String commit) {
    try (Repository repository = repository()) {
      point(repository, Constants.R_TAGS + name, ObjectId.fromString(commit));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes main and HEAD into a bundle. */
  public Path bundle(Path file) {
    try (Repository repository = repository();
        RevWalk walk = new RevWalk(repository);
        OutputStream out = Files.newOutputStream(file)) {
      BundleWriter writer = new BundleWriter(repository);
      writer.include(repository.exactRef(Constants.R_HEADS + "main"));
      writer.include(Constants.HEAD, walk.parseCommit(parents.get(0)));
      writer.writeBundle(NullProgressMonitor.INSTANCE, out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It was cloned from that address. */
  public GitFixture clonedFrom(String address) {
    try (Repository repository = repository()) {
      repository.getConfig().setString("remote", "origin", "url", address);
      repository.getConfig().save();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets a value in its configuration. */
  public GitFixture configured(String section, String name, String value) {
    try (Repository repository = repository()) {
      repository.getConfig().setString(section, null, name, value);
      repository.getConfig().save();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens it as the program does. */
  public GitRepository open() {
    return GitRepository.open(folder);
  }

  private Repository repository() throws IOException {
    return new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }

  private static void point(Repository repository, String name, ObjectId id) throws IOException {
    RefUpdate ref = repository.updateRef(name);
    ref.setNewObjectId(id);
    ref.forceUpdate();
  }
}
