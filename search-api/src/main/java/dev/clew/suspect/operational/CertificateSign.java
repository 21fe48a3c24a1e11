// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.operational;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.Times;
import dev.clew.suspect.symptom.Symptom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate is outside its validity: no code made it expire, only the calendar did. */
final class CertificateSign implements OperationalSign {
  private static final List<String> MARKS =
      List.of(
          "certificate has expired",
          "certificate expired",
          "certificate is expired",
          "certificate_expired",
          "certificateexpiredexception",
          "certificatenotyetvalid",
          "certificate is not yet valid",
          "certificate not yet valid",
          "cert has expired",
          "cert_has_expired",
          "validity check failed",
          "pkix path validation failed: java.security.cert.certpathvalidatorexception: validity",
          "notafter:",
          "certificate is not valid after");
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\b(\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?+(?:Z|[+-]\\d\\d:\\d\\d))");

  /** As {@code java.util.Date} prints it: Java names the end of a validity so. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\b([A-Z][a-z]{2} [A-Z][a-z]{2} \\d\\d \\d\\d:\\d\\d:\\d\\d [A-Z]{3,5} \\d{4})\\b");

  private static final DateTimeFormatter DATE_FORMAT =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.ENGLISH);
  private static final Pattern END =
      Pattern.compile("(?i)not ?after|is after|expired (?:on|at)|valid (?:until|to)");

  /** How far behind the word its moment may stand, in characters. */
  private static final int NEAR = 60;

  private static final double NAMED = 0.6;
  private static final double COINCIDES = 0.5;
  private static final double DATED = 0.2;
  private static final Duration CLOSE = Duration.ofMinutes(15);

  @Override
  public Optional<Suspect> look(Symptom symptom) {
    List<Symptom.Message> speaking =
        symptom.messages().stream().filter(message -> names(message.text())).toList();
    boolean elsewhere = names(symptom.text());
    if (speaking.isEmpty() && !elsewhere) {
      return Optional.empty();
    }
    List<Evidence> evidence = new ArrayList<>();
    long count = speaking.stream().mapToLong(Symptom.Message::count).sum();
    evidence.add(
        speaking.isEmpty()
            ? Evidence.of(NAMED, "the failure names a certificate outside its validity")
            : Evidence.seen(
                NAMED,
                "%d events name a certificate outside its validity: %s"
                    .formatted(count, Operational.shortened(speaking.get(0).text())),
                speaking.get(0).event()));
    end(symptom).ifPresent(end -> evidence.add(dated(end, symptom)));
    String service =
        speaking.stream()
            .map(Symptom.Message::service)
            .filter(name -> name != null)
            .findFirst()
            .orElse(null);
    return Optional.of(
        Operational.suspect(
            "certificate", "an expired or not yet valid certificate", service, evidence));
  }

  private static Evidence dated(Instant end, Symptom symptom) {
    Instant onset = symptom.onset();
    boolean close = onset != null && Duration.between(end, onset).abs().compareTo(CLOSE) <= 0;
    return close
        ? Evidence.of(
            COINCIDES,
            "its validity ended at %s, %s from the first failure"
                .formatted(end, Times.between(end, onset)))
        : Evidence.of(DATED, "its validity ended at %s".formatted(end));
  }

  private static boolean names(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return MARKS.stream().anyMatch(lower::contains);
  }

  /** The moment named right after a word for the end of validity. */
  private static Optional<Instant> end(Symptom symptom) {
    String text = symptom.text();
    Matcher word = END.matcher(text);
    while (word.find()) {
      String after = text.substring(word.end(), Math.min(text.length(), word.end() + NEAR));
      Optional<Instant> end = first(after);
      if (end.isPresent()) {
        return end;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> first(String text) {
    Matcher moment = MOMENT.matcher(text);
    if (moment.find()) {
      return parse(() -> OffsetDateTime.parse(moment.group(1).replace(' ', 'T')).toInstant());
    }
    Matcher date = DATE.matcher(text);
    return date.find()
        ? parse(() -> ZonedDateTime.parse(date.group(1), DATE_FORMAT).toInstant())
        : Optional.empty();
  }

  private static Optional<Instant> parse(Supplier<Instant> parser) {
    try {
      return Optional.of(parser.get());
    } catch (DateTimeException e) {
      // digits that are no moment, such as month 13
      return Optional.empty();
    }
  }
}
