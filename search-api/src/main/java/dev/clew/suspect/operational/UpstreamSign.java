// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.operational;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.symptom.Symptom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls to a host outside the system fail: what answers there is not ours to have broken. */
final class UpstreamSign implements OperationalSign {
  private static final Pattern HOST =
      Pattern.compile("(?i)(?<![\\w@.-])((?:[a-z0-9-]{1,63}\\.){1,6}[a-z]{2,18})(?![\\w-]|\\.\\w)");

  /** The public endings that services of other companies live under. */
  private static final Set<String> PUBLIC =
      Set.of(
          "com", "net", "org", "io", "dev", "cloud", "ai", "app", "co", "eu", "de", "uk", "fr",
          "us", "ca", "in", "jp", "cn", "au", "br", "nl", "ch", "biz", "info");

  private static final Pattern SERVER_FAULT =
      Pattern.compile(
          "\\b5\\d\\d\\b|bad gateway|service unavailable|gateway time-?out|internal server error",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_ANSWER =
      Pattern.compile(
          "time-?d? ?out|deadline|connection (?:refused|reset)|unreachable|no route|econnrefused|econnreset|etimedout",
          Pattern.CASE_INSENSITIVE);

  /** What stands before a host that was called, and not before one's own name or a Java package. */
  private static final Pattern CALLED =
      Pattern.compile(
          "(?i)(?:://(?:[^/@ ]{1,40}@)?|(?:upstream|peer|remote|host|endpoint|target|address|url)[a-z._]{0,12}[=:] ?\"?|\\b(?:to|from|calling|contacting|reaching|upstream|host) )$");

  private static final int LEAD = 60;

  /** Fewer calls than this may be an accident. */
  private static final int SOME = 5;

  private static final double FAULTS = 0.6;
  private static final double NO_ANSWERS = 0.35;
  private static final double SHARE = 0.25;
  private static final double FEW = 0.4;

  @Override
  public Optional<Suspect> look(Symptom symptom) {
    Map<String, List<Symptom.Message>> byHost = new HashMap<>();
    for (Symptom.Message message : symptom.messages()) {
      if (SERVER_FAULT.matcher(message.text()).find() || NO_ANSWER.matcher(message.text()).find()) {
        host(message.text())
            .ifPresent(host -> byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(message));
      }
    }
    return byHost.entrySet().stream()
        .max(
            Comparator.comparingLong(
                    (Map.Entry<String, List<Symptom.Message>> entry) -> count(entry.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(entry -> suspect(entry.getKey(), entry.getValue(), symptom));
  }

  private static Suspect suspect(String host, List<Symptom.Message> messages, Symptom symptom) {
    List<Evidence> evidence = new ArrayList<>();
    List<Symptom.Message> faults =
        messages.stream().filter(message -> SERVER_FAULT.matcher(message.text()).find()).toList();
    List<Symptom.Message> silent =
        messages.stream().filter(message -> !faults.contains(message)).toList();
    if (!faults.isEmpty()) {
      evidence.add(
          Evidence.seen(
              FAULTS,
              "%s answered %d times with a fault of its own: %s"
                  .formatted(host, count(faults), Operational.shortened(faults.get(0).text())),
              faults.get(0).event()));
    }
    if (!silent.isEmpty()) {
      evidence.add(
          Evidence.seen(
              NO_ANSWERS,
              "%s did not answer %d times: %s"
                  .formatted(host, count(silent), Operational.shortened(silent.get(0).text())),
              silent.get(0).event()));
    }
    String service = messages.get(0).service();
    long all =
        symptom.messages().stream()
            .filter(message -> service == null || service.equals(message.service()))
            .mapToLong(Symptom.Message::count)
            .sum();
    long share = Math.round(100.0 * count(messages) / Math.max(1, all));
    if (share >= 60) {
      evidence.add(
          Evidence.of(
              SHARE,
              "%d %% of what %s complains of are calls to %s"
                  .formatted(share, service == null ? "the log" : service, host)));
    }
    double sure = count(messages) >= SOME ? 1 : FEW;
    evidence.replaceAll(
        piece -> new Evidence(piece.weight() * sure, piece.text(), null, 0, piece.event()));
    return Operational.suspect("upstream", "an outage of " + host, service, evidence);
  }

  /** The first outside host that the text says was called. */
  private static Optional<String> host(String text) {
    Matcher matcher = HOST.matcher(text);
    while (matcher.find()) {
      String host = matcher.group(1).toLowerCase(Locale.ROOT);
      String ending = host.substring(host.lastIndexOf('.') + 1);
      String lead = text.substring(Math.max(0, matcher.start() - LEAD), matcher.start());
      if (PUBLIC.contains(ending) && CALLED.matcher(lead).find()) {
        return Optional.of(host);
      }
    }
    return Optional.empty();
  }

  private static long count(List<Symptom.Message> messages) {
    return messages.stream().mapToLong(Symptom.Message::count).sum();
  }
}
