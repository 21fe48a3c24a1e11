// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.IoText;
import dev.clew.app.terminal.Surroundings;
import dev.clew.change.KnownChanges;
import dev.clew.change.hook.ChangeHook;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.change.hook.HookSecret;
import dev.clew.code.mapping.PathMapping;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Incidents;
import dev.clew.incident.store.SqlIncidents;
import dev.clew.ingest.ReadSettings;
import dev.clew.intake.Imports;
import dev.clew.intake.IntakeLimits;
import dev.clew.intake.UnreadLines;
import dev.clew.journal.LineJournal;
import dev.clew.note.Notebook;
import dev.clew.store.LogStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server needs to take changes, notes and incidents over HTTP. */
final class Hooks {
  /** The variable that holds the secret of senders. */
  private static final String SECRET = "CLEW_HOOK_SECRET";

  private Hooks() {}

  /** The journal in the folder of an index; what cannot be read of it is said. */
  static ChangeJournal journal(Path folder, Console console) {
    Path file = folder.resolve(ChangeJournal.NAME);
    try {
      return ChangeJournal.open(file, note -> say(console, note));
    } catch (IOException failed) {
      throw Fault.environment(
          "cannot keep changes in %s: %s".formatted(file, IoText.say(failed)), failed);
    }
  }

  /** The journal of notes in the folder of an index; what cannot be read of it is said. */
  static LineJournal notes(Path folder, Console console) {
    try {
      return Notebook.journal(folder, note -> say(console, note));
    } catch (IOException failed) {
      throw Fault.environment(
          "cannot keep notes in %s: %s".formatted(folder, IoText.say(failed)), failed);
    }
  }

  /** The incidents in the folder of an index. */
  static Incidents incidents(Path folder) {
    try {
      return SqlIncidents.in(folder);
    } catch (IncidentException.NotKept failed) {
      throw Fault.environment("cannot keep incidents: " + failed.getMessage(), failed);
    }
  }

  /** What keeps lines that are not understood in the folder of an index. */
  static UnreadLines unread(Path folder, Console console) {
    try {
      return UnreadLines.in(folder, note -> say(console, note));
    } catch (IOException failed) {
      throw Fault.environment(
          "cannot keep %s in %s: %s".formatted(UnreadLines.NAME, folder, IoText.say(failed)),
          failed);
    }
  }

  /** What takes files into {@code store}, whose index is in {@code folder}. */
  static Imports imports(
      LogStore store,
      Path folder,
      ReadSettings settings,
      UnreadLines unread,
      Surroundings surroundings) {
    try {
      return new Imports(
          store, folder, IntakeLimits.DEFAULT, settings, surroundings.clock(), unread);
    } catch (IOException failed) {
      throw Fault.environment(
          "cannot remove what an earlier run left in %s: %s"
              .formatted(folder.resolve(Imports.FOLDER), IoText.say(failed)),
          failed);
    }
  }

  /** A notebook that keeps what is told in {@code journal}. */
  static Notebook notebook(LineJournal journal, List<PathMapping> given, Console console) {
    return Notebook.keeping(journal, given, note -> say(console, note));
  }

  /** What was told of the index in {@code folder}, only to be read; what was given without one. */
  static Notebook told(@Nullable Path folder, List<PathMapping> given, Console console) {
    if (folder == null) {
      return Notebook.of(given);
    }
    try {
      return Notebook.read(folder, given, note -> say(console, note));
    } catch (IOException failed) {
      throw Fault.environment(
          "cannot read the notes in %s: %s".formatted(folder, IoText.say(failed)), failed);
    }
  }

  private static void say(Console console, String note) {
    console.note("note: " + Console.safe(note, 300));
  }

  /** A hook that adds to {@code changes}. */
  static ChangeHook open(ChangeJournal journal, KnownChanges changes) {
    String secret = System.getenv(SECRET);
    boolean any = secret == null || secret.isEmpty();
    return new ChangeHook(journal, changes, any ? null : new HookSecret(secret));
  }
}
