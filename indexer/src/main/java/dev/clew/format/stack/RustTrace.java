// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A panic of Rust, with its backtrace when one was printed. */
final class RustTrace {
  static final String THREAD = "thread '";
  static final String PANICKED = " panicked at ";
  static final String BACKTRACE = "stack backtrace:";

  private static final int MESSAGE_LINES = 20;
  private static final int HASH = "::h0123456789abcdef".length();

  private final List<String> lines;

  RustTrace(List<String> lines) {
    this.lines = lines;
  }

  static boolean starts(String line, int from) {
    return line.startsWith(THREAD, from) && line.indexOf(PANICKED, from) > 0;
  }

  @Nullable StackText read(int start) {
    String line = lines.get(start);
    int at = line.indexOf(PANICKED) + PANICKED.length();
    String rest = line.substring(at).strip();
    int comma = rest.startsWith("'") ? rest.lastIndexOf("', ") : -1;
    String printed = comma < 0 ? rest : rest.substring(comma + 3);
    Place place =
        Place.of(printed.endsWith(":") ? printed.substring(0, printed.length() - 1) : printed);
    if (place == null) {
      return null;
    }
    Section section = Section.named("panic", comma < 0 ? "" : rest.substring(1, comma));
    int next = start + 1;
    while (next < lines.size() && next < start + MESSAGE_LINES && isMessage(lines.get(next))) {
      section.addMessage(lines.get(next).strip());
      next++;
    }
    if (next < lines.size() && lines.get(next).strip().equals(BACKTRACE)) {
      next = frames(next + 1, section);
    }
    if (!section.hasFrames()) {
      section.add(place.call("", ""));
    }
    return new StackText(Section.chain(List.of(section)), start, note(next));
  }

  /** A backtrace whose head is missing or of another kind. */
  @Nullable StackText readBacktrace(int start) {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.named("", start == 0 ? "" : lines.get(start - 1).strip()));
    int next = frames(start + 1, sections.getLast());
    return sections.getLast().hasFrames()
        ? new StackText(Section.chain(sections), start, note(next))
        : null;
  }

  private static boolean isMessage(String line) {
    String text = line.strip();
    return !text.isEmpty() && !text.equals(BACKTRACE) && !isNote(text);
  }

  private static boolean isNote(String text) {
    return text.startsWith("note: ");
  }

  private int note(int from) {
    int at = from;
    while (at < lines.size() && isNote(lines.get(at).strip())) {
      at++;
    }
    return at;
  }

  private int frames(int from, Section section) {
    int at = from;
    while (at < lines.size()) {
      String text = lines.get(at).strip();
      int colon = text.indexOf(": ");
      if (colon < 1 || colon > 4 || !isNumber(text, colon)) {
        break;
      }
      Place place = null;
      if (at + 1 < lines.size() && lines.get(at + 1).strip().startsWith("at ")) {
        place = Place.of(lines.get(at + 1).strip().substring(3));
        at++;
      }
      section.add(frame(text.substring(colon + 2).strip(), place));
      at++;
    }
    return at;
  }

  private static boolean isNumber(String text, int end) {
    return Place.number(text, 0, end) > 0 || text.startsWith("0:");
  }

  private static StackFrame frame(String printed, @Nullable Place place) {
    int address = printed.startsWith("0x") ? printed.indexOf(" - ") : -1;
    String name = address < 0 ? printed : printed.substring(address + 3);
    int hash = name.lastIndexOf("::h");
    name = hash > 0 && name.length() - hash == HASH ? name.substring(0, hash) : name;
    int split = name.lastIndexOf("::");
    String module = split < 0 ? "" : name.substring(0, split);
    String function = split < 0 ? name : name.substring(split + 2);
    return place == null ? new StackFrame(module, function, null, 0) : place.call(module, function);
  }
}
