// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses which service wrote a file from where the file is. */
final class ServiceNames {
  /** Names that say what kind of file or folder it is, not whose. */
  private static final Set<String> GENERIC =
      Set.of(
          """
          access api failing passing failed passed good bad faulty ok run test app
          application archive audit console current daemon data debug err error errors
          events info logfile logs main messages metrics out output root server spans
          stderr stdout syslog system tmp trace traces var warn home opt srv incident
          baseline before after normal abnormal json txt csv gz old bak prev service log
          containers pods docker lib
          """
              .strip()
              .split("\\s+"));

  private static final Set<String> EXTENSIONS =
      Set.of(
          "log logs txt json jsonl ndjson csv tsv xml out err gz zst zstd xz bz2 lz4 zip tar tgz"
              .split(" "));

  private static final Set<String> OLD = Set.of("old", "bak", "prev", "previous", "orig");

  /** Words for the part that a program plays in a product. */
  private static final Set<String> PARTS =
      Set.of(
          """
          agent api backup collector conductor consumer controller engine listener manager
          notifier producer proxy registry scheduler volume worker
          """
              .strip()
              .split("\\s+"));

  private static final List<String> SUFFIXES =
      List.of("-access", "-error", "_access", "_error", "-json", "-log", "-app");

  private ServiceNames() {}

  /**
   * The service by the file's name, or by the nearest folder above it with a name that says
   * something; null when none does. {@code logs/checkout/app.log} is {@code checkout}, {@code
   * logs/payment.log.gz} is {@code payment}, {@code var/log/neutron/dhcp-agent.log} is {@code
   * neutron-dhcp-agent}.
   *
   * @param name what people call the source, with the member of an archive
   * @param path the file as given; null for standard input
   */
  static @Nullable Said of(String name, @Nullable Path path) {
    List<String> parts = PathParts.of(name, path);
    for (int i = parts.size() - 1; i >= 0; i--) {
      boolean file = i == parts.size() - 1;
      String candidate = file ? stem(parts.get(i)) : parts.get(i);
      if (isTelling(candidate)) {
        if (!file) {
          return new Said(candidate, "from the folder's name");
        }
        return isPartOfProduct(parts, PathParts.given(name), candidate)
            ? new Said(parts.get(i - 1) + "-" + candidate, "from the names of folder and file")
            : new Said(candidate, "from the file's name");
      }
    }
    return null;
  }

  private static boolean isTelling(String candidate) {
    return !candidate.isEmpty()
        && !GENERIC.contains(candidate.toLowerCase(Locale.ROOT))
        && !isIdentity(candidate);
  }

  /** Long hexadecimal names identify containers and checksums. */
  private static boolean isIdentity(String name) {
    String plain = name.endsWith("-json") ? name.substring(0, name.length() - 5) : name;
    return plain.length() >= 32
        && plain.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '-');
  }

  /**
   * Below {@code var/log}, or below what was given, a folder is a product's and {@code
   * l3-agent.log} in it a part's; a folder with a number may be a machine's.
   */
  private static boolean isPartOfProduct(List<String> parts, List<String> given, String stem) {
    int folder = parts.size() - 2;
    if (folder < 0 || !PARTS.contains(stem.substring(stem.lastIndexOf('-') + 1))) {
      return false;
    }
    String product = parts.get(folder);
    boolean system =
        folder >= 2 && parts.get(folder - 1).equals("log") && parts.get(folder - 2).equals("var");
    boolean named = given.size() > 1 && product.chars().noneMatch(Character::isDigit);
    return (system || named) && isTelling(product) && !stem.startsWith(product);
  }

  /** A file's name without its extensions, and without dates and numbers that rotation adds. */
  private static String stem(String file) {
    String stem = trimmed(file);
    int dot = stem.lastIndexOf('.');
    while (dot > 0 && isAddition(stem.substring(dot + 1))) {
      stem = trimmed(stem.substring(0, dot));
      dot = stem.lastIndexOf('.');
    }
    for (String suffix : SUFFIXES) {
      if (stem.endsWith(suffix)) {
        stem = stem.substring(0, stem.length() - suffix.length());
      }
    }
    return stem;
  }

  private static boolean isAddition(String part) {
    String word = part.toLowerCase(Locale.ROOT);
    return word.isEmpty()
        || EXTENSIONS.contains(word)
        || OLD.contains(word)
        || GENERIC.contains(word);
  }

  /** Without numbers and dates at the end, {@code -20260304T101112} and {@code .1} among them. */
  private static String trimmed(String name) {
    int end = name.length();
    while (end > 0 && isNumbering(name, end - 1)) {
      end--;
    }
    return end == 0 ? "" : name.substring(0, end);
  }

  private static boolean isNumbering(String name, int at) {
    char c = name.charAt(at);
    boolean separator = "0123456789-_.".indexOf(c) >= 0;
    boolean between = at > 0 && Character.isDigit(name.charAt(at - 1));
    return separator || ((c == 'T' || c == 'Z') && between);
  }
}
