// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Finds who changed each line of a file last; white space does not count, renames are followed,
 * commits that the repository asks to ignore are passed over.
 */
final class Blamer {
  private final Repository repository;

  Blamer(Repository repository) {
    this.repository = repository;
  }

  /**
   * All lines of the file at that commit; empty when it is absent or a needed object is.
   *
   * @param ignored full ids of commits to pass over
   */
  List<BlameLine> blame(String path, String at, Set<String> ignored) throws IOException {
    try (BlameGenerator generator = new BlameGenerator(repository, path)) {
      generator.setTextComparator(RawTextComparator.WS_IGNORE_ALL);
      generator.setFollowFileRenames(true);
      if (!ignored.isEmpty()) {
        generator.setIgnoreRevs(ignored.stream().map(ObjectId::fromString).toList());
      }
      generator.push(null, ObjectId.fromString(at));
      BlameResult result = BlameResult.create(generator);
      if (result == null) {
        return List.of();
      }
      result.computeAll();
      return lines(result);
    } catch (MissingObjectException e) {
      return List.of();
    }
  }

  private static List<BlameLine> lines(BlameResult result) {
    Map<RevCommit, Commit> commits = new HashMap<>();
    List<BlameLine> lines = new ArrayList<>();
    for (int i = 0; i < result.getResultContents().size(); i++) {
      RevCommit source = result.getSourceCommit(i);
      if (source != null) {
        lines.add(
            new BlameLine(
                i + 1,
                DiffReader.line(result.getResultContents(), i),
                commits.computeIfAbsent(source, CommitWalk::of),
                result.getSourcePath(i),
                result.getSourceLine(i) + 1));
      }
    }
    return lines;
  }
}
