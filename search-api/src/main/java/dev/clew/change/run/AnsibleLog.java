// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import dev.clew.change.ConfigChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file that Ansible's setting {@code log_path} names, as the callback plugin {@code
 * default} fills it. Runs may overlap in it: each is known by its process id.
 */
public final class AnsibleLog {
  private static final Pattern HEAD =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}) p=(\\d{1,9}) (?:u=\\S* )?(?:n=\\S* )?\\| (.*)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT);
  private static final Pattern BANNER =
      Pattern.compile("(PLAY|TASK|RUNNING HANDLER) \\[(.*?)\\](?: (\\[CHECK MODE\\]))? \\*{3,}");
  private static final Pattern STATUS =
      Pattern.compile("(changed|ok|skipping|failed|fatal|included): \\[([^\\]]+)\\](.*)");

  private static final Pattern HEADER = Pattern.compile("(?:---|\\+\\+\\+) (?:before|after): (.*)");
  private static final Pattern PATH = Pattern.compile("      *+\"path\": \"([^\"]*+)\",?");
  private static final Pattern MESSAGE =
      Pattern.compile("\"msg\": \"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");

  /** A difference of more lines than this is not kept whole. */
  private static final int MOST_LINES = 20_000;

  private final ZoneId zone;
  private final RunListener listener;
  private final Map<String, Run> runs = new LinkedHashMap<>();
  private @Nullable Run current;
  private long line;

  /** What is known of a run when a line is read. */
  private static final class Run {
    private final AnsibleRun changes;
    private @Nullable String play;
    private String task = "a task";
    private final List<String> diff = new ArrayList<>();

    private Run(AnsibleRun changes) {
      this.changes = changes;
    }
  }

  private AnsibleLog(ZoneId zone, RunListener listener) {
    this.zone = zone;
    this.listener = listener;
  }

  /** Whether a line is one of such a log. */
  public static boolean isLine(String line) {
    return HEAD.matcher(line).matches();
  }

  /**
   * Reads all runs.
   *
   * @param zone in which the log was written, as its times name none
   */
  public static void read(Reader reader, ZoneId zone, RunListener listener) throws IOException {
    AnsibleLog log = new AnsibleLog(zone, listener);
    BufferedReader lines = new BufferedReader(reader);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      log.line++;
      log.read(line);
    }
    log.runs.values().forEach(run -> run.changes.end());
  }

  private void read(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.matches()) {
      if (current != null && !current.diff.isEmpty() && current.diff.size() < MOST_LINES) {
        current.diff.add(text);
      }
      return;
    }
    Run run = runs.computeIfAbsent(head.group(2), pid -> new Run(new AnsibleRun(listener, line)));
    current = run;
    String message = head.group(3);
    Matcher banner = BANNER.matcher(message);
    Matcher status = STATUS.matcher(message);
    if (banner.matches()) {
      begin(run, banner);
    } else if (status.matches()) {
      Instant time = LocalDateTime.parse(head.group(1), TIME).atZone(zone).toInstant();
      String host = status.group(2).replaceFirst(" -> .*", "");
      ended(run, status.group(1), new AnsibleTask(run.play, run.task, host, time), status.group(3));
      run.diff.clear();
    } else if (message.startsWith("--- before")) {
      run.diff.add(message);
    } else if (message.startsWith("PLAY RECAP")) {
      run.changes.end();
      runs.remove(head.group(2));
      current = null;
    } else if (message.startsWith("DRY RUN")) {
      run.changes.isRehearsal();
    }
  }

  private static void begin(Run run, Matcher banner) {
    run.diff.clear();
    if (banner.group(3) != null) {
      run.changes.isRehearsal();
    }
    if (banner.group(1).equals("PLAY")) {
      run.play = banner.group(2);
    } else {
      run.task = banner.group(2);
    }
  }

  private static void ended(Run run, String status, AnsibleTask task, String rest) {
    run.changes.sawMessage(rest);
    switch (status) {
      case "changed" -> changes(run, task).forEach(run.changes::change);
      case "failed", "fatal" -> run.changes.failure(task, message(rest));
      default -> {
        // what was not changed is none of ours
      }
    }
  }

  private static List<ConfigChange> changes(Run run, AnsibleTask task) {
    List<ConfigChange> changes = new ArrayList<>();
    String resource = resource(run.diff);
    for (Alteration found : TextAlterations.ofDiff(String.join("\n", run.diff))) {
      changes.add(task.change(resource, found.key(), found.before(), found.after()));
    }
    if (run.diff.size() == MOST_LINES) {
      String rest = "what differs after the first %d lines".formatted(MOST_LINES);
      changes.add(task.change(resource, rest, null, null));
    }
    return changes.isEmpty()
        ? List.of(task.change(resource, "task " + task.task(), null, null))
        : changes;
  }

  /** What the difference is of: the file of its header, or the path that stands in the state. */
  private static @Nullable String resource(List<String> diff) {
    for (String line : diff) {
      Matcher header = HEADER.matcher(line);
      if (header.matches() && !AnsibleTask.file(header.group(1)).isEmpty()) {
        return AnsibleTask.file(header.group(1));
      }
      Matcher path = PATH.matcher(line);
      if (path.matches()) {
        return path.group(1);
      }
    }
    return null;
  }

  /** The message of a result that is printed as JSON, or all that is printed. */
  private static String message(String rest) {
    Matcher message = MESSAGE.matcher(rest);
    String text = message.find() ? message.group(1).replace("\\n", "\n") : rest;
    return Alteration.shortened(text.replaceFirst("^[:! =>]+", ""));
  }
}
