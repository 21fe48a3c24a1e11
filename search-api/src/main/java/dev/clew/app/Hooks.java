// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.IoText;
import dev.clew.change.KnownChanges;
import dev.clew.change.hook.ChangeHook;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.change.hook.HookSecret;
import java.io.IOException;
import java.nio.file.Path;

/** What {@code clew serve} needs to take changes over HTTP. */
final class Hooks {
  /** The variable that holds the secret of senders. */
  private static final String SECRET = "CLEW_HOOK_SECRET";

  private Hooks() {}

  /** The journal in the folder of an index; what cannot be read of it is said. */
  static ChangeJournal journal(Path folder, Console console) {
    Path file = folder.resolve(ChangeJournal.NAME);
    try {
      return ChangeJournal.open(file, note -> console.note("note: " + Console.safe(note, 300)));
    } catch (IOException failed) {
      throw Fault.environment(
          "cannot keep changes in %s: %s".formatted(file, IoText.say(failed)), failed);
    }
  }

  /** A hook that adds to {@code changes}. */
  static ChangeHook open(ChangeJournal journal, KnownChanges changes) {
    String secret = System.getenv(SECRET);
    boolean any = secret == null || secret.isEmpty();
    return new ChangeHook(journal, changes, any ? null : new HookSecret(secret));
  }
}
