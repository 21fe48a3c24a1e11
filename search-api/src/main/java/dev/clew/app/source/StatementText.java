// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.source;

import dev.clew.app.terminal.Console;
import dev.clew.code.Commit;
import dev.clew.code.statement.Match;
import dev.clew.code.statement.Printed;
import dev.clew.code.statement.StatementHistory;
import dev.clew.code.syntax.Said;
import dev.clew.http.json.source.MessagesJson.SeenJson;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements for people. */
final class StatementText {
  private static final int WIDTH = 160;

  private final Console console;
  private final ZoneId zone;

  StatementText(Console console, ZoneId zone) {
    this.console = console;
    this.zone = zone;
  }

  void print(
      Printed printed,
      List<Match> matches,
      @Nullable StatementHistory history,
      @Nullable SeenJson seen) {
    console.print(console.bold(Console.safe(printed.message(), WIDTH)));
    if (matches.isEmpty()) {
      console.print("  no statement fits");
    }
    @Nullable StatementHistory past = history;
    @Nullable SeenJson sight = seen;
    for (Match match : matches) {
      Said said = match.statement().said();
      String lines =
          said.first() == said.last() ? "" + said.first() : said.first() + "-" + said.last();
      String where = said.function().isEmpty() ? "" : "  in " + said.function();
      console.print(
          "  %s:%s%s"
              .formatted(
                  Console.safe(match.statement().path(), WIDTH),
                  lines,
                  Console.safe(where, WIDTH)));
      console.print("      " + Console.safe(match.statement().text(), WIDTH));
      for (Match.Value value : match.values()) {
        String name = value.name().isEmpty() ? "?" : value.name();
        console.print(
            "      %s = %s"
                .formatted(Console.safe(name, WIDTH / 2), Console.safe(value.value(), WIDTH / 2)));
      }
      console.print(
          console.dim("      " + Console.safe(String.join("; ", match.reasons()), 2 * WIDTH)));
      if (past != null) {
        print(past);
        past = null; // only that of the first was asked for
      }
      if (sight != null) {
        console.print("      " + SeenText.of(sight, zone));
        sight = null;
      }
    }
  }

  private void print(StatementHistory history) {
    Commit introduced = history.introduced();
    for (StatementHistory.Version version : history.versions()) {
      boolean first = introduced != null && version.commit().id().equals(introduced.id());
      console.print(
          "      %s by %s  %s"
              .formatted(first ? "introduced" : "changed", line(version.commit()), place(version)));
    }
    if (introduced == null && !history.versions().isEmpty()) {
      console.print("      and further back");
    }
  }

  private static String place(StatementHistory.Version version) {
    return Console.safe(version.path() + ":" + version.line(), WIDTH);
  }

  private String line(Commit commit) {
    return Console.safe(
        "%s %s %s: %s"
            .formatted(
                commit.shortId(),
                commit.time().atZone(zone).toLocalDate(),
                commit.author(),
                commit.subject()),
        WIDTH);
  }
}
