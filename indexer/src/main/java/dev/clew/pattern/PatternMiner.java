// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the log statements that printed a whole input.
 *
 * <p>The lines are first brought down to their distinct {@link Shape}s, a thousand for millions;
 * all else is done on those. Shapes with the same punctuation are then divided into statements by
 * the words in which they differ, unless the input shows those words to be values. There is one
 * setting for every system, and the answer depends on nothing but the bodies and their order.
 */
public final class PatternMiner {
  private static final int FIRST_LINES = 1 << 12;
  private static final int LATEST = 1 << 12;

  private final ShapeScanner scanner = new ShapeScanner();
  private final Map<String, MinedShape> shapes = new LinkedHashMap<>();

  /** Shapes seen lately, by the hash of their text: the usual line needs no text of its own. */
  private final @Nullable MinedShape[] latest = new MinedShape[LATEST];

  private int[] shapeOf = new int[FIRST_LINES];
  private int lines;

  /** Takes the next body of the input; of each, the first line that is not blank counts. */
  public void add(String body) {
    String head = Shape.firstLine(body);
    scanner.scan(head);
    MinedShape shape = shape(head);
    shape.add(head, scanner);
    if (lines == shapeOf.length) {
      shapeOf = Arrays.copyOf(shapeOf, 2 * lines);
    }
    shapeOf[lines++] = shape.index();
  }

  private MinedShape shape(String head) {
    int slot = ((scanner.hash() * 0x9E3779B9) >>> 16) & (LATEST - 1);
    MinedShape latest = this.latest[slot];
    if (latest != null && latest.is(scanner)) {
      return latest;
    }
    MinedShape shape =
        shapes.computeIfAbsent(scanner.text(), text -> new MinedShape(shapes.size(), head));
    this.latest[slot] = shape;
    return shape;
  }

  /** The patterns of all bodies so far. */
  public MinedPatterns patterns() {
    return patterns(groups(), Arrays.copyOf(shapeOf, lines));
  }

  private List<WordGroup> groups() {
    Map<String, List<WordGroup.Member>> frames = new LinkedHashMap<>();
    for (MinedShape shape : shapes.values()) {
      Wording wording = Wording.of(shape.settled());
      frames
          .computeIfAbsent(wording.frame(), k -> new ArrayList<>())
          .add(new WordGroup.Member(shape.index(), shape.lines(), wording));
    }
    List<WordGroup> groups = new ArrayList<>();
    frames.values().forEach(frame -> groups.addAll(WordSplitter.split(frame)));
    groups.sort(Comparator.comparingInt(group -> group.members().getFirst().shape()));
    return groups;
  }

  private MinedPatterns patterns(List<WordGroup> groups, int[] shapeOfLine) {
    List<Statement> all = Statement.gather(groups);
    List<MinedPattern> patterns = new ArrayList<>(all.size());
    int[] patternOfShape = new int[shapes.size()];
    for (Statement statement : all) {
      statement.members().forEach(member -> patternOfShape[member.shape()] = patterns.size());
      patterns.add(statement.pattern());
    }
    for (int line = 0; line < shapeOfLine.length; line++) {
      shapeOfLine[line] = patternOfShape[shapeOfLine[line]];
    }
    return new MinedPatterns(patterns, shapeOfLine);
  }
}
