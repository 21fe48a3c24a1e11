// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Divides shapes of one frame into statements, deciding for each word position whether it varies.
 *
 * <p>The position with the fewest different words is looked at first: either its words are values
 * of one statement, or they tell statements apart and the shapes are divided by them. The order is
 * that of IPLoM (Makanju et al., KDD 2009); the weight of fixed words against open positions is
 * that of the similarity threshold of Drain (He et al., ICWS 2017).
 */
final class WordSplitter {
  /** So many plain words in one place, all else equal, are values rather than statements. */
  private static final int PLAIN_VALUES = 6;

  /** Fewer do where the words before them announce a name. */
  private static final int CUED_VALUES = 3;

  /** Words in capitals name states, of which one thing can have many. */
  private static final int STATES = 24;

  private WordSplitter() {}

  /** The statements that {@code members}, all of one frame, come from. */
  static List<WordGroup> split(List<WordGroup.Member> members) {
    List<WordGroup> done = new ArrayList<>();
    Deque<WordGroup> open = new ArrayDeque<>();
    open.push(new WordGroup(members, new boolean[members.getFirst().wording().size()]));
    while (!open.isEmpty()) {
      WordGroup group = open.pop();
      List<Map<String, Integer>> values = group.values();
      int position = fewestValues(values);
      if (position < 0) {
        done.add(group);
      } else if (varies(group, values, position)) {
        group.markVariable(position);
        open.push(group);
      } else {
        group.splitBy(position).forEach(open::push);
      }
    }
    return done;
  }

  private static int fewestValues(List<Map<String, Integer>> values) {
    int best = -1;
    for (int p = 0; p < values.size(); p++) {
      int count = values.get(p).size();
      if (count > 1 && (best < 0 || count < values.get(best).size())) {
        best = p;
      }
    }
    return best;
  }

  private static boolean varies(WordGroup group, List<Map<String, Integer>> values, int position) {
    int fixed = 0;
    int open = 0;
    for (Map<String, Integer> words : values) {
      if (words.size() > 1) {
        open++;
      } else if (words.size() == 1 && !WordLook.isVariable(words.keySet().iterator().next())) {
        fixed++;
      }
    }
    Map<String, Integer> words = values.get(position);
    if (fixed == 0) {
      return false;
    }
    if (isKeyed(group.first().gap(position)) || share(words, WordLook::isValue)) {
      return fixed >= open;
    }
    if (words.size() >= CUED_VALUES && WordLook.isAnnounced(group.first(), position)) {
      return fixed >= 2 * open;
    }
    if (words.getOrDefault(WordLook.VARIABLE, 0) * 2 >= lines(words)) {
      return fixed >= 3 * open;
    }
    int enough = share(words, WordLook::isCapitals) ? STATES : PLAIN_VALUES;
    return words.size() >= enough && fixed >= 2 * open;
  }

  private static boolean isKeyed(String gap) {
    return gap.endsWith("=") || gap.endsWith("=\"");
  }

  /** Whether at least four in five of the words are of a kind. */
  private static boolean share(Map<String, Integer> words, Predicate<String> kind) {
    return words.keySet().stream().filter(kind).count() * 5 >= words.size() * 4L;
  }

  private static int lines(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }
}
