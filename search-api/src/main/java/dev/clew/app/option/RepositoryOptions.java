// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import dev.clew.app.terminal.Surroundings;
import dev.clew.code.remote.AllowedHosts;
import dev.clew.code.remote.Place;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the code and the changes are. */
public final class RepositoryOptions {
  @Option(
      names = "--repo",
      paramLabel = "SERVICE=GITDIR[:FOLDER]",
      description =
          "Git repository of a service: a work tree, a bare repository, a .bundle file or an https address (see --allow-fetch), and the folder of the service's code; GITDIR alone serves every service. Repeatable.")
  List<String> repositories = List.of();

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description = "Deploys, configuration runs or flags, as CSV or JSON. Repeatable.")
  List<Path> changeFiles = List.of();

  @Mixin FetchOptions fetch = new FetchOptions();

  /** Service to place; {@code *} serves every service. */
  public Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    for (String text : repositories) {
      int equals = text.indexOf('=');
      String service = equals < 0 ? "*" : text.substring(0, equals);
      places.put(service.isEmpty() ? "*" : service, PlaceOption.parse(text.substring(equals + 1)));
    }
    return places;
  }

  /** The hosts from which they may be fetched. */
  public AllowedHosts allowed(Surroundings surroundings) {
    return fetch.allowed(surroundings);
  }

  /** The files that list changes. */
  public List<Path> changeFiles() {
    return changeFiles;
  }
}
