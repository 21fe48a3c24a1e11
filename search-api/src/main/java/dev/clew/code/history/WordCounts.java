// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import java.util.HashMap;
import java.util.Map;

/**
 * How often the words that were asked for stand in each commit, and how long each commit is: what
 * Okapi BM25 needs, with a weight for each place. Not thread-safe.
 */
public final class WordCounts {
  private final Map<String, Words> commits = new HashMap<>();

  /**
   * How often a word stands in the four places of a commit.
   *
   * @param message in its message
   * @param path in the paths of the files that were counted
   * @param added in lines of code that it adds
   * @param removed in lines of code that it removes
   */
  public record Count(int message, int path, int added, int removed) {
    static final Count NONE = new Count(0, 0, 0, 0);

    Count plus(Documents.Place place, int more) {
      return switch (place) {
        case MESSAGE -> new Count(message + more, path, added, removed);
        case PATH -> new Count(message, path + more, added, removed);
        case ADDED -> new Count(message, path, added + more, removed);
        case REMOVED -> new Count(message, path, added, removed + more);
      };
    }

    /** The sum, each place with its weight. */
    public double weighted(double ofMessage, double ofPath, double ofAdded, double ofRemoved) {
      return message * ofMessage + path * ofPath + added * ofAdded + removed * ofRemoved;
    }
  }

  /** The asked words of one commit, and the number of all its words. */
  private static final class Words {
    private final Map<String, Count> counts = new HashMap<>();
    private Count length = Count.NONE;
  }

  void expect(String commit) {
    commits.put(commit, new Words());
  }

  boolean expects(String commit) {
    return commits.containsKey(commit);
  }

  void add(String commit, String word, Documents.Place place, int count) {
    Words words = commits.get(commit);
    if (words != null) {
      words.counts.merge(
          word, Count.NONE.plus(place, count), (one, other) -> one.plus(place, count));
    }
  }

  void lengthen(String commit, Documents.Place place, int count) {
    Words words = commits.get(commit);
    if (words != null) {
      words.length = words.length.plus(place, count);
    }
  }

  /** The words asked for that stand in the commit; empty for one that was not asked for. */
  public Map<String, Count> of(String commit) {
    Words words = commits.get(commit);
    return words == null ? Map.of() : Map.copyOf(words.counts);
  }

  /** How many words the commit has, asked for or not. */
  public Count length(String commit) {
    Words words = commits.get(commit);
    return words == null ? Count.NONE : words.length;
  }

  /** How many commits were asked for. */
  public int size() {
    return commits.size();
  }
}
