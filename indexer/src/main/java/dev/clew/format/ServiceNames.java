// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses which service wrote a file from where the file is. */
public final class ServiceNames {
  private static final Set<String> GENERIC =
      Set.of(
          "access",
          "api",
          "failing",
          "passing",
          "failed",
          "passed",
          "good",
          "bad",
          "faulty",
          "ok",
          "run",
          "test",
          "app",
          "application",
          "archive",
          "audit",
          "console",
          "current",
          "daemon",
          "data",
          "debug",
          "err",
          "error",
          "errors",
          "events",
          "info",
          "log",
          "logfile",
          "logs",
          "main",
          "messages",
          "metrics",
          "out",
          "output",
          "root",
          "server",
          "service",
          "spans",
          "stderr",
          "stdout",
          "syslog",
          "system",
          "tmp",
          "trace",
          "traces",
          "var",
          "warn",
          "home",
          "opt",
          "srv",
          "incident",
          "baseline",
          "before",
          "after",
          "normal",
          "abnormal",
          "json",
          "txt",
          "csv",
          "gz");

  private ServiceNames() {}

  /**
   * The service by the file's name, or by the nearest folder above it with a name that says
   * something; null when none does. {@code logs/checkout/app.log} is {@code checkout}, {@code
   * logs/payment.log.gz} is {@code payment}.
   *
   * @param name what people call the source, with the member of an archive
   * @param path the file as given; null for standard input
   */
  public static @Nullable String of(String name, @Nullable Path path) {
    List<String> parts = new ArrayList<>();
    int member = name.lastIndexOf('!');
    if (path != null) {
      path.toAbsolutePath().normalize().forEach(part -> parts.add(part.toString()));
    }
    if (member >= 0) {
      parts.addAll(List.of(name.substring(member + 1).split("/")));
    }
    boolean file = true;
    for (String part : parts.reversed()) {
      String candidate = stem(part, file);
      if (!candidate.isEmpty() && !GENERIC.contains(candidate.toLowerCase(Locale.ROOT))) {
        return candidate;
      }
      file = false;
    }
    return null;
  }

  /** A file's name up to its extensions, without dates and numbers that rotation adds. */
  private static String stem(String part, boolean file) {
    if (!file) {
      return part;
    }
    int dot = part.indexOf('.', 1);
    String stem = dot < 0 ? part : part.substring(0, dot);
    int end = stem.length();
    while (end > 0 && "0123456789-_".indexOf(stem.charAt(end - 1)) >= 0) {
      end--;
    }
    for (String suffix :
        List.of("-access", "-error", "_access", "_error", "-json", "-log", "-app")) {
      if (stem.substring(0, end).endsWith(suffix)) {
        end -= suffix.length();
      }
    }
    return stem.substring(0, end);
  }
}
