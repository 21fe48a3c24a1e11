// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the shop's history from text: {@code @ date time author}, the message, then what changed.
 *
 * <p>What changed is one of {@code + path} (the file comes from the {@code shop} resources), {@code
 * ~ path} followed by lines marked {@code <} (old) and {@code >} (new), {@code % path | old | new}
 * (everywhere in the file), and {@code tag name}. {@code on subject} commits on a branch from that
 * commit, {@code merge subject} brings the commit of a branch to main.
 */
final class HistoryScript {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Map<String, Author> authors;
  private final String folder;
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param folder the resources that hold the files
   */
  HistoryScript(String folder, Map<String, Author> authors) {
    this.folder = folder;
    this.authors = authors;
  }

  record Author(String name, String mail, ZoneOffset zone) {}

  /** A commit; {@code on} and {@code merged} are subjects, empty for a plain commit of main. */
  record Step(
      ZonedDateTime time,
      Author author,
      String message,
      List<Edit> edits,
      List<String> tags,
      String on,
      String merged) {
    String subject() {
      return message.lines().findFirst().orElseThrow();
    }
  }

  /** One change of one file; {@code old} empty for a file that is added. */
  record Edit(String path, String old, String now, boolean everywhere) {}

  List<Step> read(List<String> lines) {
    int at = 0;
    while (at < lines.size()) {
      if (lines.get(at).startsWith("@ ")) {
        at = step(lines, at);
      } else if (lines.get(at).isBlank()) {
        at++;
      } else {
        throw new IllegalStateException("not in a commit: " + lines.get(at));
      }
    }
    return List.copyOf(steps);
  }

  private int step(List<String> lines, int start) {
    String[] head = lines.get(start).split(" ");
    Author author = authors.get(head[3]);
    ZonedDateTime time =
        LocalDateTime.parse(head[1] + " " + head[2], TIME)
            .plusSeconds(Math.floorMod(lines.get(start + 1).hashCode(), 60))
            .atOffset(author.zone())
            .toZonedDateTime();
    int at = start + 1;
    StringBuilder message = new StringBuilder();
    while (at < lines.size() && !isDirective(lines.get(at))) {
      message.append(lines.get(at++)).append('\n');
    }
    List<Edit> edits = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    String on = "";
    String merged = "";
    while (at < lines.size() && !lines.get(at).startsWith("@ ")) {
      String line = lines.get(at);
      if (line.startsWith("+ ")) {
        edits.add(
            new Edit(
                line.substring(2), "", Resources.text(folder + "/" + line.substring(2)), false));
        at++;
      } else if (line.startsWith("~ ")) {
        at = hunks(lines, at, edits);
      } else if (line.startsWith("% ")) {
        String[] parts = line.substring(2).split(" \\| ", -1);
        edits.add(new Edit(parts[0], parts[1], parts[2], true));
        at++;
      } else if (line.startsWith("tag ")) {
        tags.add(line.substring(4));
        at++;
      } else if (line.startsWith("on ")) {
        on = line.substring(3);
        at++;
      } else if (line.startsWith("merge ")) {
        merged = line.substring(6);
        at++;
      } else if (line.isBlank()) {
        at++;
      } else {
        throw new IllegalStateException("no such directive: " + line);
      }
    }
    steps.add(new Step(time, author, message.toString().strip() + "\n", edits, tags, on, merged));
    return at;
  }

  private static int hunks(List<String> lines, int start, List<Edit> edits) {
    String path = lines.get(start).substring(2);
    int at = start + 1;
    while (at < lines.size() && lines.get(at).startsWith("<")) {
      StringBuilder old = new StringBuilder();
      StringBuilder now = new StringBuilder();
      for (; at < lines.size() && lines.get(at).startsWith("<"); at++) {
        old.append(content(lines.get(at)));
      }
      for (; at < lines.size() && lines.get(at).startsWith(">"); at++) {
        now.append(content(lines.get(at)));
      }
      edits.add(new Edit(path, old.toString(), now.toString(), false));
    }
    return at;
  }

  private static String content(String marked) {
    return (marked.length() > 2 ? marked.substring(2) : "") + "\n";
  }

  private static boolean isDirective(String line) {
    return line.startsWith("+ ")
        || line.startsWith("~ ")
        || line.startsWith("% ")
        || line.startsWith("tag ")
        || line.startsWith("on ")
        || line.startsWith("merge ")
        || line.startsWith("@ ");
  }
}
