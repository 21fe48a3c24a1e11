// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a dump of the threads of a Java process says, or of the goroutines of a Go process, counted.
 */
public final class ThreadDump {
  private static final String STATE = "java.lang.Thread.State: ";
  private static final int MAX_STATES = 20;

  private ThreadDump() {}

  /**
   * Counts by name: {@code threads}, {@code threads.blocked} and so on by state, {@code deadlocks},
   * {@code goroutines}; empty when {@code lines} hold no dump.
   */
  public static Map<String, Integer> count(List<String> lines) {
    Map<String, Integer> counts = new TreeMap<>();
    boolean dump = false;
    int goroutines = 0;
    for (String line : lines) {
      int from = Place.indent(line);
      dump |= from == 0 && TraceLines.isDump(line);
      if (line.startsWith(STATE, from)) {
        int end = line.indexOf(' ', from + STATE.length());
        String state = line.substring(from + STATE.length(), end < 0 ? line.length() : end);
        counts.merge("threads", 1, Integer::sum);
        if (counts.size() < MAX_STATES) {
          counts.merge("threads." + state.toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
      } else if (from == 0 && isDeadlock(line)) {
        counts.merge("deadlocks", 1, Integer::sum);
      } else if (GoTrace.starts(line, 0)) {
        goroutines++;
      }
    }
    if (!dump && counts.getOrDefault("threads", 0) < 2) {
      counts.clear();
    }
    if (goroutines > 1) {
      counts.put("goroutines", goroutines);
    }
    return counts;
  }

  private static boolean isDeadlock(String line) {
    return line.startsWith("Found one Java-level deadlock");
  }
}
