// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the code and the changes are. */
public final class RepositoryOptions {
  @Option(
      names = "--repo",
      paramLabel = "SERVICE=GITDIR",
      description =
          "Git repository of a service: a work tree, a bare repository or a .bundle file; GITDIR alone serves every service. Repeatable.")
  List<String> repositories = List.of();

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description = "Deploys, configuration runs or flags, as CSV or JSON. Repeatable.")
  List<Path> changeFiles = List.of();

  /** Service to place; {@code *} serves every service. */
  public Map<String, Path> places() {
    Map<String, Path> places = new LinkedHashMap<>();
    for (String text : repositories) {
      int equals = text.indexOf('=');
      String service = equals < 0 ? "*" : text.substring(0, equals);
      places.put(service.isEmpty() ? "*" : service, Path.of(text.substring(equals + 1)));
    }
    return places;
  }

  /** The files that list changes. */
  public List<Path> changeFiles() {
    return changeFiles;
  }
}
