// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.PathIndex;
import dev.clew.code.TestPaths;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is for, by its path. */
public enum PathClass {
  SOURCE,
  TEST,
  DOCS,
  BUILD,
  CONFIG,
  MIGRATION,
  GENERATED;

  private static final Pattern GENERATED_PATHS =
      Pattern.compile(
          "(?:^|/)(?:generated|gen-src|generated-sources|node_modules|vendor|third_party|dist)/"
              + "|\\.(?:pb|pb\\.gw)\\.(?:go|cc|h)$|_pb2(?:_grpc)?\\.pyi?$|\\.min\\.(?:js|css)$"
              + "|\\.(?:designer|g)\\.cs$|\\.map$");
  private static final Pattern MIGRATION_PATHS =
      Pattern.compile(
          "(?:^|/)(?:migrations?|migrate|flyway|liquibase|alembic)/.*\\.(?:sql|py|rb|php|ts|js|go|cs|java|kt|xml|ya?ml)$"
              + "|(?:^|/)[vur]\\d[\\d_.]*__[^/]*\\.sql$|(?:^|/)db\\.changelog[^/]*$");
  private static final Pattern TEST_PATHS =
      Pattern.compile("(?:^|/)(?:tests?|__tests__|spec|testdata|fixtures?)/");
  private static final Pattern BUILD_PATHS =
      Pattern.compile(
          "^\\.(?:github|circleci|ci|gitlab|mvn)/|(?:^|/)(?:\\.travis|\\.gitlab-ci)\\.ya?ml$"
              + "|\\.(?:gradle|gradle\\.kts|sbt|cmake|bazel|bzl|csproj|sln|mk|lock|lockfile)$"
              + "|(?:^|/)(?:dockerfile|makefile|jenkinsfile|rakefile)(?:\\.[^/]*)?$");
  private static final Set<String> BUILD_NAMES =
      Set.of(
          "pom.xml",
          "build.xml",
          "ivy.xml",
          "package.json",
          "package-lock.json",
          "go.mod",
          "go.sum",
          "cargo.toml",
          "gemfile",
          "composer.json",
          "pyproject.toml",
          "setup.py",
          "setup.cfg",
          "requirements.txt",
          "pipfile",
          "cmakelists.txt",
          "packages.config",
          "directory.packages.props",
          "libs.versions.toml",
          "tsconfig.json",
          ".gitignore",
          ".gitattributes",
          ".editorconfig",
          "codeowners");
  private static final Set<String> DOC_ENDINGS =
      Set.of("md", "txt", "rst", "adoc", "pdf", "html", "css", "svg", "png", "jpg", "jpeg", "gif");
  private static final Set<String> DOC_NAMES = Set.of("license", "notice", "changelog", "authors");
  private static final Pattern DOC_PATHS = Pattern.compile("(?:^|/)(?:docs?|documentation)/");
  private static final Set<String> CONFIG_ENDINGS =
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

  /** The class of a path; what fits no other is source. */
  public static PathClass of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = PathIndex.name(lower);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (GENERATED_PATHS.matcher(lower).find()) {
      return GENERATED;
    }
    if (TestPaths.isTest(path) || TEST_PATHS.matcher(lower).find()) {
      return TEST;
    }
    if (BUILD_NAMES.contains(name) || BUILD_PATHS.matcher(lower).find()) {
      return BUILD;
    }
    if (MIGRATION_PATHS.matcher(lower).find()) {
      return MIGRATION;
    }
    if (DOC_ENDINGS.contains(ending)
        || DOC_NAMES.contains(name)
        || DOC_PATHS.matcher(lower).find()) {
      return DOCS;
    }
    return CONFIG_ENDINGS.contains(ending) ? CONFIG : SOURCE;
  }
}
