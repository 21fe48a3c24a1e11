// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.HistoryScript.Author;
import dev.clew.samples.HistoryScript.Edit;
import dev.clew.samples.HistoryScript.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.BundleWriter;

/** A repository, committed step by step from the history scripts. */
final class ShopHistory {

  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("shop"));
  private final Map<String, ObjectId> tags = new LinkedHashMap<>();
  private final Map<String, Sources> sources = new HashMap<>();
  private final Map<String, ObjectId> bySubject = new HashMap<>();
  private final Map<String, Step> steps = new HashMap<>();
  private final Map<String, TreeMap<String, String>> trees = new HashMap<>();
  private TreeMap<String, String> files = new TreeMap<>();
  private ObjectId head = ObjectId.zeroId();

  /**
   * The history told by these scripts, one after the other; a script {@code x/name} takes its files
   * from the resources {@code x}, others from {@code shop}.
   */
  static ShopHistory of(List<String> scripts) {
    Map<String, Author> authors = new HashMap<>();
    for (String line : Resources.lines("history/authors.txt")) {
      String[] parts = line.split(" ", 3);
      int mail = parts[2].indexOf('<');
      authors.put(
          parts[0],
          new Author(
              parts[2].substring(0, mail).strip(),
              parts[2].substring(mail + 1, parts[2].length() - 1),
              ZoneOffset.of(parts[1])));
    }
    List<String> lines = new ArrayList<>();
    scripts.forEach(name -> lines.addAll(Resources.lines("history/" + name + ".txt")));
    ShopHistory history = new ShopHistory();
    int slash = scripts.getFirst().indexOf('/');
    String folder = slash < 0 ? "shop" : scripts.getFirst().substring(0, slash);
    try {
      for (Step step : new HistoryScript(folder, authors).read(lines)) {
        history.commit(step);
      }
    } catch (IOException e) {
      throw new IllegalStateException("in-memory repository refused a commit", e);
    }
    return history;
  }

  private void commit(Step step) throws IOException {
    TreeMap<String, String> main = files;
    ObjectId tip = head;
    if (!step.on().isEmpty()) {
      files = new TreeMap<>(trees.getOrDefault(step.on(), new TreeMap<>()));
      head = known(bySubject.get(step.on()), step.on());
    }
    List<ObjectId> parents = new ArrayList<>();
    if (!head.equals(ObjectId.zeroId())) {
      parents.add(head);
    }
    if (!step.merged().isEmpty()) {
      parents.add(known(bySubject.get(step.merged()), step.merged()));
      steps.get(step.merged()).edits().forEach(edit -> apply(edit, step.message()));
    }
    step.edits().forEach(edit -> apply(edit, step.message()));
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache tree = DirCache.newInCore();
      DirCacheBuilder builder = tree.builder();
      for (Map.Entry<String, String> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, content));
        builder.add(entry);
      }
      builder.finish();
      Author author = step.author();
      PersonIdent person =
          new PersonIdent(author.name(), author.mail(), step.time().toInstant(), author.zone());
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree.writeTree(inserter));
      commit.setParentIds(parents);
      commit.setAuthor(person);
      commit.setCommitter(person);
      commit.setMessage(step.message());
      head = inserter.insert(commit);
      inserter.flush();
    }
    bySubject.put(step.subject(), head);
    steps.put(step.subject(), step);
    trees.put(step.subject(), new TreeMap<>(files));
    for (String tag : step.tags()) {
      tags.put(tag, head);
      sources.put(tag, new Sources(tag, files));
    }
    if (!step.on().isEmpty()) {
      files = main;
      head = tip;
    }
  }

  private void apply(Edit edit, String message) {
    if (edit.old().isEmpty()) {
      files.put(edit.path(), edit.now());
      return;
    }
    String text = files.getOrDefault(edit.path(), "");
    int first = text.indexOf(edit.old());
    boolean again = first >= 0 && text.indexOf(edit.old(), first + 1) >= 0;
    if (first < 0 || (again && !edit.everywhere())) {
      throw new IllegalStateException(
          (first < 0 ? "not in " : "more than once in ")
              + edit.path()
              + " for "
              + message
              + ":\n"
              + edit.old());
    }
    files.put(edit.path(), text.replace(edit.old(), edit.now()));
  }

  /** The full id of a tagged commit. */
  String commit(String tag) {
    return known(tags.get(tag), tag).name();
  }

  /** The full id of the commit with this subject. */
  String commitWithSubject(String subject) {
    return known(bySubject.get(subject), subject).name();
  }

  /** The files at a tag. */
  Sources sources(String tag) {
    Sources found = sources.get(tag);
    if (found == null) {
      throw new IllegalStateException("no tag " + tag);
    }
    return found;
  }

  private static ObjectId known(ObjectId id, String name) {
    if (id == null) {
      throw new IllegalStateException("no commit " + name);
    }
    return id;
  }

  void writeBundle(Path file) throws IOException {
    PackConfig inOrder = new PackConfig(repository);
    inOrder.setThreads(1);
    BundleWriter bundle = new BundleWriter(repository);
    bundle.setPackConfig(inOrder);
    bundle.include("HEAD", head);
    bundle.include("refs/heads/main", head);
    tags.forEach((name, id) -> bundle.include("refs/tags/" + name, id));
    try (OutputStream out = Files.newOutputStream(file)) {
      bundle.writeBundle(NullProgressMonitor.INSTANCE, out);
    }
  }
}
