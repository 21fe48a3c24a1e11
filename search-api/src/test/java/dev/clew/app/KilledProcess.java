// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Clew in a process of its own, to be killed. */
final class KilledProcess {
  private final Process process;

  private KilledProcess(Process process) {
    this.process = process;
  }

  static KilledProcess start(Path log, String... arguments) throws IOException {
    return start(log, List.of(), arguments);
  }

  /**
   * @param virtualMachine options of the virtual machine, beyond those that all have
   */
  static KilledProcess start(Path log, List<String> virtualMachine, List<String> arguments)
      throws IOException {
    return start(log, List.of(), virtualMachine, arguments);
  }

  /**
   * @param log where the process prints
   * @param prefix words before the command, as of a shell that sets limits
   */
  static KilledProcess start(Path log, List<String> prefix, String... arguments)
      throws IOException {
    return start(log, prefix, List.of(), List.of(arguments));
  }

  private static KilledProcess start(
      Path log, List<String> prefix, List<String> virtualMachine, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=4",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(virtualMachine);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.clew.app.Main"));
    command.addAll(arguments);
    return new KilledProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  long pid() {
    return process.pid();
  }

  /** True when the process ended by itself within {@code millis}. */
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() {
    return process.exitValue();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As {@code kill}. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
