// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.store.LogStore;
import dev.clew.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that fills a store and notes each commit in a file once it was told of it. {@code
 * folder acks batch end}: batches of {@code batch} events up to {@code end}, then an expiry. What
 * the store cannot take is tried again.
 */
final class StoreProcess {
  private static final int MOST_FAULTS = 200;

  private StoreProcess() {}

  /** Runs in a process of its own. */
  public static void main(String[] args) throws IOException {
    int batch = Integer.parseInt(args[2]);
    int end = Integer.parseInt(args[3]);
    int faults = 0;
    try (FileChannel acks =
            FileChannel.open(
                Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        LogStore store = LuceneLogStores.open(Path.of(args[0]), ScriptedEvents.SETTINGS)) {
      ScriptedEvents events = new ScriptedEvents();
      boolean expired = false;
      while (!expired) {
        try {
          int read = ScriptedEvents.read(store);
          if (read < end) {
            events.append(store, Math.min(end, read + batch));
            note(acks, "read " + ScriptedEvents.read(store));
          } else {
            store.expireBefore(ScriptedEvents.CUT);
            expired = true;
          }
        } catch (StoreException.Unavailable e) {
          note(acks, "fault");
          if (++faults > MOST_FAULTS) {
            throw e;
          }
        }
      }
    }
  }

  private static void note(FileChannel acks, String what) throws IOException {
    acks.write(ByteBuffer.wrap((what + "\n").getBytes(StandardCharsets.US_ASCII)));
  }

  /** Starts one, after the words of {@code prefix}. */
  static Process start(List<String> prefix, Path folder, Path acks, int batch, int end)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            StoreProcess.class.getName(),
            folder.toString(),
            acks.toString(),
            "" + batch,
            "" + end));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(acks.resolveSibling("out.txt").toFile())
        .start();
  }

  /** How many events the process was told are durable. */
  static int acked(Path acks) throws IOException {
    int acked = 0;
    for (String line : Files.exists(acks) ? Files.readAllLines(acks) : List.<String>of()) {
      if (line.startsWith("read ")) {
        acked = Math.max(acked, Integer.parseInt(line.substring(5)));
      }
    }
    return acked;
  }

  /** How often the store could not take something. */
  static long faults(Path acks) throws IOException {
    return Files.exists(acks)
        ? Files.readAllLines(acks).stream().filter("fault"::equals).count()
        : 0;
  }
}
