// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

import dev.clew.format.field.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {"log":"text\n","stream":"stdout","time":"…"}}, as Docker's json-file driver writes. */
final class DockerEnvelope implements Envelope {
  private static final String START = "{\"log\":\"";
  private static final String STREAM = "\"stream\":\"";

  private final boolean chunked;

  /**
   * @param chunked that a text without a line feed at its end goes on in the next line
   */
  private DockerEnvelope(boolean chunked) {
    this.chunked = chunked;
  }

  /** Where texts do not end in line feeds at all, a lack of one says nothing. */
  static DockerEnvelope of(List<String> lines) {
    int whole = 0;
    int wrapped = 0;
    for (String line : lines) {
      int end = end(line);
      wrapped += end < 0 ? 0 : 1;
      whole += end > 0 && isWhole(line, end) ? 1 : 0;
    }
    return new DockerEnvelope(whole * 2 >= wrapped);
  }

  private static boolean isWhole(String line, int end) {
    return end >= START.length() + 2 && line.startsWith("\\n", end - 2);
  }

  /** The index of the quote that ends the text; -1 when the line is of another form. */
  private static int end(String line) {
    if (!line.startsWith(START)) {
      return -1;
    }
    int at = START.length();
    while (at < line.length() && line.charAt(at) != '"') {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    return at < line.length() && line.indexOf(STREAM, at) > 0 ? at : -1;
  }

  @Override
  public @Nullable Content open(String line) {
    int end = end(line);
    if (end < 0) {
      return null;
    }
    int stream = line.indexOf(STREAM, end) + STREAM.length();
    int streamEnd = line.indexOf('"', stream);
    boolean whole = isWhole(line, end);
    String text = plain(line.substring(START.length(), whole ? end - 2 : end));
    String name = streamEnd < 0 ? "" : line.substring(stream, streamEnd);
    return new Content(name, text, chunked && !whole);
  }

  /** The text without the commonest escapes (RFC 8259, section 7); others stay as they are. */
  private static String plain(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    StringBuilder plain = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\' || i + 1 == escaped.length()) {
        plain.append(c);
        continue;
      }
      char next = escaped.charAt(++i);
      int known = "tnrbf\"\\/".indexOf(next);
      if (known >= 0) {
        plain.append("\t\n\r\b\f\"\\/".charAt(known));
      } else if (next == 'u' && hex(escaped, i + 1) >= 0) {
        plain.append((char) hex(escaped, i + 1));
        i += 4;
      } else {
        plain.append(c).append(next);
      }
    }
    return plain.toString();
  }

  private static int hex(String text, int from) {
    if (from + 4 > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
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
    StringBuilder escaped = new StringBuilder(START);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> escaped.append('\\').append(c);
        case '\n' -> escaped.append("\\n");
        default -> {
          if (c < ' ') {
            escaped.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.append(first, end(first), first.length()).toString();
  }
}
