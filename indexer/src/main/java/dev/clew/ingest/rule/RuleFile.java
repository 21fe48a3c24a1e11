// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of rules, one a line, the first that matches a source wins:
 *
 * <pre>
 * # what the lines leave open
 * zone    edge/*    America/New_York
 * service pods/*    checkout
 * host    db-1/**   db-1.example.com
 * </pre>
 */
public final class RuleFile {
  /** The name of the file that is looked for at the top of a folder of logs. */
  public static final String NAME = "clew.rules";

  private RuleFile() {}

  /**
   * The rules in {@code lines} of the file called {@code name}.
   *
   * @throws RuleException when a line is no rule; it names the line
   */
  public static List<SourceRule> read(String name, List<String> lines) {
    List<SourceRule> rules = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        rules.add(rule(line, "%s line %d".formatted(name, i + 1)));
      }
    }
    return List.copyOf(rules);
  }

  private static SourceRule rule(String line, String where) {
    String[] words = line.split("\\s+", 3);
    SourceRule.Key key = key(words[0], where);
    if (words.length < 3) {
      throw new RuleException(
          "%s: '%s' lacks a value; write it like: %s edge/* VALUE"
              .formatted(where, line, key.word()));
    }
    return SourceRule.of(key, words[1], words[2], where);
  }

  private static SourceRule.Key key(String word, String where) {
    for (SourceRule.Key key : SourceRule.Key.values()) {
      if (key.word().equals(word)) {
        return key;
      }
    }
    throw new RuleException(
        "%s: '%s' is not known; did you mean %s? (there are %s)"
            .formatted(
                where,
                word,
                Nearest.of(word, SourceRule.Key.words()),
                String.join(", ", SourceRule.Key.words())));
  }
}
