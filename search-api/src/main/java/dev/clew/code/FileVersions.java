// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/** What a few files hold at many commits; a folder that many commits share is read once. */
final class FileVersions {
  private final Repository repository;
  private final Map<String, @Nullable ObjectId> known = new HashMap<>();

  FileVersions(Repository repository) {
    this.repository = repository;
  }

  /** The id of what each path holds at each commit, both in the order asked; null where absent. */
  List<List<@Nullable String>> of(List<String> paths, List<String> commits) throws IOException {
    List<List<@Nullable String>> all = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository);
        ObjectReader reader = repository.newObjectReader()) {
      walk.setRetainBody(false);
      for (String commit : commits) {
        ObjectId root = walk.parseCommit(ObjectId.fromString(commit)).getTree().getId();
        List<@Nullable String> held = new ArrayList<>();
        for (String path : paths) {
          ObjectId blob = find(reader, root, path);
          held.add(blob == null ? null : blob.name());
        }
        all.add(Collections.unmodifiableList(held));
      }
    }
    return all;
  }

  private @Nullable ObjectId find(ObjectReader reader, ObjectId tree, String path)
      throws IOException {
    String key = tree.name() + "/" + path;
    if (known.containsKey(key)) {
      return known.get(key);
    }
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    ObjectId found = null;
    CanonicalTreeParser entries = new CanonicalTreeParser(null, reader, tree);
    for (; !entries.eof(); entries.next()) {
      if (entries.getEntryPathString().equals(name)) {
        int type = entries.getEntryRawMode() & FileMode.TYPE_MASK;
        if (slash < 0) {
          found = type == FileMode.TYPE_FILE ? entries.getEntryObjectId() : null;
        } else if (type == FileMode.TYPE_TREE) {
          found = find(reader, entries.getEntryObjectId(), path.substring(slash + 1));
        }
        break;
      }
    }
    known.put(key, found);
    return found;
  }
}
