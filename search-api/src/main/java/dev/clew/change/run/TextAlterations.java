// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import dev.clew.change.SettingLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which settings differ between two versions of a text, or in a unified diff. Lines that set
 * something (see {@link SettingLine}) are paired by what they set; all others are told together.
 */
final class TextAlterations {
  /** More settings than this of one resource are counted, not listed. */
  static final int MOST = 100;

  private static final String REST = "content";

  private final List<SettingLine> removed = new ArrayList<>();
  private final List<SettingLine> added = new ArrayList<>();

  private TextAlterations() {}

  /** What differs between the whole texts. */
  static List<Alteration> between(String before, String after) {
    TextAlterations all = new TextAlterations();
    all.removed.addAll(lines(before));
    all.added.addAll(lines(after));
    return all.alterations();
  }

  /** What a unified diff says, whose header may be missing. */
  static List<Alteration> ofDiff(String diff) {
    TextAlterations all = new TextAlterations();
    SettingLine.Section before = new SettingLine.Section();
    SettingLine.Section after = new SettingLine.Section();
    boolean header = true;
    for (String line : diff.split("\\R", -1)) {
      header = header && !line.startsWith("@@");
      boolean file = header && (line.startsWith("---") || line.startsWith("+++"));
      if (file || line.startsWith("@@") || line.startsWith("\\") || line.isEmpty()) {
        continue;
      }
      String text = line.substring(1);
      switch (line.charAt(0)) {
        case '-' -> all.removed.add(before.read(text));
        case '+' -> all.added.add(after.read(text));
        default -> {
          before.read(text);
          after.read(text);
        }
      }
    }
    return all.alterations();
  }

  private static List<SettingLine> lines(String text) {
    SettingLine.Section section = new SettingLine.Section();
    List<SettingLine> lines = new ArrayList<>();
    text.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(section.read(line)));
    return lines;
  }

  /** Takes out what stands on both sides: lines that only moved. */
  private void forgetMoved() {
    Map<SettingLine, Integer> spare = new HashMap<>();
    removed.forEach(line -> spare.merge(line, 1, Integer::sum));
    added.removeIf(line -> take(line, spare));
    Collections.reverse(removed);
    removed.removeIf(line -> !take(line, spare));
    Collections.reverse(removed);
  }

  private static boolean take(SettingLine line, Map<SettingLine, Integer> spare) {
    int left = spare.getOrDefault(line, 0);
    spare.put(line, left - 1);
    return left > 0;
  }

  private List<Alteration> alterations() {
    forgetMoved();
    Map<String, List<String>> before = named(removed);
    Map<String, List<String>> after = named(added);
    Set<String> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Alteration> found = new ArrayList<>();
    keys.stream()
        .limit(MOST)
        .forEach(key -> found.add(new Alteration(key, joined(before, key), joined(after, key))));
    if (keys.size() > MOST) {
      found.add(new Alteration("%d further settings".formatted(keys.size() - MOST), null, null));
    }
    return found;
  }

  private static Map<String, List<String>> named(List<SettingLine> lines) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    for (SettingLine line : lines) {
      named
          .computeIfAbsent(line.key() == null ? REST : line.key(), none -> new ArrayList<>())
          .add(line.value());
    }
    return named;
  }

  private static @Nullable String joined(Map<String, List<String>> values, String key) {
    List<String> all = values.get(key);
    return all == null ? null : String.join(key.equals(REST) ? " ⏎ " : ", ", all);
  }
}
