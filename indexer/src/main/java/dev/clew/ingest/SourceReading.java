// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.Origin;
import dev.clew.event.RawLine;
import dev.clew.format.Ansi;
import dev.clew.format.Formats;
import dev.clew.format.SourceParser;
import dev.clew.format.field.Draft;
import dev.clew.source.InputFile;
import dev.clew.source.LineReader;
import dev.clew.source.Problem;
import dev.clew.source.Source;
import dev.clew.source.SourceVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the sources of one file, in order. */
final class SourceReading implements SourceVisitor {
  private static final int SAMPLE = 500;
  private static final String HOLE = "hole of zeros";
  private static final String BLANK = "blank line before the first event";

  private final Formats formats;
  private final ReadSettings settings;
  private final InputFile file;
  private final ReadListener listener;
  private final List<FileRow> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  SourceReading(Formats formats, ReadSettings settings, InputFile file, ReadListener listener) {
    this.formats = formats;
    this.settings = settings;
    this.file = file;
    this.listener = listener;
  }

  List<FileRow> rows() {
    return rows;
  }

  List<Problem> problems() {
    return problems;
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void source(Source source) {
    LineReader reader = new LineReader(source.bytes());
    String binary = reader.binaryReason().orElse(null);
    if (binary != null) {
      problem(new Problem(source.name(), binary, "leave it out; it holds no log lines"));
      return;
    }
    SourceSettings known = settings.of(source);
    SourceParser parser = formats.detect(sample(reader), known.clock());
    listener.detected(source.name(), parser.detection());
    parser.cutter().ifPresent(reader::cutBy);
    FileCount count = new FileCount();
    lines(source, reader, parser, new Assembly(source, parser, known), count);
    rows.add(count.row(source, parser.detection(), known.words()));
    if (parser.failures() > 0) {
      problem(
          new Problem(
              source.name(),
              "holds %d events that could not be read".formatted(parser.failures()),
              "they are kept as they are; the query parse_error:* finds them"));
    }
    reader
        .failure()
        .ifPresent(
            e ->
                problem(
                    new Problem(
                        source.name(),
                        "breaks off after %d bytes (%s)".formatted(reader.offset(), e.getMessage()),
                        "what came before was read; fetch the file again")));
    if (reader.offset() == 0 && reader.failure().isEmpty()) {
      problem(new Problem(source.name(), "is empty", "check that its program writes to it"));
    }
  }

  private static List<String> sample(LineReader reader) {
    return reader.sample(SAMPLE).stream().map(Ansi::strip).toList();
  }

  private void lines(
      Source source, LineReader reader, SourceParser parser, Assembly assembly, FileCount count) {
    while (reader.next()) {
      count.read(reader);
      if (reader.hole() > 0) {
        close(assembly, count);
        reject(source, reader, HOLE, count);
        continue;
      }
      String text = Ansi.strip(reader.text());
      boolean blank = text.isBlank();
      Optional<String> rejection = parser.rejection(text);
      if (rejection.isPresent()) {
        close(assembly, count);
        reject(source, reader, rejection.get(), count);
        continue;
      }
      Draft draft = blank || reader.continued() ? null : parser.start(text);
      boolean piece = draft == null && (reader.continued() || !assembly.hasRoom(reader.length()));
      if (draft != null || (piece && assembly.isOpen())) {
        Draft next = draft == null ? parser.piece(text) : draft;
        close(assembly, count);
        assembly.open(next, reader);
        count.event(reader);
      } else if (assembly.isOpen()) {
        assembly.join(reader);
        count.continuation(reader);
      } else if (blank) {
        reject(source, reader, BLANK, count);
      } else {
        assembly.open(parser.orphan(text), reader);
        count.event(reader);
      }
    }
    close(assembly, count);
  }

  private void close(Assembly assembly, FileCount count) {
    if (assembly.isOpen()) {
      count.accounted(assembly.length());
      String format = assembly.format();
      listener.event(assembly.close(), format);
    }
  }

  private void reject(Source source, LineReader reader, String reason, FileCount count) {
    RawLine raw = RawLine.of(reader.buffer(), reader.start(), reader.length(), reader.charset());
    count.rejected(reason, reader);
    Origin origin =
        new Origin(source.id(), source.name(), reader.offset(), reader.line(), reader.lines());
    Rejection rejection = new Rejection(origin, reason, raw, reader.hole());
    count.accounted(rejection.bytes());
    listener.rejected(rejection);
  }

  /** Whether the file led to any source or problem at all. */
  boolean isNothing() {
    return rows.isEmpty() && problems.isEmpty();
  }

  /** What people call the file. */
  String name() {
    return file.name();
  }
}
