// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.link;

import java.util.List;
import java.util.Optional;

/**
 * The forms of the pages of hosts: {@code {id}} stands for a commit, {@code {from}} for the one it
 * is compared with, {@code {path}}, {@code {line}} and {@code {next}} for a file, a line and the
 * one behind it.
 */
enum Pages {
  GITHUB(
      "/commit/{id}",
      "/blob/{id}/{path}",
      "#L{line}",
      "/blame/{id}/{path}",
      "/compare/{from}...{id}"),
  GITLAB(
      "/-/commit/{id}",
      "/-/blob/{id}/{path}",
      "#L{line}",
      "/-/blame/{id}/{path}",
      "/-/compare/{from}...{id}"),
  GITEA(
      "/commit/{id}",
      "/src/commit/{id}/{path}",
      "#L{line}",
      "/blame/commit/{id}/{path}",
      "/compare/{from}...{id}"),
  BITBUCKET_CLOUD(
      "/commits/{id}",
      "/src/{id}/{path}",
      "#lines-{line}",
      "/annotate/{id}/{path}",
      "/branches/compare/{id}%0D{from}"),
  BITBUCKET_SERVER(
      "/commits/{id}",
      "/browse/{path}?at={id}",
      "#{line}",
      "",
      "/compare/diff?targetBranch={from}&sourceBranch={id}"),
  AZURE(
      "/commit/{id}",
      "?path=/{path}&version=GC{id}",
      "&line={line}&lineEnd={next}&lineStartColumn=1&lineEndColumn=1",
      "?path=/{path}&version=GC{id}&_a=blame",
      "/branchCompare?baseVersion=GC{from}&targetVersion=GC{id}&_a=files"),
  CGIT(
      "/commit/?id={id}",
      "/tree/{path}?id={id}",
      "#n{line}",
      "/blame/{path}?id={id}",
      "/diff/?id={id}&id2={from}");

  private static final String AZURE_SSH = "ssh.dev.azure.com";

  final String commit;
  final String file;
  final String line;
  final String blame;
  final String compare;

  Pages(String commit, String file, String line, String blame, String compare) {
    this.commit = commit;
    this.file = file;
    this.line = line;
    this.blame = blame;
    this.compare = compare;
  }

  /** Whose pages {@code address} has; empty when nothing in it tells. */
  static Optional<Pages> of(RemoteAddress address) {
    String host = address.host();
    List<String> path = address.path();
    if (host.equals("dev.azure.com")
        || host.equals(AZURE_SSH)
        || host.endsWith(".visualstudio.com")) {
      boolean known = path.contains("_git") || (host.equals(AZURE_SSH) && path.size() == 4);
      return known ? Optional.of(AZURE) : Optional.empty();
    }
    if (host.equals("bitbucket.org")) {
      return path.size() == 2 ? Optional.of(BITBUCKET_CLOUD) : Optional.empty();
    }
    if (host.contains("bitbucket") || host.contains("stash")) {
      boolean known = path.size() == 2 || (path.size() == 3 && path.getFirst().equals("scm"));
      return known ? Optional.of(BITBUCKET_SERVER) : Optional.empty();
    }
    if (host.contains("github") && path.size() == 2) {
      return Optional.of(GITHUB);
    }
    if (host.contains("gitlab")) {
      return path.size() >= 2 ? Optional.of(GITLAB) : Optional.empty();
    }
    boolean gitea =
        host.contains("gitea") || host.contains("forgejo") || host.equals("codeberg.org");
    if (gitea && path.size() >= 2) {
      return Optional.of(GITEA);
    }
    boolean cgit = host.equals("git.kernel.org") || host.contains("cgit") || path.contains("cgit");
    return cgit ? Optional.of(CGIT) : Optional.empty();
  }

  /** The page of the repository, to which the forms are added. */
  String page(RemoteAddress address) {
    List<String> path = address.path();
    if (this == AZURE && address.host().equals(AZURE_SSH)) {
      // v3/organisation/project/name
      return "https://dev.azure.com/%s/%s/_git/%s".formatted(path.get(1), path.get(2), path.get(3));
    }
    if (this == BITBUCKET_SERVER) {
      int project = path.size() - 2;
      String owner = path.get(project);
      String kind = owner.startsWith("~") ? "users" : "projects";
      String name = owner.startsWith("~") ? owner.substring(1) : owner;
      return "https://%s/%s/%s/repos/%s"
          .formatted(address.host(), kind, name, path.get(project + 1));
    }
    if (this == CGIT) {
      // the name of a repository ends in .git there
      return address.page() + ".git";
    }
    return address.page();
  }
}
