// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import dev.clew.change.ConfigChange;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a run of Ansible changed so far. It is told at its end, as only a later task may show that
 * the run was a rehearsal (check mode), in which nothing changes although results say so.
 */
final class AnsibleRun {
  /** What modules say that do not run in check mode. */
  private static final List<String> REHEARSED =
      List.of(
          "would have run if not in check mode",
          "running in check mode",
          "does not support check mode",
          "skipped, since check mode");

  private static final int MOST = 100_000;
  private static final int FAILURES_NAMED = 5;

  private final RunListener listener;
  private final long line;
  private final List<ConfigChange> changes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private long failed;
  private long left;
  private long checked;
  private boolean done;
  private boolean rehearsal;

  /**
   * @param line on which the run begins, from 1
   */
  AnsibleRun(RunListener listener, long line) {
    this.listener = listener;
    this.line = line;
  }

  /** Takes the result of a task on a host. */
  void result(AnsibleTask task, JsonNode result) {
    String message = Fields.text(result, "msg");
    sawMessage(message == null ? "" : message);
    if (Fields.isTrue(result, "failed") || Fields.isTrue(result, "unreachable")) {
      failure(task, message == null ? "failed" : message);
    } else if (Fields.isTrue(result, "changed")) {
      CheckSign sign = CheckSign.of(result);
      done |= sign == CheckSign.DONE;
      if (sign == CheckSign.CHECKED) {
        checked++;
      } else {
        task.changes(result).forEach(this::change);
      }
    }
    for (JsonNode item : result.path("results")) {
      String said = Fields.text(item, "msg");
      sawMessage(said == null ? "" : said);
    }
  }

  void change(ConfigChange change) {
    if (changes.size() < MOST) {
      changes.add(change);
    } else {
      left++;
    }
  }

  void failure(AnsibleTask task, String message) {
    if (failed++ < FAILURES_NAMED) {
      String first = message.lines().findFirst().orElse("");
      failures.add("\"%s\" on %s (%s)".formatted(task.task(), task.host(), first));
    }
  }

  /** Text that may show that the run is a rehearsal. */
  void sawMessage(String message) {
    rehearsal = rehearsal || REHEARSED.stream().anyMatch(message::contains);
  }

  void isRehearsal() {
    rehearsal = true;
  }

  /** Tells what was taken. */
  void end() {
    // a task may be checked in a run that does all others
    if (!done && (rehearsal || checked > 0)) {
      listener.note(
          line,
          "this Ansible run only checked what it would change; its %d changes are left out"
              .formatted(changes.size() + left + checked));
      return;
    }
    if (checked > 0) {
      listener.note(
          line,
          "%d tasks of this Ansible run were only checked, and are no changes".formatted(checked));
    }
    changes.forEach(listener::change);
    if (left > 0) {
      listener.note(
          line,
          "only the first %d changes of this Ansible run are taken, %d are left out; give its report in parts"
              .formatted(MOST, left));
    }
    if (failed > 0) {
      String more =
          failed > failures.size() ? " and %d more".formatted(failed - failures.size()) : "";
      listener.note(
          line, "Ansible tasks that failed are no changes: " + String.join(", ", failures) + more);
    }
  }
}
