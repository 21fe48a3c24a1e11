// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.Severity;

/** Severities that are numbers. */
public final class NumericLevels {
  private NumericLevels() {}

  /**
   * The severity of a logger's number: tens from 10 (trace) to 60 (fatal) as bunyan and pino write
   * them, hundreds from 100 (debug) as Monolog does, thousands from 5000 (trace) as Logback does,
   * or 0 (emergency) to 7 (debug) as RFC 5424 defines them.
   *
   * @param syslog that small numbers are those of RFC 5424
   */
  public static Severity severity(String digits, boolean syslog) {
    int number = Integer.parseInt(digits);
    if (number >= 1000) {
      return tens(number < 10_000 ? 1 : 1 + number / 10_000);
    }
    if (number >= 100) {
      return tens(1 + number / 100);
    }
    if (number >= 10) {
      return tens(number / 10);
    }
    return syslog ? syslog(number) : Severity.UNSPECIFIED;
  }

  private static Severity tens(int number) {
    return switch (number) {
      case 0, 1 -> Severity.TRACE;
      case 2 -> Severity.DEBUG;
      case 3 -> Severity.INFO;
      case 4 -> Severity.WARN;
      case 5 -> Severity.ERROR;
      default -> Severity.FATAL;
    };
  }

  /** The numbers of Python's logging: 10 (debug) to 50 (critical). */
  public static Severity python(String digits) {
    return tens(1 + Integer.parseInt(digits) / 10);
  }

  /** The numbers of Google Cloud's {@code LogSeverity}: 100 (debug) to 800 (emergency). */
  public static Severity googleCloud(String digits) {
    return switch (Integer.parseInt(digits) / 100) {
      case 0 -> Severity.UNSPECIFIED;
      case 1 -> Severity.DEBUG;
      case 2, 3 -> Severity.INFO;
      case 4 -> Severity.WARN;
      case 5 -> Severity.ERROR;
      default -> Severity.FATAL;
    };
  }

  /** The numbers of Application Insights: 0 (verbose) to 4 (critical). */
  public static Severity applicationInsights(String digits) {
    return tens(2 + Integer.parseInt(digits));
  }

  /** RFC 5424, section 6.2.1. */
  public static Severity syslog(int number) {
    return switch (number) {
      case 0, 1, 2 -> Severity.FATAL;
      case 3 -> Severity.ERROR;
      case 4 -> Severity.WARN;
      case 5, 6 -> Severity.INFO;
      case 7 -> Severity.DEBUG;
      default -> Severity.UNSPECIFIED;
    };
  }

  /** The severity numbers 1 to 24 of the OpenTelemetry log data model. */
  public static Severity openTelemetry(String digits) {
    int number = Integer.parseInt(digits);
    Severity found = Severity.UNSPECIFIED;
    for (Severity severity : Severity.values()) {
      if (number <= 24 && severity.number() <= number) {
        found = severity;
      }
    }
    return found;
  }
}
