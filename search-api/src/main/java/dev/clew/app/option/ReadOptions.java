// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import dev.clew.app.terminal.Surroundings;
import dev.clew.app.terminal.TimeText;
import dev.clew.ingest.ReadSettings;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How log files are read. */
public final class ReadOptions {
  @Option(
      names = "--service",
      paramLabel = "NAME",
      description =
          "Service of all these logs; default: what the lines say, else the folder or file name.")
  @Nullable String service;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Zone of times that name none, like UTC or Europe/London; default: this machine's.")
  @Nullable String zone;

  public ZoneId zone(Surroundings surroundings) {
    return zone == null ? surroundings.zone() : TimeText.zone(zone);
  }

  public ReadSettings settings(Surroundings surroundings) {
    return new ReadSettings(zone(surroundings), service, surroundings.clock().instant());
  }
}
