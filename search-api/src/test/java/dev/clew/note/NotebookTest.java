// SPDX-License-Identifier: Apache-2.0
package dev.clew.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.code.mapping.PathMapping;
import dev.clew.journal.LineJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
  private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");

  @TempDir private Path folder;

  private final List<String> notes = new ArrayList<>();

  @Test
  void knowsAfterwardsWhatItWasTold() throws IOException {
    Verdict confirmed = verdict("abc", Verdict.Ruling.CONFIRMED, "seen in staging");
    try (LineJournal journal = Notebook.journal(folder, notes::add)) {
      Notebook book = Notebook.keeping(journal, List.of(), notes::add);
      book.tell(new PathMapping("/app", "services/pay"), true, NOW);
      book.tell(confirmed);
      book.tell(verdict("def", Verdict.Ruling.DISMISSED, null));
    }
    Notebook again = Notebook.read(folder, List.of(), notes::add);
    assertThat(again.mappings()).containsExactly(new PathMapping("/app", "services/pay"));
    assertThat(again.verdicts("pay | T | p")).hasSize(2).contains(confirmed);
    assertThat(again.verdicts("other")).isEmpty();
    assertThat(again.keeps()).isFalse();
    assertThat(notes).isEmpty();
  }

  @Test
  void forgetsWhatIsWithdrawnAndKeepsTheHistoryInItsFile() throws IOException {
    try (LineJournal journal = Notebook.journal(folder, notes::add)) {
      Notebook book = Notebook.keeping(journal, List.of(), notes::add);
      book.tell(verdict("abc", Verdict.Ruling.CONFIRMED, null));
      book.tell(verdict("abc", Verdict.Ruling.WITHDRAWN, null));
      book.tell(new PathMapping("/app", "a"), true, NOW);
      book.tell(new PathMapping("/app", "a"), false, NOW);
      assertThat(book.verdicts("pay | T | p")).isEmpty();
      assertThat(book.mappings()).isEmpty();
    }
    assertThat(Notebook.read(folder, List.of(), notes::add).verdicts("pay | T | p")).isEmpty();
    assertThat(Files.readAllLines(folder.resolve(Notebook.NAME))).hasSize(4);
  }

  @Test
  void saysTheLastWordOnASuspect() throws IOException {
    try (LineJournal journal = Notebook.journal(folder, notes::add)) {
      Notebook book = Notebook.keeping(journal, List.of(), notes::add);
      book.tell(verdict("abc", Verdict.Ruling.CONFIRMED, null));
      book.tell(verdict("abc", Verdict.Ruling.DISMISSED, "was the pool"));
      assertThat(book.verdicts("pay | T | p"))
          .singleElement()
          .satisfies(one -> assertThat(one.reason()).isEqualTo("was the pool"));
    }
  }

  @Test
  void readsOnPastADamagedLineAndDropsOneThatACrashCutOff() throws IOException {
    Path file = folder.resolve(Notebook.NAME);
    Files.writeString(
        file,
        """
        {oops
        {"note":"verdict","time":"now","by":"kim","verdict":"confirmed","group":"g","kind":"commit","id":"a","title":"t"}
        {"note":"song"}
        {"note":"mapping","prefix":"/app","folder":"../etc"}
        {"note":"mapping","prefix":"/app","folder":"src"}
        {"note":"mapping","prefix":"/half\
        """
            .stripTrailing());
    try (LineJournal journal = Notebook.journal(folder, notes::add)) {
      Notebook book = Notebook.keeping(journal, List.of(), notes::add);
      assertThat(book.mappings()).containsExactly(new PathMapping("/app", "src"));
    }
    assertThat(notes).hasSize(5);
    assertThat(notes.getFirst()).contains("cut off by a crash");
    assertThat(notes.get(1)).startsWith("notes.jsonl:1: ");
  }

  @Test
  void knowsWhatIsGivenAtTheStartWithoutKeepingIt() throws IOException {
    PathMapping given = new PathMapping("/app", "src");
    try (LineJournal journal = Notebook.journal(folder, notes::add)) {
      assertThat(Notebook.keeping(journal, List.of(given), notes::add).mappings())
          .containsExactly(given);
    }
    assertThat(Files.size(folder.resolve(Notebook.NAME))).isZero();
  }

  @Test
  void takesNoNameThatIsEmptyOrTooLong() {
    assertThatThrownBy(
            () -> new Verdict("g", "commit", "a", "t", Verdict.Ruling.CONFIRMED, "  ", NOW, null))
        .hasMessageContaining("by:");
    assertThatThrownBy(
            () ->
                new Verdict(
                    "g", "commit", "a", "t", Verdict.Ruling.CONFIRMED, "k".repeat(81), NOW, null))
        .hasMessageContaining("by:");
    assertThatThrownBy(() -> verdict("a", Verdict.Ruling.CONFIRMED, "r".repeat(1_001)))
        .hasMessageContaining("reason:");
  }

  private static Verdict verdict(String id, Verdict.Ruling ruling, @Nullable String reason) {
    return new Verdict("pay | T | p", "commit", id, "Wait <b>", ruling, "kim", NOW, reason);
  }
}
