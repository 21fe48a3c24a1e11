// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.home;

import dev.clew.code.PathIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a build file calls what it builds. The files are read as text, whatever their faults. */
final class BuildFiles {
  /** A name stands near the top; what is behind is not looked at, in characters. */
  private static final int LOOKED_AT = 16_384;

  /** How a file names its artifact, and what that name is called. */
  private record Form(Pattern name, String called) {}

  private static final Map<String, Form> BY_NAME =
      Map.of(
          "pom.xml",
          new Form(Pattern.compile("<artifactId>\\s*([^<\\s]+)"), "artifactId of its pom.xml"),
          "package.json",
          new Form(
              Pattern.compile("(?m)^[ \\t{]*\"name\"\\s*:\\s*\"([^\"]+)\""),
              "name in its package.json"),
          "go.mod",
          new Form(Pattern.compile("(?m)^module\\s+(\\S+)"), "module of its go.mod"),
          "pyproject.toml",
          new Form(
              Pattern.compile("(?m)^name\\s*=\\s*[\"']([^\"']+)"), "name in its pyproject.toml"),
          "cargo.toml",
          new Form(Pattern.compile("(?m)^name\\s*=\\s*[\"']([^\"']+)"), "name in its Cargo.toml"),
          "setup.py",
          new Form(Pattern.compile("\\bname\\s*=\\s*[\"']([^\"']+)"), "name in its setup.py"),
          "settings.gradle",
          new Form(Pattern.compile("rootProject.name\\s*=\\s*[\"']([^\"']+)"), "its Gradle name"),
          "settings.gradle.kts",
          new Form(Pattern.compile("rootProject.name\\s*=\\s*[\"']([^\"']+)"), "its Gradle name"));

  /** Build files that do not name what they build: they tell that a folder is built alone. */
  private static final List<String> NAMELESS =
      List.of(
          "build.gradle",
          "build.gradle.kts",
          "requirements.txt",
          "dockerfile",
          "gemfile",
          "composer.json",
          "cmakelists.txt");

  private static final String CSHARP = ".csproj";

  private BuildFiles() {}

  /** A name, and where it stands. */
  record Named(String name, String how) {}

  /** True when a folder that holds the file is built on its own. */
  static boolean is(String path) {
    String name = PathIndex.name(path).toLowerCase(Locale.ROOT);
    return names(path) || NAMELESS.contains(name);
  }

  /** True when the file tells how it calls what it builds. */
  static boolean names(String path) {
    String name = PathIndex.name(path).toLowerCase(Locale.ROOT);
    return BY_NAME.containsKey(name) || name.endsWith(CSHARP);
  }

  /** What the file {@code path} with these lines builds, without owner and version. */
  static Optional<Named> read(String path, List<String> lines) {
    String file = PathIndex.name(path);
    if (file.toLowerCase(Locale.ROOT).endsWith(CSHARP)) {
      String own = file.substring(0, file.length() - CSHARP.length());
      return Optional.of(new Named(last(own, '.'), "name of its project file"));
    }
    Form form = BY_NAME.get(file.toLowerCase(Locale.ROOT));
    if (form == null) {
      return Optional.empty();
    }
    String text = head(lines);
    if (file.equals("pom.xml")) {
      text = text.replaceFirst("(?s)<parent>.*?</parent>", "");
    }
    Matcher matcher = form.name.matcher(text);
    return matcher.find()
        ? Optional.of(new Named(artifact(matcher.group(1)), form.called))
        : Optional.empty();
  }

  /** {@code @acme/web} is web, {@code github.com/acme/refunds/v2} is refunds. */
  private static String artifact(String name) {
    return last(name.replaceFirst("/v\\d+$", ""), '/');
  }

  private static String last(String name, char separator) {
    return name.substring(name.lastIndexOf(separator) + 1);
  }

  private static String head(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (text.length() + line.length() > LOOKED_AT) {
        break;
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }
}
