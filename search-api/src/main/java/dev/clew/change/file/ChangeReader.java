// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.change.run.AnsibleLog;
import dev.clew.change.run.AnsibleReport;
import dev.clew.change.run.ChefReport;
import dev.clew.change.run.PuppetReport;
import dev.clew.change.run.RunListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** Reads a text of any {@link ChangeKind} into changes. */
public final class ChangeReader {
  private final Text text;
  private final String source;
  private final ZoneId zone;
  private final Consumer<RowProblem> problems;
  private final List<Change> changes = new ArrayList<>();

  /** Bytes in UTF-8 that can be read more than once. */
  public interface Text {
    InputStream open() throws IOException;
  }

  private ChangeReader(Text text, String source, ZoneId zone, Consumer<RowProblem> problems) {
    this.text = text;
    this.source = source;
    this.zone = zone;
    this.problems = problems;
  }

  /**
   * The changes that can be read, oldest first; each row that cannot, and what else people should
   * know, goes to {@code problems}.
   *
   * @param source what people call the text: a file name
   * @param zone zone of times that name none
   * @throws ChangeFileException when nothing of it can be read
   */
  public static List<Change> read(
      Text text, String source, ZoneId zone, Consumer<RowProblem> problems) throws IOException {
    return new ChangeReader(text, source, zone, problems).read();
  }

  private List<Change> read() throws IOException {
    ChangeKind kind;
    try (Reader reader = open()) {
      kind = ChangeKind.of(reader);
    }
    try (Reader reader = open()) {
      read(kind, reader);
    } catch (StreamReadException broken) {
      problem(
          broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
          broken.getOriginalMessage() + "; what follows was not read: mend the JSON here");
    } catch (UncheckedIOException | JacksonException | IllegalArgumentException e) {
      throw ChangeFileException.unreadable(source, e);
    }
    changes.sort(Comparator.comparing(Change::time));
    return List.copyOf(changes);
  }

  private void read(ChangeKind kind, Reader reader) throws IOException {
    RunListener runs = new Runs();
    switch (kind) {
      case CSV -> CsvRows.read(reader, this::row);
      case JSON -> JsonRows.read(reader, this::row, this::problem);
      case ANSIBLE -> AnsibleReport.read(reader, zone, runs);
      case ANSIBLE_LOG -> AnsibleLog.read(reader, zone, runs);
      case PUPPET_YAML -> PuppetReport.readYaml(reader, zone, runs);
      case PUPPET_JSON -> PuppetReport.readJson(reader, zone, runs);
      case CHEF -> ChefReport.read(reader, zone, runs);
    }
  }

  private void row(ChangeRow row) {
    try {
      changes.add(row.change(zone));
    } catch (IllegalArgumentException e) {
      problem(row.line(), String.valueOf(e.getMessage()));
    }
  }

  private void problem(long line, String message) {
    problems.accept(new RowProblem(source, line, message, true));
  }

  private Reader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            text.open(),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }

  /** What runs of configuration tools tell. */
  private final class Runs implements RunListener {
    @Override
    public void change(ConfigChange change) {
      changes.add(change);
    }

    @Override
    public void note(long line, String message) {
      problems.accept(new RowProblem(source, line, message, false));
    }
  }
}
