// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.format.Ansi;
import dev.clew.format.Formats;
import dev.clew.format.SourceParser;
import dev.clew.ingest.bookmark.Earlier;
import dev.clew.ingest.bookmark.Finding;
import dev.clew.ingest.bookmark.Standing;
import dev.clew.source.InputFile;
import dev.clew.source.LineReader;
import dev.clew.source.Problem;
import dev.clew.source.Source;
import dev.clew.source.SourceVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the sources of one file, in order. */
final class SourceReading implements SourceVisitor {
  private static final int SAMPLE = 500;

  private final Formats formats;
  private final ReadSettings settings;
  private final Standings standings;
  private final ReadListener listener;
  private final Checkpoints checkpoints;
  private final List<FileRow> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean passedOver;
  private boolean later;

  SourceReading(
      Formats formats,
      ReadSettings settings,
      Standings standings,
      ReadListener listener,
      Checkpoints checkpoints) {
    this.formats = formats;
    this.settings = settings;
    this.standings = standings;
    this.listener = listener;
    this.checkpoints = checkpoints;
  }

  List<FileRow> rows() {
    return rows;
  }

  List<Problem> problems() {
    return problems;
  }

  @Override
  public boolean isOver() {
    return checkpoints.isOver();
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void source(Source source) {
    if (checkpoints.isOver()) {
      passOver(Finding.Unread.LATER);
      return;
    }
    passage(source)
        .ifPresent(
            passage -> {
              passage.advance();
              passage.pause();
              checkpoints.ended(passage);
              if (passage.isCut()) {
                passOver(Finding.Unread.LATER);
              } else {
                end(passage);
              }
            });
  }

  /** The reading of {@code source}; empty when it is no text or is read elsewhere or later. */
  Optional<Passage> passage(Source source) {
    SourceSettings known = settings.of(source);
    LineReader reader = new LineReader(source.bytes(), known.textEncoding());
    String binary = reader.binaryReason().orElse(null);
    if (binary != null) {
      problem(new Problem(source.name(), binary, "leave it out; it holds no log lines"));
      return Optional.empty();
    }
    Finding finding = standings.of(source, reader);
    if (finding instanceof Finding.Unread unread) {
      passOver(unread);
      return Optional.empty();
    }
    Standing standing = ((Finding.Known) finding).standing();
    List<String> sample = reader.sample(SAMPLE).stream().map(Ansi::strip).toList();
    SourceParser parser = formats.detect(sample, known.clock());
    listener.detected(source.name(), parser.detection());
    parser.cutter().ifPresent(reader::cutBy);
    Passage passage =
        new Passage(
            source.as(standing.source()), standing, reader, parser, known, listener, checkpoints);
    if (!passage.isResumed()) {
      passOver(Finding.Unread.LATER);
      return Optional.empty();
    }
    return Optional.of(passage);
  }

  /** Takes {@code passage} into the account. */
  void end(Passage passage) {
    rows.add(passage.row());
    String name = passage.source().name();
    LineReader reader = passage.reader();
    if (passage.failures() > 0) {
      problem(
          new Problem(
              name,
              "holds %d events that could not be read".formatted(passage.failures()),
              "they are kept as they are; the query parse_error:* finds them"));
    }
    reader
        .failure()
        .ifPresent(
            e ->
                problem(
                    new Problem(
                        name,
                        "breaks off after %d bytes (%s)".formatted(reader.offset(), e.getMessage()),
                        "what came before was read; fetch the file again")));
    if (reader.offset() == 0 && reader.failure().isEmpty()) {
      problem(new Problem(name, "is empty", "check that its program writes to it"));
    }
  }

  /** All that is in {@code file} was read before. */
  void readBefore(InputFile file, Earlier earlier) {
    passedOver = true;
    rows.add(
        new FileRow(file.name(), "", "", 0, 0, 0, 0, 0, 0, new TreeMap<>(), 0, List.of(), earlier));
  }

  /** What was read of all sources, now and before. */
  Earlier total() {
    return rows.stream()
        .map(row -> row.earlier().plus(new Earlier(row.bytes(), row.lines(), row.events())))
        .reduce(Earlier.NOTHING, Earlier::plus);
  }

  /** Something in the file is not read now. */
  void passOver(Finding.Unread why) {
    passedOver = true;
    later |= why == Finding.Unread.LATER;
  }

  /** True when the file is to be looked at again. */
  boolean isLater() {
    return later;
  }

  /** True when something in the file is read under another name, or later. */
  boolean isPassedOver() {
    return passedOver;
  }

  /** Whether the file led to any source or problem at all. */
  boolean isNothing() {
    return rows.isEmpty() && problems.isEmpty() && !passedOver;
  }
}
