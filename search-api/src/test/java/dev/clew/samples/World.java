// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.io.IOException;
import java.nio.file.Path;

/** One day of some services, played through. */
public interface World {

  /** Writes its log files below a folder. */
  void write(Path folder) throws IOException;

  /** How many events its logs hold. */
  int events();

  /** Plays the day of a scenario; {@code midnight} is its start in milliseconds since 1970. */
  interface Maker {
    World play(Scenario scenario, Releases releases, long midnight);
  }
}
