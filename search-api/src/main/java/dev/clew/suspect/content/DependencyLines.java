// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of dependencies in the files of Maven, Gradle, npm, pip and Poetry, Go, Bundler, Cargo
 * and NuGet. Locks are left alone: they follow.
 */
final class DependencyLines implements LineReader {
  private static final String VERSION = "[\\^~<>=! ]{0,4}v?\\d[\\w.*+-]{0,60}";

  private static final Pattern ELEMENT =
      Pattern.compile("<([\\w.-]{1,100})>\\s*([^<>]{1,200}?)\\s*</\\1>");
  private static final Pattern NUGET =
      Pattern.compile(
          "<Package(?:Reference|Version)\\b[^>]{0,40} Include=\"([^\"]{1,150})\"[^>]{0,40} Version=\"([^\"]{1,60})\"");
  private static final Pattern GRADLE =
      Pattern.compile("[\"']([\\w.-]{1,100}:[\\w.-]{1,100}):([\\w.+-]{1,60})(?:@\\w+|:\\w+)?[\"']");
  private static final Pattern PLUGIN =
      Pattern.compile(
          "\\bid\\s*\\(?[\"']([\\w.-]{1,100})[\"']\\)?\\s+version\\s+[\"']([\\w.+-]{1,60})[\"']");
  private static final Pattern JSON =
      Pattern.compile("^\"([@\\w./-]{1,150})\"\\s*:\\s*\"(" + VERSION + ")\",?$");
  private static final Pattern GO =
      Pattern.compile(
          "^(?:require )?([\\w.-]+\\.[\\w.-]+(?:/[\\w.~-]+)*) (v\\d[\\w.+-]{0,80})(?:\\s*//.*)?$");
  private static final Pattern PIP =
      Pattern.compile(
          "^[\"']?([A-Za-z][\\w.-]{0,100})(?:\\[[\\w, -]{0,80}\\])?\\s*([=<>~!]=?=?\\s*\\d[\\w.*, <>=!~-]{0,60}?)(?:\\s*[;#].*)?[\"']?,?$");
  private static final Pattern GEM =
      Pattern.compile("^gem\\s+[\"']([\\w-]{1,100})[\"']\\s*,\\s*[\"'](" + VERSION + ")[\"']");
  private static final Pattern TOML =
      Pattern.compile("^[\"']?([\\w.-]{1,100})[\"']?\\s*=\\s*[\"'](" + VERSION + ")[\"']");
  private static final Pattern TOML_TABLE =
      Pattern.compile(
          "^[\"']?([\\w.-]{1,100})[\"']?\\s*=\\s*\\{.{0,200}?\\bversion\\s*=\\s*[\"']([^\"']{1,60})[\"']");

  private final List<Pattern> patterns;
  private final boolean maven;
  private String artifact = "";

  private DependencyLines(boolean maven, List<Pattern> patterns) {
    this.maven = maven;
    this.patterns = patterns;
  }

  /** A reader for the file of that name; empty when it is a lock, or unknown. */
  static Optional<LineReader> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csproj") || name.endsWith(".props")) {
      return Optional.of(new DependencyLines(false, List.of(NUGET)));
    }
    return switch (name) {
      case "pom.xml" -> Optional.of(new DependencyLines(true, List.of()));
      case "build.gradle", "build.gradle.kts" ->
          Optional.of(new DependencyLines(false, List.of(GRADLE, PLUGIN)));
      case "package.json" -> Optional.of(new DependencyLines(false, List.of(JSON)));
      case "go.mod" -> Optional.of(new DependencyLines(false, List.of(GO)));
      case "requirements.txt" -> Optional.of(new DependencyLines(false, List.of(PIP)));
      case "pyproject.toml", "pipfile" ->
          Optional.of(new DependencyLines(false, List.of(TOML_TABLE, TOML, PIP)));
      case "gemfile" -> Optional.of(new DependencyLines(false, List.of(GEM)));
      case "cargo.toml", "libs.versions.toml" ->
          Optional.of(new DependencyLines(false, List.of(TOML_TABLE, TOML)));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Item> read(String line) {
    String text = line.strip();
    if (maven) {
      return ofMaven(text);
    }
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        String name = matcher.group(1);
        // a file's own version is none of a dependency
        return name.equals("version")
            ? Optional.empty()
            : Optional.of(Item.dependency(name, matcher.group(2).strip()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void skip() {
    artifact = "";
  }

  private Optional<Item> ofMaven(String text) {
    List<Item> found = new ArrayList<>();
    Matcher matcher = ELEMENT.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (name.equals("artifactId")) {
        artifact = matcher.group(2);
      } else if (name.equals("version") && !artifact.isEmpty()) {
        found.add(Item.dependency(artifact, matcher.group(2)));
      } else if (name.endsWith(".version") || name.startsWith("version.")) {
        found.add(Item.dependency(name, matcher.group(2)));
      }
    }
    if (text.startsWith("</dependency")
        || text.startsWith("</plugin")
        || text.startsWith("</parent")) {
      artifact = "";
    }
    return found.stream().findFirst();
  }
}
