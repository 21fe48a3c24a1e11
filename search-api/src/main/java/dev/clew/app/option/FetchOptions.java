// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import dev.clew.app.terminal.Surroundings;
import dev.clew.code.remote.AllowedHosts;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** From which hosts repositories may be fetched. */
public final class FetchOptions {
  private static final String VARIABLE = "CLEW_ALLOW_FETCH";

  @Option(
      names = "--allow-fetch",
      split = ",",
      paramLabel = "HOST",
      description =
          "Fetch repositories with an https address from this host; nothing is fetched otherwise. HOST:PORT for another port, http://HOST to send in clear. Repeatable; also in CLEW_ALLOW_FETCH.")
  List<String> hosts = List.of();

  /** The hosts of the option and of the environment. */
  public AllowedHosts allowed(Surroundings surroundings) {
    String more = surroundings.environment().apply(VARIABLE);
    List<String> all = new java.util.ArrayList<>(hosts);
    all.addAll(more == null ? List.of() : Arrays.asList(more.split(",")));
    return AllowedHosts.parse(all);
  }
}
