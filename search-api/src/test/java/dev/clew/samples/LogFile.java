// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The events of one log file, written in the order of their times. */
public final class LogFile {

  private final String path;
  private final List<Event> events = new ArrayList<>();

  /** Gzipped when the path ends in {@code .gz}. */
  public LogFile(String path) {
    this.path = path;
  }

  private record Event(long time, String text) {}

  /** One event with all of its lines; the last line feed may be left out. */
  public void add(long time, String text) {
    events.add(new Event(time, text.endsWith("\n") ? text : text + "\n"));
  }

  public int size() {
    return events.size();
  }

  public void write(Path folder) throws IOException {
    events.sort(Comparator.comparingLong(Event::time));
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    try (OutputStream out = open(file)) {
      for (Event event : events) {
        out.write(event.text().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private OutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return path.endsWith(".gz") ? new BestGzip(out) : out;
  }

  /** Gzip at its best level; the header of {@link GZIPOutputStream} holds no time. */
  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
