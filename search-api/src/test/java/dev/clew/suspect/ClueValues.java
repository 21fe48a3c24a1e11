// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.app.inquiry.TraceText;
import dev.clew.code.Commit;
import dev.clew.code.CommitRange;
import dev.clew.code.GitRepository;
import dev.clew.suspect.clue.Clues;
import dev.clew.suspect.clue.Weighed;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scenes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each clue yields for each commit, before weighting, in failures whose introducing commit is
 * known.
 *
 * @param id name of the failure
 * @param project repository it is from, {@code owner/name}
 * @param source collection it is from
 * @param kind which frames its trace has
 * @param values by commit, then by clue in the order of {@link Clues#ofTrace}
 * @param introducing for each commit, whether it introduced the failure
 */
record ClueValues(
    String id,
    String project,
    String source,
    String kind,
    List<double[]> values,
    List<Boolean> introducing) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Asks all clues about all failures of a file, and writes the answers, one failure a line.
   *
   * @return how long each took, in seconds
   */
  static List<Double> gather(Path cases, Path repositories, Path out) throws IOException {
    Map<Path, GitRepository> opened = new HashMap<>();
    List<Double> seconds = new ArrayList<>();
    try (Stream<String> lines = Files.lines(cases);
        BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (String line : lines.toList()) {
        JsonNode known = JSON.readTree(line);
        Path place = place(repositories, known.path("repo").asString());
        GitRepository repository = opened.computeIfAbsent(place, GitRepository::open);
        long start = System.nanoTime();
        ClueValues values = of(repository, known);
        seconds.add((System.nanoTime() - start) / 1e9);
        writer.write(JSON.writeValueAsString(values));
        writer.newLine();
      }
    } finally {
      opened.values().forEach(GitRepository::close);
    }
    return seconds;
  }

  /** Reads what {@link #gather} wrote. */
  static List<ClueValues> read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(line -> JSON.readValue(line, ClueValues.class)).toList();
    }
  }

  private static Path place(Path repositories, String project) {
    Path folder = repositories.resolve(project.replace('/', '+'));
    return Stream.of(folder.resolve("repo"), folder)
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no clone " + folder));
  }

  private static ClueValues of(GitRepository repository, JsonNode known) {
    String at = repository.resolve(known.path("head_commit").asString()).orElseThrow();
    String text = known.path("stack_trace").asString();
    List<Commit> history = repository.commits(CommitRange.upTo(at, TraceSuspects.MAX_HISTORY));
    Scenes.Staged staged = TraceSuspects.stage(repository, at, history, TraceText.all(text), text);
    Set<String> culprits = new HashSet<>();
    known.path("culprit_commits").forEach(id -> culprits.add(id.asString()));
    List<Weighed> clues = Clues.ofTrace();
    List<double[]> values = new ArrayList<>();
    List<Boolean> introducing = new ArrayList<>();
    for (Candidate.OfCommit candidate : staged.candidates()) {
      if (Clearance.of(candidate, staged.scene()).isEmpty()) {
        values.add(
            clues.stream()
                .mapToDouble(
                    weighed ->
                        weighed.clue().weigh(candidate, staged.scene()).stream()
                            .mapToDouble(Evidence::weight)
                            .sum())
                .toArray());
        introducing.add(culprits.contains(candidate.commit().id()));
      }
    }
    return new ClueValues(
        known.path("id").asString(),
        known.path("repo").asString(),
        known.path("source").asString(),
        known.path("kind").asString(""),
        values,
        introducing);
  }
}
