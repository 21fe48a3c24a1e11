// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.Bookmarks;
import dev.clew.ingest.bookmark.Containers;
import dev.clew.ingest.bookmark.Earlier;
import dev.clew.ingest.bookmark.Finding;
import dev.clew.ingest.bookmark.HeldFile;
import dev.clew.source.InputFile;
import dev.clew.source.InputFiles;
import dev.clew.source.Problem;
import dev.clew.source.Source;
import dev.clew.source.SourceVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads files from where they were left. What a file is and what is read of it come from one open
 * handle, so that a rotation in between cannot mix two files up. Thread-safe.
 */
final class Resuming {
  private static final LogReader.Progress NOBODY =
      new LogReader.Progress(new InputFiles(List.of(), List.of()), (done, total) -> {});

  private final LogReader reader;
  private final Bookmarks bookmarks;
  private final Containers containers;
  private final Identification identification;

  /**
   * @param patience which files to leave for later
   */
  Resuming(
      LogReader reader,
      Bookmarks bookmarks,
      Containers containers,
      Identification.Patience patience) {
    this.reader = reader;
    this.bookmarks = bookmarks;
    this.containers = containers;
    this.identification = new Identification(bookmarks, reader.opener(), patience);
  }

  /** Reads what is new in {@code file}, to its end. */
  SourceReading read(InputFile file, Appender appender, LogReader.Progress progress) {
    Path path = file.path();
    SourceReading reading;
    if (path == null || !Files.isRegularFile(path)) {
      reading = reader.reading(Standings.UNKNOWN, appender, appender);
      reader.opener().open(file, reading, progress::add);
    } else {
      reading = stored(file, path, appender, progress);
    }
    return LogReader.checked(file, reading);
  }

  private SourceReading stored(
      InputFile file, Path path, Appender appender, LogReader.Progress progress) {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      String key = Identification.fileKey(path);
      return Identification.isPacked(channel)
          ? packed(file, channel, key, appender, progress)
          : plain(file, path, channel, key, appender, progress);
    } catch (IOException e) {
      return unreadable(file, appender);
    }
  }

  /**
   * A file that was opened to be followed.
   *
   * @param tail holds it open; empty when all that is new in it was read, or it is for later
   */
  record Opened(SourceReading reading, Optional<Tail> tail) {}

  /**
   * Opens a file that may grow; one that is packed is read to its end.
   *
   * @param grown when it was written last
   * @param growing when the file is packed, or the standing of it is in doubt, it is for later
   */
  Opened open(InputFile file, Appender appender, boolean growing, Instant grown) {
    Path path = Objects.requireNonNull(file.path(), "standard input is not followed");
    SeekableByteChannel channel = null;
    boolean held = false;
    try {
      channel = Files.newByteChannel(path);
      String key = Identification.fileKey(path);
      if (Identification.isPacked(channel)) {
        return new Opened(
            growing ? later(appender) : packed(file, channel, key, appender, NOBODY),
            Optional.empty());
      }
      Opened opened = follow(file, path, channel, key, appender, growing, grown);
      held = opened.tail().isPresent();
      return opened;
    } catch (IOException e) {
      return new Opened(unreadable(file, appender), Optional.empty());
    } finally {
      if (channel != null && !held) {
        close(channel);
      }
    }
  }

  private Opened follow(
      InputFile file,
      Path path,
      SeekableByteChannel channel,
      String key,
      Appender appender,
      boolean growing,
      Instant grown)
      throws IOException {
    String place = Source.place(path, "");
    Finding finding = identification.plain(place, channel, key, growing);
    SourceReading reading = reader.reading((source, lines) -> finding, appender, appender);
    HeldFile held = new HeldFile(channel);
    List<Passage> passages = new ArrayList<>();
    SourceVisitor visitor =
        new SourceVisitor() {
          @Override
          public void source(Source source) {
            reading.passage(source).ifPresent(passages::add);
          }

          @Override
          public void problem(Problem problem) {
            reading.problem(problem);
          }
        };
    reader.opener().open(file, Channels.newInputStream(held), visitor, read -> {});
    return new Opened(
        reading,
        passages.isEmpty()
            ? Optional.empty()
            : Optional.of(new Tail(held, key, passages.getFirst(), appender, grown)));
  }

  private SourceReading later(Appender appender) {
    SourceReading nothing = reader.reading(Standings.UNKNOWN, appender, appender);
    nothing.passOver(Finding.Unread.LATER);
    return nothing;
  }

  private static void close(SeekableByteChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SourceReading unreadable(InputFile file, Appender appender) {
    SourceReading unreadable = reader.reading(Standings.UNKNOWN, appender, appender);
    unreadable.problem(new Problem(file.name(), "cannot be opened", "check its permissions"));
    return unreadable;
  }

  private SourceReading plain(
      InputFile file,
      Path path,
      SeekableByteChannel channel,
      String key,
      Appender appender,
      LogReader.Progress progress)
      throws IOException {
    Finding finding = identification.plain(Source.place(path, ""), channel, key, false);
    SourceReading reading = reader.reading((source, lines) -> finding, appender, appender);
    open(file, new HeldFile(channel), reading, progress);
    return reading;
  }

  private SourceReading packed(
      InputFile file,
      SeekableByteChannel channel,
      String key,
      Appender appender,
      LogReader.Progress progress)
      throws IOException {
    String name = Containers.name(channel);
    Optional<String> found = containers.found(name);
    if (found.isPresent()) {
      progress.add(file.size());
      SourceReading nothing = reader.reading(Standings.UNKNOWN, appender, appender);
      nothing.readBefore(file, Earlier.parse(found.get()));
      return nothing;
    }
    channel.position(0);
    Map<String, Finding> findings = identification.packed(file, channel, key);
    SourceReading reading =
        reader.reading(
            (source, lines) -> findings.computeIfAbsent(source.place(), identification::born),
            appender,
            appender);
    open(file, channel, reading, progress);
    if (reading.problems().isEmpty() && !reading.isPassedOver()) {
      String all = reading.total().text();
      containers.read(name, all);
      appender.container(name, all);
    }
    return reading;
  }

  private void open(
      InputFile file,
      SeekableByteChannel channel,
      SourceReading reading,
      LogReader.Progress progress) {
    InputStream in = Channels.newInputStream(channel);
    reader.opener().open(file, in, reading, progress::add);
  }

  Identification identification() {
    return identification;
  }

  Bookmarks bookmarks() {
    return bookmarks;
  }
}
