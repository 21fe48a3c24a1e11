// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Text;
import org.jspecify.annotations.Nullable;

/** {@code payment-1 | text}, as Docker Compose shows the lines of several containers. */
final class ComposePrefix implements Envelope {
  private static final int MAX_NAME = 80;

  @Override
  public @Nullable Content open(String line) {
    int end = 0;
    while (end < line.length() && end < MAX_NAME && isNamePart(line.charAt(end))) {
      end++;
    }
    int bar = Text.skipSpaces(line, end, line.length());
    boolean named = end > 0 && bar > end && Text.isLetter(line.charAt(0));
    if (!named || bar >= line.length() || line.charAt(bar) != '|' || isLevel(line, end)) {
      return null;
    }
    int text = line.startsWith(" ", bar + 1) ? bar + 2 : bar + 1;
    return new Content(line.substring(0, end), line.substring(text), false);
  }

  private static boolean isLevel(String line, int end) {
    return end < 12 && LevelWords.read(line.substring(0, end)) != Severity.UNSPECIFIED;
  }

  private static boolean isNamePart(char c) {
    return Text.isWordPart(c) || c == '-' || c == '.';
  }

  @Override
  public boolean isPrefix() {
    return true;
  }

  @Override
  public void describe(Content content, Draft draft) {
    String name = content.stream();
    draft.attribute("container", name);
    if (draft.service() == null) {
      draft.service(service(name));
    }
  }

  /** The name without the number of the replica. */
  private static String service(String name) {
    int end = name.length();
    while (end > 0 && Text.isDigit(name.charAt(end - 1))) {
      end--;
    }
    boolean numbered = end > 1 && end < name.length() && "-_".indexOf(name.charAt(end - 1)) >= 0;
    return numbered ? name.substring(0, end - 1) : name;
  }

  @Override
  public String whole(String first, Content content, String text) {
    return text;
  }
}
