// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is for, by its name. */
public enum FileKind {
  CODE("code"),
  SETTINGS("settings"),
  DEPENDENCIES("dependencies"),
  BUILD("the build"),
  MIGRATION("database migrations"),
  GENERATED("generated or foreign code"),
  TEST("tests"),
  DOCUMENTATION("documentation"),
  LOOKS("styles and pictures"),
  PROJECT("the project's own tooling");

  private static final Pattern GENERATED_PATHS =
      Pattern.compile(
          "(?:^|/)(?:generated|gen-src|generated-sources|node_modules|vendor|third_party)/"
              + "|\\.(?:pb|pb\\.gw)\\.(?:go|cc|h)$|_pb2(?:_grpc)?\\.pyi?$|\\.min\\.(?:js|css)$"
              + "|\\.(?:designer|g)\\.cs$|\\.(?:js|css)\\.map$");
  private static final Pattern MIGRATION_PATHS =
      Pattern.compile(
          "(?:^|/)(?:migrations?|migrate|flyway|liquibase|alembic)/.*\\.(?:sql|py|rb|php|ts|js|go|cs|java|kt|xml|ya?ml)$"
              + "|(?:^|/)[vur]\\d[\\d_.]*__[^/]*\\.sql$|(?:^|/)db\\.changelog[^/]*$");
  private static final Pattern BUILD_PATHS =
      Pattern.compile(
          "^\\.mvn/|\\.(?:gradle|gradle\\.kts|sbt|cmake|bazel|bzl|sln|mk)$"
              + "|(?:^|/)(?:dockerfile|makefile|rakefile)(?:\\.[^/]*)?$");
  private static final Set<String> BUILD_NAMES =
      Set.of("build.xml", "setup.py", "setup.cfg", "cmakelists.txt", "tsconfig.json");
  private static final Pattern PROJECT_PATHS =
      Pattern.compile("^\\.(?:github|circleci|ci|gitlab)/|(?:^|/)\\.[^/]*lint[^/]*$");
  private static final Pattern DOCUMENT_PATHS = Pattern.compile("(?:^|/)docs/");
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
          "composer.json",
          "composer.lock",
          "ivy.xml",
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
          "hcl",
          "tfvars",
          "service");
  private static final Set<String> PROJECT_FILES =
      Set.of(
          "codeowners",
          "license",
          "notice",
          "authors",
          "changelog",
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
  public String words() {
    return words;
  }

  /** True when a running program can behave differently because of it. */
  public boolean runs() {
    return isCode() || this == SETTINGS || this == DEPENDENCIES;
  }

  /** True for what is written in a programming language and runs, or makes what runs. */
  public boolean isCode() {
    return this == CODE || this == BUILD || this == MIGRATION || this == GENERATED;
  }

  /** The kind of the file of that path; what fits no other is code. */
  public static FileKind of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = PathIndex.name(lower);
    if (DEPENDENCY_FILES.contains(name) || name.endsWith(".csproj")) {
      return DEPENDENCIES;
    }
    if (GENERATED_PATHS.matcher(lower).find()) {
      return GENERATED;
    }
    if (TestPaths.isTest(path)) {
      return TEST;
    }
    if (PROJECT_FILES.contains(name) || PROJECT_PATHS.matcher(lower).find()) {
      return PROJECT;
    }
    if (BUILD_NAMES.contains(name) || BUILD_PATHS.matcher(lower).find()) {
      return BUILD;
    }
    return MIGRATION_PATHS.matcher(lower).find() ? MIGRATION : byEnding(lower, name);
  }

  private static FileKind byEnding(String path, String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (DOCUMENT_ENDINGS.contains(ending) || DOCUMENT_PATHS.matcher(path).find()) {
      return DOCUMENTATION;
    }
    if (LOOK_ENDINGS.contains(ending)) {
      return LOOKS;
    }
    return SETTING_ENDINGS.contains(ending) ? SETTINGS : CODE;
  }
}
