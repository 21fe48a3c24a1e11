// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import dev.clew.code.CodeBlock;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a frame's line can have run in one version of its file. */
final class FrameFit {
  private FrameFit() {}

  /** How well a version fits a frame. */
  enum Fit {
    /** The line cannot have run: it is past the end, empty, or not in the function. */
    AGAINST,
    /** Nothing speaks against it. */
    POSSIBLE,
    /** The line does what the trace says: it calls the next inner frame, or throws. */
    EXACT
  }

  /**
   * A frame, and what its line does.
   *
   * @param does name that is on the line: of the function it calls, of the exception it throws;
   *     empty when that is not known
   */
  record Seen(StackFrame frame, String does) {}

  /** The frames of traces, each once, those of the cause first. */
  static Set<Seen> frames(List<StackTrace> traces) {
    Set<Seen> seen = new LinkedHashSet<>();
    for (StackTrace trace : traces) {
      for (StackTrace link : trace.chain().reversed()) {
        @Nullable StackFrame inner = null;
        for (StackFrame frame : link.frames()) {
          seen.add(
              new Seen(
                  frame,
                  inner == null
                      ? link.simpleType()
                      : Objects.requireNonNull(FrameNames.function(inner))));
          inner = frame;
        }
      }
    }
    return seen;
  }

  static Fit of(Seen seen, String path, List<String> lines) {
    StackFrame frame = seen.frame();
    if (frame.line() > lines.size()) {
      return Fit.AGAINST;
    }
    String line = lines.get(frame.line() - 1);
    if (line.chars().noneMatch(Character::isLetterOrDigit)) {
      return Fit.AGAINST;
    }
    String function = FrameNames.function(frame);
    // what initialises fields runs in the constructor, and stands outside of it
    boolean constructor = frame.function().equals("<init>") || frame.function().equals(".ctor");
    if (!function.isEmpty() && !constructor) {
      List<CodeBlock> named =
          CodeBlock.sketch(path, lines).stream()
              .filter(block -> block.name().equals(function))
              .toList();
      if (!named.isEmpty()
          && named.stream()
              .noneMatch(block -> block.from() <= frame.line() && frame.line() <= block.to())) {
        return Fit.AGAINST;
      }
    }
    return holds(line, seen.does()) ? Fit.EXACT : Fit.POSSIBLE;
  }

  private static boolean holds(String line, String word) {
    return word.length() > 1
        && line.contains(word)
        && Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])").matcher(line).find();
  }
}
