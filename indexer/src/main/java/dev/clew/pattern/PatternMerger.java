// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts together patterns that one statement printed with different words: names of users, hosts,
 * files. An event's pattern is told from the event alone, so each such word makes a pattern of its
 * own; whether the words vary only shows where many patterns are seen side by side, as {@link
 * PatternMiner} sees those of a whole input.
 */
public final class PatternMerger {
  private PatternMerger() {}

  /**
   * A pattern that was seen.
   *
   * @param template as {@link dev.clew.event.Pattern#template}
   * @param kind only patterns of equal kinds are put together
   * @param events how many events have it
   */
  public record Seen(String template, String kind, long events) {}

  /**
   * Patterns that are one statement's.
   *
   * @param template with {@code <word>}, or a narrower type, where words vary
   * @param members places in what was given; most events first, at least one
   * @param wildcard matches the templates of all members: {@code ?} stands for one character,
   *     {@code *} for any. It may match others
   */
  public record Merged(String template, List<Integer> members, String wildcard) {
    public Merged {
      members = List.copyOf(members);
    }
  }

  /** The statements of {@code patterns}, in the order of their first patterns. */
  public static List<Merged> merge(List<Seen> patterns) {
    Map<List<String>, List<WordGroup.Member>> frames = new LinkedHashMap<>();
    List<Merged> merged = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      Seen seen = patterns.get(i);
      if (seen.template().length() >= Template.LIMIT) {
        merged.add(alone(seen.template(), i));
        continue;
      }
      Wording wording = Wording.of(shape(seen.template()));
      int events = (int) Math.min(seen.events(), Integer.MAX_VALUE / patterns.size());
      frames
          .computeIfAbsent(List.of(seen.kind(), wording.frame()), frame -> new ArrayList<>())
          .add(new WordGroup.Member(i, events, wording));
    }
    for (List<WordGroup.Member> frame : frames.values()) {
      WordSplitter.split(frame).forEach(group -> merged.add(merged(group, patterns)));
    }
    merged.sort(
        Comparator.comparingInt(each -> each.members().stream().min(Integer::compare).get()));
    return merged;
  }

  private static Merged merged(WordGroup group, List<Seen> patterns) {
    if (group.members().size() == 1) {
      int only = group.members().getFirst().shape();
      return alone(patterns.get(only).template(), only);
    }
    List<Integer> members =
        group.members().stream()
            .map(WordGroup.Member::shape)
            .sorted(
                Comparator.<Integer>comparingLong(i -> patterns.get(i).events())
                    .reversed()
                    .thenComparing(i -> i))
            .toList();
    return new Merged(Statement.typed(group), members, wildcard(group));
  }

  private static Merged alone(String template, int place) {
    return new Merged(template, List.of(place), wildcard(template));
  }

  /** The shape that {@code template} was written from, its values forgotten. */
  private static Shape shape(String template) {
    StringBuilder text = new StringBuilder(template.length());
    List<String> variables = new ArrayList<>();
    int at = 0;
    while (at < template.length()) {
      VariableType type = template.charAt(at) == '<' ? VariableType.at(template, at) : null;
      if (type == null) {
        text.append(template.charAt(at++));
      } else {
        text.append(type.marker());
        variables.add("");
        at += type.placeholder().length();
      }
    }
    return new Shape(text.toString(), variables);
  }

  private static String wildcard(WordGroup group) {
    StringBuilder wildcard = new StringBuilder();
    for (int position = 0; position <= group.size(); position++) {
      int place = position;
      wildcard.append(
          common(group.members().stream().map(member -> member.wording().gap(place)).toList()));
      if (position < group.size()) {
        wildcard.append(
            common(group.members().stream().map(member -> member.wording().word(place)).toList()));
      }
    }
    return wildcard.toString();
  }

  /** What all {@code texts} of shapes are, or anything. */
  private static String common(List<String> texts) {
    String first = texts.getFirst();
    return texts.stream().allMatch(first::equals) ? wildcard(Template.placeholders(first)) : "*";
  }

  /** Letters and digits as they are; all else could mean something in a query. */
  private static String wildcard(String text) {
    StringBuilder wildcard = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = c < 128 && Character.isLetterOrDigit(c);
              wildcard.append(plain ? (char) c : '?');
            });
    return wildcard.toString();
  }
}
