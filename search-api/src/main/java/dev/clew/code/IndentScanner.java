// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds functions where indentation shows what belongs together: a {@code def} and what is deeper.
 */
final class IndentScanner {
  private final List<String> lines;

  IndentScanner(List<String> lines) {
    this.lines = lines;
  }

  List<CodeBlock> functions() {
    List<CodeBlock> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String name = definedName(lines.get(i).strip());
      if (!name.isEmpty()) {
        blocks.add(new CodeBlock(name, i + 1, end(i) + 1));
      }
    }
    return blocks;
  }

  private int end(int start) {
    int depth = indent(lines.get(start));
    int last = start;
    boolean header = true;
    for (int i = start + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      // a parameter list may close at the depth of its def
      if (indent(line) <= depth && !(header && line.stripLeading().startsWith(")"))) {
        break;
      }
      header &= !line.stripTrailing().endsWith(":");
      last = i;
    }
    return last;
  }

  private static String definedName(String line) {
    String rest = line.startsWith("async ") ? line.substring(6).strip() : line;
    if (!rest.startsWith("def ")) {
      return "";
    }
    int from = Math.max(rest.indexOf("self."), 3) == 3 ? 4 : 9;
    int to = from;
    while (to < rest.length() && Character.isJavaIdentifierPart(rest.charAt(to))) {
      to++;
    }
    return rest.substring(from, to);
  }

  private static int indent(String line) {
    int depth = 0;
    for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
      depth += line.charAt(i) == '\t' ? 8 : 1;
    }
    return depth;
  }
}
