// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;

/** What the checked-in bundle holds at the commit that {@code deploys.csv} says was running. */
final class DeployedSources implements AutoCloseable {

  private final Git git;
  private final List<String[]> deploys;
  private final Map<String, Map<String, List<String>>> trees = new HashMap<>();

  DeployedSources(Path scenario, Path scratch) throws IOException, GitAPIException {
    this.git =
        Git.cloneRepository()
            .setURI(scenario.resolve("repo.bundle").toAbsolutePath().normalize().toUri().toString())
            .setDirectory(scratch.toFile())
            .setBare(true)
            .call();
    this.deploys =
        Files.readAllLines(scenario.resolve("deploys.csv")).stream()
            .skip(1)
            .map(row -> row.split(",", -1))
            .toList();
  }

  /** All files at the commit of a service that ran at a time, as lines. */
  Map<String, List<String>> at(String service, Instant time) {
    return trees.computeIfAbsent(commit(service, time), this::read);
  }

  /** The commit of a service that ran at a time. */
  String commit(String service, Instant time) {
    return deploys.stream()
        .filter(row -> row[1].equals(service) && !Instant.parse(row[0]).isAfter(time))
        .reduce((first, second) -> second)
        .orElseThrow()[3];
  }

  /** The deploys whose commit was made later than they went live. */
  List<String> deployedBeforeCommitted() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String[] row : deploys) {
      int seconds = git.getRepository().parseCommit(ObjectId.fromString(row[3])).getCommitTime();
      if (Instant.ofEpochSecond(seconds).isAfter(Instant.parse(row[0]))) {
        wrong.add(String.join(",", row));
      }
    }
    return wrong;
  }

  private Map<String, List<String>> read(String commit) {
    Map<String, List<String>> files = new HashMap<>();
    try (TreeWalk walk = new TreeWalk(git.getRepository())) {
      walk.addTree(git.getRepository().parseCommit(ObjectId.fromString(commit)).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        byte[] bytes = git.getRepository().open(walk.getObjectId(0)).getBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        files.put(walk.getPathString(), text.lines().toList());
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + commit, e);
    }
    return files;
  }

  @Override
  public void close() {
    git.close();
  }
}
