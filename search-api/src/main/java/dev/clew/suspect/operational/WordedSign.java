// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.operational;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.symptom.Symptom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An operational cause that programs name in well-known words. */
final class WordedSign implements OperationalSign {
  private final String id;
  private final String title;
  private final Pattern words;
  private final double weight;

  private WordedSign(String id, String title, double weight, String words) {
    this.id = id;
    this.title = title;
    this.weight = weight;
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /** All of them. */
  static List<OperationalSign> all() {
    return List.of(
        new WordedSign(
            "disk",
            "a full or failing disk",
            0.8,
            "no space left on device|\\benospc\\b|disk (?:is )?full|disk quota exceeded|not enough space|read-only file system|input/output error|free disk space"),
        new WordedSign(
            "dns",
            "a name that does not resolve",
            0.65,
            "unknownhostexception|no such host|name or service not known|temporary failure in name resolution|nxdomain|getaddrinfo|enotfound|eai_again|could not resolve host|name resolution failed|servfail"),
        new WordedSign(
            "quota",
            "a quota or rate limit of somebody else",
            0.55,
            "too many requests|rate ?limit(?:ed)? exceeded|rate exceeded|quota (?:was )?exceeded|throttlingexception|resource_exhausted|requestlimitexceeded|\\bstatus(?: code)?[ =:]429\\b|returned 429"),
        new WordedSign(
            "host",
            "the machine itself",
            0.55,
            "too many open files|cannot allocate memory|\\boomkilled\\b|oom-?killer|out of memory: kill|evicted|node ?not ?ready|segmentation fault|no buffer space|kernel:|hardware error|exit code 137"),
        new WordedSign(
            "data",
            "data that the program cannot take",
            0.3,
            "malformed (?:record|row|json|input|message|payload)|unexpected (?:character|token|end of)|duplicate key|violates (?:unique|foreign|check|not-null)|invalid (?:byte sequence|utf-?8|record|payload)|poison (?:message|pill)|data truncation|out of range value|constraintviolation|corrupt(?:ed)? (?:record|row|file|block|data)|checksum mismatch"));
  }

  @Override
  public Optional<Suspect> look(Symptom symptom) {
    List<Symptom.Message> speaking =
        symptom.messages().stream()
            .filter(message -> words.matcher(message.text()).find())
            .toList();
    if (speaking.isEmpty()) {
      boolean thrown =
          symptom.exceptionTexts().stream().anyMatch(text -> words.matcher(text).find());
      return thrown
          ? Optional.of(
              Operational.suspect(
                  id, title, null, List.of(Evidence.of(weight, "the exception says so"))))
          : Optional.empty();
    }
    long count = speaking.stream().mapToLong(Symptom.Message::count).sum();
    long all = symptom.messages().stream().mapToLong(Symptom.Message::count).sum();
    double share = (double) count / Math.max(1, all);
    Symptom.Message example = speaking.get(0);
    Evidence evidence =
        Evidence.seen(
            weight * (0.6 + 0.4 * share),
            "%d of %d failing events say so: %s"
                .formatted(count, all, Operational.shortened(example.text())),
            example.event());
    return Optional.of(Operational.suspect(id, title, example.service(), List.of(evidence)));
  }
}
