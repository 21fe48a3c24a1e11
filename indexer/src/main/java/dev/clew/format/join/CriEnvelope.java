// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

import dev.clew.format.field.Draft;
import dev.clew.format.field.Text;
import org.jspecify.annotations.Nullable;

/** {@code 2026-03-04T10:11:12.345678901Z stdout P text}, as container runtimes write. */
final class CriEnvelope implements Envelope {
  private static final int MAX_TIME = 40;

  @Override
  public @Nullable Content open(String line) {
    int space = line.indexOf(' ');
    if (space < 20 || space > MAX_TIME || !Text.isDigit(line.charAt(0))) {
      return null;
    }
    boolean out = line.startsWith("stdout ", space + 1);
    if (!out && !line.startsWith("stderr ", space + 1)) {
      return null;
    }
    int flag = space + 8;
    char kind = flag < line.length() ? line.charAt(flag) : ' ';
    int end = kind == 'P' || kind == 'F' ? line.indexOf(' ', flag) : -1;
    if (end < 0 && flag + 1 != line.length()) {
      return null;
    }
    String text = end < 0 ? "" : line.substring(end + 1);
    return new Content(out ? "stdout" : "stderr", text, kind == 'P');
  }

  @Override
  public boolean isPrefix() {
    return false;
  }

  @Override
  public void describe(Content content, Draft draft) {
    draft.attribute("stream", content.stream());
  }

  @Override
  public String whole(String first, Content content, String text) {
    int flag = first.length() - content.text().length() - 2;
    return first.substring(0, flag) + "F " + text;
  }
}
