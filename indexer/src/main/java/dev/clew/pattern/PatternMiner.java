// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the log statements that printed a whole input.
 *
 * <p>The lines are first brought down to their distinct {@link Shape}s, a thousand for millions;
 * all else is done on those. Shapes with the same punctuation are then divided into statements by
 * the words in which they differ, unless the input shows those words to be values. There is one
 * setting for every system, and the answer depends on nothing but the bodies and their order.
 */
public final class PatternMiner {
  private PatternMiner() {}

  /** Mines the patterns of {@code bodies}; of each, the first line that is not blank. */
  public static MinedPatterns mine(List<String> bodies) {
    Map<String, MinedShape> shapes = new LinkedHashMap<>();
    int[] shapeOf = new int[bodies.size()];
    int line = 0;
    ShapeScanner scanner = new ShapeScanner();
    for (String body : bodies) {
      String head = Shape.firstLine(body);
      scanner.scan(head);
      String text = scanner.text();
      MinedShape shape = shapes.get(text);
      if (shape == null) {
        shape = new MinedShape(shapes.size(), head);
        shapes.put(text, shape);
      }
      shape.add(head, scanner);
      shapeOf[line++] = shape.index();
    }
    return patterns(groups(shapes), shapes.size(), shapeOf);
  }

  private static List<WordGroup> groups(Map<String, MinedShape> shapes) {
    Map<String, List<WordGroup.Member>> frames = new LinkedHashMap<>();
    for (MinedShape shape : shapes.values()) {
      Wording wording = Wording.of(shape.settled());
      frames
          .computeIfAbsent(wording.frame(), k -> new ArrayList<>())
          .add(new WordGroup.Member(shape, wording));
    }
    List<WordGroup> groups = new ArrayList<>();
    frames.values().forEach(frame -> groups.addAll(WordSplitter.split(frame)));
    groups.sort(Comparator.comparingInt(group -> group.members().getFirst().shape().index()));
    return groups;
  }

  private static MinedPatterns patterns(List<WordGroup> groups, int shapes, int[] shapeOf) {
    List<Statement> all = Statement.gather(groups);
    List<MinedPattern> patterns = new ArrayList<>(all.size());
    int[] patternOfShape = new int[shapes];
    for (Statement statement : all) {
      statement.shapes().forEach(shape -> patternOfShape[shape.index()] = patterns.size());
      patterns.add(statement.pattern());
    }
    int[] patternOf = new int[shapeOf.length];
    for (int line = 0; line < shapeOf.length; line++) {
      patternOf[line] = patternOfShape[shapeOf[line]];
    }
    return new MinedPatterns(patterns, patternOf);
  }
}
