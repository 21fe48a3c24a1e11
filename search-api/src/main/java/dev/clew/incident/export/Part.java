// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A part of the written document, whatever the format it ends in. Texts are as they are, not yet
 * escaped.
 */
sealed interface Part {
  /**
   * A heading.
   *
   * @param level from 1
   * @param anchor what links lead to; empty when nothing does
   */
  record Heading(int level, String text, String anchor) implements Part {}

  /** What a person wrote, in Markdown. */
  record Prose(String markdown) implements Part {}

  /** A sentence of Clew's own. */
  record Sentence(String text) implements Part {}

  /** Names with their values. */
  record Facts(SequencedMap<String, String> facts) implements Part {
    public Facts {
      facts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(facts));
    }
  }

  /** Rows under the names of their columns, which all have as many cells. */
  record Rows(List<String> columns, List<List<String>> rows) implements Part {
    public Rows {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Lines whose layout counts: logs, code. */
  record Lines(List<String> lines) implements Part {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Counts one after the other, stacked by level.
   *
   * @param levels the lowest of a bar first
   */
  record Bars(String finding, List<String> levels, List<Bar> bars) implements Part {
    public Bars {
      levels = List.copyOf(levels);
      bars = List.copyOf(bars);
    }
  }

  /**
   * One bar.
   *
   * @param counts by level; a level without a count has none
   */
  record Bar(String label, Map<String, Long> counts) {
    public Bar {
      counts = Map.copyOf(counts);
    }

    long total() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
