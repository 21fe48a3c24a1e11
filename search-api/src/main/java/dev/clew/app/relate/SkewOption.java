// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import picocli.CommandLine.Option;

/** Whether times are taken as they were read or by what is known of the clocks. */
final class SkewOption {
  @Option(
      names = "--skew",
      paramLabel = "read|correct",
      defaultValue = "read",
      description =
          "Times as the hosts printed them, or corrected by what is known of their clocks (see clew"
              + " skew); default: ${DEFAULT-VALUE}.")
  String skew = "read";

  /** Whether to correct; to be asked before any work. */
  boolean correct() {
    if (!skew.equals("read") && !skew.equals("correct")) {
      throw Fault.usage("--skew %s: give read or correct".formatted(Console.safe(skew, 40)));
    }
    return skew.equals("correct");
  }
}
