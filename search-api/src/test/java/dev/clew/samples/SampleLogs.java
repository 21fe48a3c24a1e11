// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.rail.LostSurcharge;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes the scenarios of {@code sample-logs/}; the same every time. */
public final class SampleLogs {

  private SampleLogs() {}

  /** All scenarios, in the order of the catalogue. */
  static List<Scenario> scenarios() {
    return List.of(
        CheckoutTimeout.scenario(),
        ExpiredCertificate.scenario(),
        SmallPool.scenario(),
        LostSurcharge.scenario());
  }

  /**
   * Writes all scenarios.
   *
   * @param arguments the folder to write into
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("usage: SampleLogs FOLDER");
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (Scenario scenario : scenarios()) {
      int events = new ScenarioFiles(scenario).write(Path.of(arguments[0]));
      out.println(scenario.name() + ": " + events + " events");
    }
  }
}
