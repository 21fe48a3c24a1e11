// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import dev.clew.http.json.incident.ToldJson.AskToldJson;
import dev.clew.http.json.incident.ToldJson.ChosenToldJson;
import dev.clew.http.json.incident.ToldJson.HeadJson;
import dev.clew.http.json.incident.ToldJson.ItemToldJson;
import dev.clew.http.json.incident.ToldJson.NewItemJson;
import dev.clew.http.json.incident.ToldJson.OpeningJson;
import dev.clew.http.json.incident.ToldJson.PinJson;
import dev.clew.incident.Ask;
import dev.clew.incident.Chosen;
import dev.clew.incident.EvidenceKind;
import dev.clew.incident.Gravity;
import dev.clew.incident.ItemKind;
import dev.clew.incident.ItemRevised;
import dev.clew.incident.ItemText;
import dev.clew.incident.Opening;
import dev.clew.incident.Review;
import dev.clew.incident.Revised;
import dev.clew.incident.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies. Each method throws {@link IllegalArgumentException} for what cannot be used; the
 * message begins with the name of the part.
 */
public final class Told {
  private static final Instant FIRST = Instant.parse("1700-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
  private static final int LONGEST_TIME = 64;
  private static final int MOST_PARAMETERS = 30;

  private Told() {}

  /** What has to be told. */
  public static <T> T required(String name, @Nullable T told) {
    if (told == null) {
      throw new IllegalArgumentException(name + ": it is needed");
    }
    return told;
  }

  /** A moment in ISO 8601, of the years 1700 to 2199, with its zone. */
  public static Instant time(String name, String text) {
    try {
      if (text.length() <= LONGEST_TIME) {
        Instant time = OffsetDateTime.parse(text).toInstant();
        if (!time.isBefore(FIRST) && time.isBefore(LAST)) {
          return time;
        }
      }
    } catch (DateTimeException none) {
      // told below, in words that help more than the parser's
    }
    throw new IllegalArgumentException(
        name + ": it is no time of the years 1700 to 2199; write it like 2026-11-21T14:05:00.5Z");
  }

  /**
   * @param zone when none is told
   */
  public static Opening opening(OpeningJson told, ZoneId zone) {
    return new Opening(
        required("title", told.title()),
        named("severity", told.severity(), Gravity::named),
        told.lead(),
        Objects.requireNonNullElse(told.zone(), zone.getId()),
        required("by", told.by()));
  }

  public static Revised revised(HeadJson told) {
    return new Revised(
        required("revision", told.revision()),
        required("by", told.by()),
        told.title(),
        named("severity", told.severity(), Gravity::named),
        named("status", told.status(), Status::named),
        named("review", told.review(), Review::named),
        told.lead(),
        told.zone());
  }

  private static <T> @Nullable T named(
      String name, @Nullable String word, Function<String, T> reader) {
    try {
      return word == null ? null : reader.apply(word);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(name + ": " + none.getMessage(), none);
    }
  }

  /** The constant that a word names. */
  public static <T> T one(String name, @Nullable String word, Function<String, T> reader) {
    return required(name, named(name, word, reader));
  }

  public static Witness.Wanted wanted(PinJson told) {
    AskToldJson ask = required("ask", told.ask());
    ChosenToldJson chosen = told.chosen();
    return new Witness.Wanted(
        one("kind", told.kind(), EvidenceKind::named),
        required("title", told.title()),
        ask(ask),
        chosen == null
            ? null
            : new Chosen(
                required("chosen.kind", chosen.kind()), required("chosen.id", chosen.id())),
        told.view(),
        required("by", told.by()));
  }

  private static Ask ask(AskToldJson told) {
    Map<String, String> parameters = Objects.requireNonNullElse(told.parameters(), Map.of());
    if (parameters.size() > MOST_PARAMETERS) {
      throw new IllegalArgumentException("ask: it has %d parameters".formatted(parameters.size()));
    }
    parameters.forEach((name, value) -> required("ask.parameters." + name, value));
    String path = required("ask.path", told.path());
    if (path.indexOf('?') >= 0) {
      throw new IllegalArgumentException(
          "ask.path: it has a \"?\"; give parameters by their names");
    }
    return new Ask(path, parameters);
  }

  /**
   * @param moments when what a piece of evidence shows happened, by its id
   */
  public static ItemText item(NewItemJson told, Function<String, Optional<Instant>> moments) {
    return new ItemText(
        itemTime(told, moments),
        one("kind", told.kind(), ItemKind::named),
        required("text", told.text()),
        told.service(),
        told.evidence(),
        required("by", told.by()));
  }

  private static Instant itemTime(NewItemJson told, Function<String, Optional<Instant>> moments) {
    if (told.time() != null) {
      return time("time", told.time());
    }
    String evidence = told.evidence();
    return required(
        "time",
        evidence == null || evidence.isEmpty() ? null : moments.apply(evidence).orElse(null));
  }

  public static ItemRevised revised(ItemToldJson told) {
    return new ItemRevised(
        required("revision", told.revision()),
        told.time() == null ? null : time("time", told.time()),
        told.text(),
        told.evidence(),
        Boolean.TRUE.equals(told.remove()),
        required("by", told.by()));
  }
}
