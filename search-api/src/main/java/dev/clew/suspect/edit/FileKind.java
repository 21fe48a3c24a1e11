// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.code.PathIndex;
import dev.clew.code.TestPaths;
import java.util.Locale;
import java.util.Set;

/** What a file is for, by its name. */
public enum FileKind {
  CODE("code"),
  SETTINGS("settings"),
  DEPENDENCIES("dependencies"),
  TEST("tests"),
  DOCUMENTATION("documentation"),
  LOOKS("styles and pictures"),
  PROJECT("the project's own tooling");

  private static final Set<String> DEPENDENCY_FILES =
      Set.of(
          "go.mod",
          "go.sum",
          "pom.xml",
          "package.json",
          "package-lock.json",
          "yarn.lock",
          "pnpm-lock.yaml",
          "build.gradle",
          "build.gradle.kts",
          "libs.versions.toml",
          "requirements.txt",
          "poetry.lock",
          "pyproject.toml",
          "pipfile",
          "pipfile.lock",
          "cargo.toml",
          "cargo.lock",
          "gemfile",
          "gemfile.lock",
          "packages.config",
          "directory.packages.props",
          "gradle.lockfile");
  private static final Set<String> DOCUMENT_ENDINGS = Set.of("md", "txt", "rst", "adoc", "pdf");
  private static final Set<String> LOOK_ENDINGS =
      Set.of("css", "scss", "less", "svg", "png", "jpg", "jpeg", "gif", "ico", "woff", "woff2");
  private static final Set<String> SETTING_ENDINGS =
      Set.of(
          "yaml",
          "yml",
          "properties",
          "toml",
          "json",
          "conf",
          "cfg",
          "ini",
          "env",
          "tf",
          "xml",
          "hcl");
  private static final Set<String> PROJECT_FILES =
      Set.of(
          "codeowners",
          "license",
          "notice",
          "changelog",
          "makefile",
          "jenkinsfile",
          ".gitignore",
          ".gitattributes",
          ".editorconfig",
          ".dockerignore",
          ".gitlab-ci.yml",
          ".travis.yml",
          ".pre-commit-config.yaml");

  private final String words;

  FileKind(String words) {
    this.words = words;
  }

  /** The kind as a sentence names it. */
  String words() {
    return words;
  }

  /** True when a running program can behave differently because of it. */
  public boolean runs() {
    return this == CODE || this == SETTINGS || this == DEPENDENCIES;
  }

  public static FileKind of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = PathIndex.name(lower);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (DEPENDENCY_FILES.contains(name) || name.endsWith(".csproj")) {
      return DEPENDENCIES;
    }
    if (TestPaths.isTest(path)) {
      return TEST;
    }
    if (lower.startsWith(".github/")
        || lower.startsWith(".circleci/")
        || lower.startsWith(".ci/")
        || PROJECT_FILES.contains(name)
        || (name.startsWith(".") && name.contains("lint"))) {
      return PROJECT;
    }
    if (DOCUMENT_ENDINGS.contains(ending)
        || lower.startsWith("docs/")
        || lower.contains("/docs/")) {
      return DOCUMENTATION;
    }
    if (LOOK_ENDINGS.contains(ending)) {
      return LOOKS;
    }
    return SETTING_ENDINGS.contains(ending) ? SETTINGS : CODE;
  }
}
