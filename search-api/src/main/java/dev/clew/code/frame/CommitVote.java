// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import dev.clew.code.CommitRange;
import dev.clew.code.GitRepository;
import dev.clew.code.TestPaths;
import dev.clew.code.frame.FrameFit.Fit;
import dev.clew.code.frame.FrameFit.Seen;
import dev.clew.event.StackTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which commits can have run, by the lines that stack traces name: in the files of such a commit
 * each line is in the function of its frame, and calls the next inner one. Commits whose files are
 * the same are judged once, so that the work is bounded by the versions of few files.
 */
public final class CommitVote {
  /** Most frames that vote, those of the innermost cause first. */
  private static final int MAX_FRAMES = 40;

  private static final int MAX_FILES = 12;

  /** Most commits that are judged, newest first. */
  private static final int MAX_COMMITS = 10_000;

  /** Most versions of files that are read; older commits are then not judged. */
  private static final int MAX_READ = 600;

  private final GitRepository repository;
  private final FrameResolver resolver;
  private final Map<String, List<Fit>> fits = new HashMap<>();

  public CommitVote(GitRepository repository) {
    this.repository = repository;
    this.resolver = new FrameResolver(repository);
  }

  /**
   * What the frames think of a commit.
   *
   * @param exact how many are fulfilled to the call on their line
   * @param possible how many only do not contradict
   * @param against how many contradict
   */
  private record Tally(int exact, int possible, int against) {
    boolean isBetterThan(Tally other) {
      return against != other.against ? against < other.against : exact > other.exact;
    }
  }

  /** A frame and its file. */
  private record Voter(Seen seen, String path) {}

  /**
   * The commits that fit best among those that {@code tip} reaches.
   *
   * @param tip full id
   * @param before leaves out younger commits; null leaves none out
   * @return empty when no frame can vote
   */
  public Optional<FittingCommits> judge(
      List<StackTrace> traces, String tip, @Nullable Instant before) {
    List<Voter> voters = voters(traces, tip);
    List<String> paths = voters.stream().map(Voter::path).distinct().toList();
    if (voters.isEmpty()) {
      return Optional.empty();
    }
    CommitRange range = CommitRange.upTo(tip, MAX_COMMITS);
    Map<String, Tally> judged = new LinkedHashMap<>();
    Map<List<@Nullable String>, Tally> tallies = new HashMap<>();
    for (Map.Entry<String, List<@Nullable String>> commit :
        repository.versions(paths, before == null ? range : range.before(before)).entrySet()) {
      Tally tally = tallies.get(commit.getValue());
      if (tally == null) {
        if (fits.size() >= MAX_READ) {
          break;
        }
        tally = tally(voters, paths, commit.getValue());
        tallies.put(commit.getValue(), tally);
      }
      judged.put(commit.getKey(), tally);
    }
    return best(judged, voters.size());
  }

  private static Optional<FittingCommits> best(Map<String, Tally> judged, int frames) {
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    Tally newest = judged.values().iterator().next();
    Tally best = newest;
    for (Tally tally : judged.values()) {
      best = tally.isBetterThan(best) ? tally : best;
    }
    List<String> agreeing = new ArrayList<>();
    for (Map.Entry<String, Tally> each : judged.entrySet()) {
      if (each.getValue().equals(best)) {
        agreeing.add(each.getKey());
      }
    }
    return Optional.of(
        new FittingCommits(
            agreeing,
            judged.size(),
            frames,
            best.exact(),
            best.against(),
            newest.against() - best.against(),
            best.exact() - newest.exact()));
  }

  /** Code of tests is not what runs in production; it votes when there is nothing else. */
  private List<Voter> voters(List<StackTrace> traces, String tip) {
    List<Voter> found = new ArrayList<>();
    FrameFit.frames(traces).stream()
        .filter(seen -> seen.frame().line() > 0)
        .limit(10 * MAX_FRAMES)
        .forEach(
            seen -> {
              FrameResolver.Place place = resolver.place(seen.frame(), tip);
              if (place.path() != null && place.reason() == null) {
                found.add(new Voter(seen, place.path()));
              }
            });
    List<Voter> running = found.stream().filter(each -> !TestPaths.isTest(each.path())).toList();
    List<Voter> chosen = running.isEmpty() ? found : running;
    List<String> files = chosen.stream().map(Voter::path).distinct().limit(MAX_FILES).toList();
    return chosen.stream().filter(each -> files.contains(each.path())).limit(MAX_FRAMES).toList();
  }

  private Tally tally(List<Voter> voters, List<String> paths, List<@Nullable String> blobs) {
    int exact = 0;
    int against = 0;
    for (int i = 0; i < paths.size(); i++) {
      for (Fit fit : fits(voters, paths.get(i), blobs.get(i))) {
        exact += fit == Fit.EXACT ? 1 : 0;
        against += fit == Fit.AGAINST ? 1 : 0;
      }
    }
    return new Tally(exact, voters.size() - exact - against, against);
  }

  private List<Fit> fits(List<Voter> voters, String path, @Nullable String blob) {
    return fits.computeIfAbsent(
        path + ":" + blob,
        key -> {
          List<String> lines = blob == null ? List.of() : repository.blob(blob).orElse(List.of());
          return voters.stream()
              .filter(voter -> voter.path().equals(path))
              .map(voter -> FrameFit.of(voter.seen(), path, lines))
              .toList();
        });
  }
}
