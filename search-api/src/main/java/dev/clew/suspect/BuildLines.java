// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.code.GitRepository;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups.Group;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines in which a program says which commit it was built from: the last of each host before the
 * failure. An id counts only where it is a commit of the repository, part of HEAD's history and
 * older than the line. Where hosts disagree nothing is told.
 */
final class BuildLines {
  private static final List<String> WORDS =
      List.of("commit", "revision", "rev", "build", "git", "sha", "vcs");

  private static final List<Grouping> PATTERNS =
      List.of(new ByField("pattern"), new ByField("pattern.template"));

  /** What is printed more often is no start. */
  private static final int MOST_OF_PATTERN = 500;

  private static final int MOST_PATTERNS = 50;
  private static final int READ_OF_PATTERN = 40;

  /** A program whose lines name more commits talks about commits, as a server of builds does. */
  private static final int MOST_COMMITS = 10;

  /** A line is looked at this far, in characters. */
  private static final int LOOKED_AT = 2_000;

  private static final Pattern ID =
      Pattern.compile(
          "(?i)\\b(?:commit|revision|rev|build|git|sha1?|vcs)(?:[._-](?:commit|revision|id|sha|hash|rev|abbrev|full)){0,3}"
              + "[\"']?[ :=(\\[]{1,3}[\"']?g?([0-9a-f]{7,40})(?:-dirty)?(?![\\w-])");

  private final LogStore store;
  private final @Nullable Instant onset;
  private final Consumer<String> unknowns;

  /**
   * @param onset later lines are of another time; null looks at all
   * @param unknowns told why a line was not believed
   */
  BuildLines(LogStore store, @Nullable Instant onset, Consumer<String> unknowns) {
    this.store = store;
    this.onset = onset;
    this.unknowns = unknowns;
  }

  /** A commit and the line that tells it. */
  record Told(String commit, LogEvent line) {}

  /** The commit that the lines of a service tell before the failure. */
  Optional<Told> find(GitRepository repository, String head, String service) {
    Map<String, Told> byHost = new LinkedHashMap<>();
    Set<String> named = new HashSet<>();
    for (LogEvent event : lines(service)) {
      Optional<String> commit = commit(repository, head, event);
      if (commit.isPresent()) {
        named.add(commit.get());
        byHost.putIfAbsent(String.valueOf(event.host()), new Told(commit.get(), event));
      }
    }
    Set<String> last = new LinkedHashSet<>();
    byHost.values().forEach(told -> last.add(told.commit().substring(0, 8)));
    if (named.size() > MOST_COMMITS) {
      return Optional.empty();
    }
    if (last.size() > 1) {
      unknowns.accept(
          "lines of %s say that different commits run: %s"
              .formatted(service, String.join(", ", last)));
      return Optional.empty();
    }
    return byHost.values().stream().findFirst();
  }

  /** Newest first; of patterns that are rare enough. */
  private List<LogEvent> lines(String service) {
    long until = onset == null ? Long.MAX_VALUE : EventTime.nanos(onset) + 1;
    TimeRange range = new TimeRange(Long.MIN_VALUE, until);
    Query worded =
        Query.or(WORDS.stream().<Query>map(word -> new Query.Phrase("msg", word)).toList());
    Query own = new Query.Is("service", service);
    List<LogEvent> found = new ArrayList<>();
    store
        .aggregate(
            new Selection(Query.and(List.of(own, worded)), range), PATTERNS, LogStore.MAX_LIMIT)
        .groups()
        .stream()
        .filter(group -> group.count() <= MOST_OF_PATTERN)
        .sorted(Comparator.comparingLong(Group::count))
        .limit(MOST_PATTERNS)
        .forEach(
            group -> {
              Query pattern = new Query.Is("pattern", group.keys().getFirst());
              found.addAll(
                  store
                      .search(
                          new Selection(Query.and(List.of(own, pattern)), range),
                          Order.NEWEST_FIRST,
                          Optional.empty(),
                          READ_OF_PATTERN)
                      .events());
            });
    found.sort(LogEvent.ORDER.reversed());
    return found;
  }

  /** The only commit that the line names. */
  private static Optional<String> commit(GitRepository repository, String head, LogEvent event) {
    String body = event.body();
    Matcher matcher = ID.matcher(body.substring(0, Math.min(LOOKED_AT, body.length())));
    Set<String> commits = new LinkedHashSet<>();
    while (matcher.find()) {
      repository.resolve(matcher.group(1)).ifPresent(commits::add);
    }
    Instant said = EventTime.instant(event.time().epochNanos());
    return commits.size() != 1
        ? Optional.empty()
        : commits.stream()
            .filter(commit -> !repository.commit(commit).time().isAfter(said))
            .filter(commit -> repository.reaches(head, commit))
            .findFirst();
  }
}
