// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.statement.LoggerNames.Agreement;
import dev.clew.code.syntax.Said.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Ranks the statements of a commit by how well they explain a line. The score is the share of the
 * message that fixed text accounts for, plus up to 0.3 for how much text that is, plus what logger
 * and level say, less what the way it is printed makes unlikely.
 */
final class Matcher {
  private static final double LONG_TEXT = 0.3;
  private static final double LONG_LETTERS = 20;
  private static final double LOGGER_SAME = 0.4;
  private static final double LOGGER_OTHER = -0.3;
  private static final double LEVEL_SAME = 0.1;
  private static final double LEVEL_OTHER = -0.3;
  private static final double LOOSE = -0.7;

  private static final Map<Kind, Double> KINDS =
      Map.of(Kind.LOG, 0.0, Kind.PRINT, -0.08, Kind.THROW, -0.15, Kind.TEXT, -0.2);

  /** Fewer letters explain nothing, unless logger and level both agree. */
  private static final int MIN_EXPLAINED = 3;

  /** Scores this close together do not decide. */
  private static final double CLOSE = 0.02;

  private final StatementIndex index;

  Matcher(StatementIndex index) {
    this.index = index;
  }

  private record Rated(
      Statement statement, Fit fit, double score, Agreement logger, Agreement level, int length) {}

  List<Match> rank(Printed printed, int limit) {
    String message = Messages.squeezed(printed.message()).strip();
    if (message.isEmpty()) {
      return List.of();
    }
    List<Rated> rated =
        index.statements().stream()
            .flatMap(statement -> rate(statement, message, printed).stream())
            .sorted(
                Comparator.comparingDouble(Rated::score)
                    .reversed()
                    .thenComparing(one -> one.statement.path())
                    .thenComparingInt(one -> one.statement.said().first()))
            .toList();
    List<Match> matches = new ArrayList<>();
    for (Rated one : rated.subList(0, Math.min(limit, rated.size()))) {
      matches.add(
          new Match(
              one.statement,
              Math.round(one.score * 1000) / 1000.0,
              Math.min(1, one.fit.explained() / (double) Math.max(1, one.length)),
              one.fit.values(),
              reasons(one, rated)));
    }
    return matches;
  }

  private Optional<Rated> rate(Statement statement, String message, Printed printed) {
    Optional<Fit> fit = Fit.of(statement.said().template(), message);
    if (fit.isEmpty()) {
      return Optional.empty();
    }
    Agreement logger = LoggerNames.compare(printed.logger(), statement, index);
    Agreement level = level(printed.level(), statement.said().level());
    int explained = fit.get().explained();
    boolean only = logger == Agreement.SAME && level != Agreement.OTHER;
    if (explained < MIN_EXPLAINED && !only) {
      return Optional.empty();
    }
    int length = Math.max(1, Fit.weight(message));
    double score =
        explained / (double) length
            + LONG_TEXT * Math.min(1, explained / LONG_LETTERS)
            + LOOSE * fit.get().loose() / length
            + weigh(logger, LOGGER_SAME, LOGGER_OTHER)
            + weigh(level, LEVEL_SAME, LEVEL_OTHER)
            + KINDS.getOrDefault(statement.said().kind(), 0.0);
    return score > 0
        ? Optional.of(new Rated(statement, fit.get(), score, logger, level, length))
        : Optional.empty();
  }

  private static double weigh(Agreement agreement, double same, double other) {
    return switch (agreement) {
      case SAME -> same;
      case OTHER -> other;
      case UNKNOWN -> 0;
    };
  }

  private static Agreement level(String printed, String stated) {
    String level = plain(printed);
    if (level.isEmpty() || stated.isEmpty()) {
      return Agreement.UNKNOWN;
    }
    boolean grave = isGrave(level) && isGrave(stated);
    return level.equals(stated) || grave ? Agreement.SAME : Agreement.OTHER;
  }

  private static boolean isGrave(String level) {
    return level.equals("ERROR") || level.equals("FATAL");
  }

  private static String plain(String level) {
    return switch (level.strip().toUpperCase(Locale.ROOT)) {
      case "WARNING", "WARN", "W" -> "WARN";
      case "INFORMATION", "INFO", "NOTICE", "I" -> "INFO";
      case "ERR", "ERROR", "SEVERE", "E" -> "ERROR";
      case "FATAL", "CRITICAL", "CRIT", "PANIC", "EMERG", "ALERT", "F" -> "FATAL";
      case "DEBUG", "FINE", "CONFIG", "D" -> "DEBUG";
      case "TRACE", "FINER", "FINEST", "VERBOSE", "T" -> "TRACE";
      default -> "";
    };
  }

  private List<String> reasons(Rated one, List<Rated> rated) {
    List<String> reasons = new ArrayList<>();
    int percent = Math.min(100, (int) Math.round(100.0 * one.fit.explained() / one.length));
    reasons.add("its fixed text is %d %% of the message".formatted(percent));
    switch (one.logger) {
      case SAME -> reasons.add("the logger is that of its class or file");
      case OTHER -> reasons.add("the logger is that of another class");
      case UNKNOWN -> {
        // nothing to say
      }
    }
    switch (one.level) {
      case SAME -> reasons.add("the level agrees");
      case OTHER -> reasons.add("it prints at level " + one.statement.said().level());
      case UNKNOWN -> {
        // nothing to say
      }
    }
    switch (one.statement.said().kind()) {
      case THROW -> reasons.add("it is the message of an exception, printed by who catches it");
      case TEXT -> reasons.add("the text stands here, but what prints it is not known");
      default -> {
        // the usual way
      }
    }
    long close =
        rated.stream().filter(other -> Math.abs(other.score - one.score) <= CLOSE).count() - 1;
    int same = index.sameText(one.statement);
    if (close > 0) {
      reasons.add("ambiguous: %d other %s as well".formatted(close, close == 1 ? "fits" : "fit"));
    }
    if (same > 1) {
      reasons.add("the same text stands in %d places".formatted(same));
    }
    return reasons;
  }
}
