// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import dev.clew.incident.Block;
import dev.clew.incident.Check;
import dev.clew.incident.Comment;
import dev.clew.incident.Durations;
import dev.clew.incident.Evidence;
import dev.clew.incident.Incident;
import dev.clew.incident.Item;
import dev.clew.incident.Mark;
import dev.clew.incident.ReviewStep;
import dev.clew.incident.Role;
import dev.clew.incident.Section;
import dev.clew.incident.Whole;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/** The document of an incident, part by part: heading, sections, timeline, evidence. */
final class Postmortem {
  private final Incident incident;
  private final Whole whole;
  private final Times times;
  private final List<Part> parts = new ArrayList<>();

  private Postmortem(Whole whole) {
    this.whole = whole;
    this.incident = whole.incident();
    this.times = new Times(ZoneId.of(incident.zone()));
  }

  /** All parts, in the order they are read. */
  static List<Part> of(Whole whole) {
    Postmortem written = new Postmortem(whole);
    written.head();
    for (Section section : Section.values()) {
      written.section(section);
    }
    written.evidence();
    return List.copyOf(written.parts);
  }

  /** What stands over the document. */
  static String title(Incident incident) {
    return incident.id() + " " + incident.title();
  }

  private void head() {
    parts.add(new Part.Heading(1, title(incident), ""));
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "Severity",
        incident.severity() == null
            ? "not said"
            : incident.severity().word().replace("sev", "SEV-"));
    facts.put("Status", incident.status().word());
    facts.put("Lead", Objects.requireNonNullElse(incident.lead(), "nobody"));
    facts.put("Opened", times.both(incident.created()) + " by " + incident.by());
    for (Mark mark : incident.marks()) {
      String shown = mark.evidence() == null ? "" : " [" + mark.evidence() + "]";
      facts.put(capital(mark.kind().word()), times.both(mark.time()) + shown);
    }
    Durations durations = incident.durations();
    facts.put("Time to detect", Times.length(durations.toDetect()));
    facts.put("Time to acknowledge", Times.length(durations.toAcknowledge()));
    facts.put("Time to mitigate", Times.length(durations.toMitigate()));
    facts.put("Time to resolve", Times.length(durations.toResolve()));
    facts.put("Document", reviewed());
    parts.add(new Part.Facts(facts));
  }

  private String reviewed() {
    List<ReviewStep> steps = incident.reviews();
    String word = incident.review().word();
    if (steps.isEmpty()) {
      return word;
    }
    ReviewStep last = steps.getLast();
    return "%s since %s, by %s".formatted(word, times.both(last.time()), last.by());
  }

  private void section(Section section) {
    List<Block> blocks =
        incident.blocks().stream().filter(block -> block.section() == section).toList();
    parts.add(new Part.Heading(2, capital(section.word().replace('-', ' ')), section.word()));
    if (section == Section.TIMELINE) {
      timeline();
    }
    boolean written = false;
    for (Block block : blocks) {
      if (block.text().isBlank()) {
        continue;
      }
      written = true;
      if (block.role() != Role.TEXT) {
        parts.add(new Part.Heading(3, capital(block.role().word()), ""));
      }
      parts.add(new Part.Prose(block.text()));
      comments(block);
    }
    if (!written && section != Section.TIMELINE) {
      parts.add(new Part.Sentence("Nothing is written here yet."));
    }
  }

  /** Only what still waits for an answer. */
  private void comments(Block block) {
    for (Comment comment : block.comments()) {
      if (!comment.resolved()) {
        parts.add(
            new Part.Sentence(
                "Open comment of %s, %s: %s"
                    .formatted(comment.by(), Times.utc(comment.time()), comment.text())));
      }
    }
  }

  private void timeline() {
    if (incident.items().isEmpty()) {
      parts.add(new Part.Sentence("The timeline is empty."));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Item item : incident.items()) {
      rows.add(
          List.of(
              times.both(item.time()),
              item.kind().word(),
              Objects.requireNonNullElse(item.service(), ""),
              item.text(),
              source(item)));
    }
    String zone =
        incident.zone().equals("UTC") ? "Time (UTC)" : "Time (UTC; " + incident.zone() + ")";
    parts.add(new Part.Rows(List.of(zone, "What", "Service", "Happened", "Source"), rows));
  }

  static String source(Item item) {
    if (item.evidence() != null) {
      return "[" + item.evidence() + "]";
    }
    return item.sourced() ? "in the text" : "no source";
  }

  private void evidence() {
    parts.add(new Part.Heading(2, "Evidence", "evidence"));
    if (incident.evidence().isEmpty()) {
      parts.add(new Part.Sentence("Nothing is pinned."));
    }
    for (Evidence evidence : incident.evidence()) {
      parts.add(new Part.Heading(3, evidence.id() + " " + evidence.title(), evidence.id()));
      parts.add(new Part.Facts(facts(evidence)));
      byte[] copy = whole.copies().get(evidence.id());
      if (copy == null) {
        parts.add(new Part.Sentence("Its copy is missing from what was exported."));
      } else {
        parts.addAll(CopyParts.of(evidence, new String(copy, StandardCharsets.UTF_8), times));
      }
    }
  }

  private SequencedMap<String, String> facts(Evidence evidence) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("Kind", evidence.kind().word());
    StringBuilder asked = new StringBuilder(evidence.ask().path());
    evidence
        .ask()
        .parameters()
        .forEach((name, value) -> asked.append(' ').append(name).append('=').append(value));
    facts.put("Asked", asked.toString());
    if (evidence.range() != null) {
      facts.put(
          "Range",
          times.both(evidence.range().from()) + " to " + times.both(evidence.range().to()));
    }
    facts.put(
        "Taken",
        "%s by %s from %s"
            .formatted(times.both(evidence.taken()), evidence.by(), evidence.source()));
    if (evidence.total() != null) {
      facts.put("Events", String.valueOf(evidence.total()));
    }
    facts.put("Copy", "%d bytes, SHA-256 %s".formatted(evidence.bytes(), evidence.sha256()));
    facts.put("Asked again", checked(evidence.check()));
    return facts;
  }

  private String checked(Check check) {
    String at = check.at() == null ? "" : ", " + times.both(check.at());
    String why = check.why() == null ? "" : ": " + check.why();
    return switch (check.state()) {
      case UNCHECKED -> "not yet";
      case SAME -> "the same" + at;
      case NOW -> "now %s, was %s%s%s".formatted(check.now(), check.was(), at, why);
      case GONE -> "gone from the store" + at + why;
      case FAILED -> "no answer" + at + why;
    };
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
