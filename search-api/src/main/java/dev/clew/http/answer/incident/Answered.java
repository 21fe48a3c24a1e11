// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import dev.clew.incident.Chosen;
import dev.clew.incident.EvidenceKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an answer of this API says: how many events, from when to when, and what counts in it. */
final class Answered {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What differs between two answers that say the same: how long each took, what was made of the
   * words of the question, a place in the index, and what people said of it.
   */
  private static final List<String> BESIDE =
      List.of("tookMs", "query", "next", "verdicts", "reason");

  private final EvidenceKind kind;
  private final JsonNode answer;
  private final @Nullable Chosen chosen;

  private Answered(EvidenceKind kind, JsonNode answer, @Nullable Chosen chosen) {
    this.kind = kind;
    this.answer = answer;
    this.chosen = chosen;
  }

  /**
   * The answer of that kind.
   *
   * @throws IllegalArgumentException when {@code copy} is no JSON
   */
  static Answered read(EvidenceKind kind, byte[] copy, @Nullable Chosen chosen) {
    try {
      return new Answered(kind, JSON.readTree(copy), chosen);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("the copy is no JSON", broken);
    }
  }

  /** Whether it says that it is the whole of it. */
  boolean complete() {
    return answer.path("complete").asBoolean(true);
  }

  /** Why it is not. */
  String reason() {
    return answer.path("reason").asString("no reason is given");
  }

  /** How many events it speaks of; null when these cannot be counted, or were not. */
  @Nullable Long total() {
    return switch (kind) {
      case ROW -> 1L;
      case ROWS, CHART, TRACE, TIMELINE -> exact(answer.path("total"));
      case PATTERNS -> number(answer.has("count") ? answer.path("count") : answer.path("total"));
      case COMPARISON -> number(answer.path("here").path("members"));
      case SUSPECT, DIFF -> null;
    };
  }

  private static @Nullable Long exact(JsonNode total) {
    return total.path("exact").asBoolean(false) ? number(total.path("value")) : null;
  }

  private static @Nullable Long number(JsonNode number) {
    return number.isIntegralNumber() ? Long.valueOf(number.asLong()) : null;
  }

  /** The time of the first event in it. */
  Optional<Instant> first() {
    return times().stream().min(Instant::compareTo);
  }

  /** The time of the last event in it. */
  Optional<Instant> last() {
    return times().stream().max(Instant::compareTo);
  }

  private List<Instant> times() {
    List<Instant> times = new ArrayList<>();
    switch (kind) {
      case ROW -> time(answer.path("event").path("time"), times);
      case ROWS -> answer.path("events").forEach(event -> time(event.path("time"), times));
      case PATTERNS -> {
        ends(answer, "first", "last", times);
        answer.path("patterns").forEach(pattern -> ends(pattern, "first", "last", times));
      }
      case TRACE -> ends(answer, "start", "end", times);
      case TIMELINE -> answer.path("lanes").forEach(lane -> ends(lane, "first", "last", times));
      case CHART, COMPARISON, SUSPECT, DIFF -> {
        // these tell of no single event
      }
    }
    return times;
  }

  private static void ends(JsonNode node, String first, String last, List<Instant> times) {
    time(node.path(first), times);
    time(node.path(last), times);
  }

  private static void time(JsonNode node, List<Instant> times) {
    if (!node.isString()) {
      return;
    }
    try {
      times.add(OffsetDateTime.parse(node.asString()).toInstant());
    } catch (DateTimeException none) {
      // a word where other answers have a time: it tells of none
    }
  }

  /** When what it shows happened, where it shows one thing: the first event, or a change. */
  Optional<Instant> moment() {
    List<Instant> times = new ArrayList<>();
    if (kind == EvidenceKind.SUSPECT) {
      subject().ifPresent(suspect -> time(suspect.path("time"), times));
    } else if (kind == EvidenceKind.DIFF) {
      time(answer.path("time"), times);
      time(answer.path("commit").path("time"), times);
    }
    return times.isEmpty() ? first() : Optional.of(times.getFirst());
  }

  /** The suspect that is meant; the whole answer when none is. */
  Optional<JsonNode> subject() {
    if (chosen == null) {
      return Optional.of(answer);
    }
    for (JsonNode suspect : answer.path("suspects")) {
      if (suspect.path("kind").asString("").equals(chosen.kind())
          && suspect.path("id").asString("").equals(chosen.id())) {
        return Optional.of(suspect);
      }
    }
    return Optional.empty();
  }

  /** The answer in a word: how many events, or a suspect's score. */
  @Nullable String word() {
    Long total = total();
    if (total != null) {
      return total.toString();
    }
    return chosen == null
        ? null
        : subject()
            .map(suspect -> String.format(Locale.ROOT, "%.2f", suspect.path("score").asDouble()))
            .orElse("not suspected");
  }

  /** A digest that two answers share when they say the same. */
  String essence() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(JSON.writeValueAsBytes(subject().map(Answered::counting).orElse(null)));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("every Java has SHA-256", none);
    }
  }

  private static JsonNode counting(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode counting = object.deepCopy();
      counting.remove(BESIDE);
      return counting;
    }
    return node;
  }

  /** Whether {@code now} says the same, as far as this one's version of the API could say it. */
  boolean isSame(Answered now) {
    return complete() == now.complete()
        && subject().isPresent() == now.subject().isPresent()
        && differing(now).isEmpty();
  }

  /** The parts by whose names this and {@code now} differ. */
  Set<String> differing(Answered now) {
    JsonNode own = subject().map(Answered::counting).orElse(JSON.createObjectNode());
    JsonNode theirs =
        SharedFields.of(now.subject().map(Answered::counting).orElse(JSON.createObjectNode()), own);
    Set<String> differing = new TreeSet<>();
    own.propertyNames().forEach(differing::add);
    theirs.propertyNames().forEach(differing::add);
    differing.removeIf(name -> own.path(name).equals(theirs.path(name)));
    return differing;
  }
}
