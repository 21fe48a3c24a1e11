// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.browser.BrowserScript;
import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.EventBuilder;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.incident.Incidents;
import dev.clew.incident.store.SqlIncidents;
import dev.clew.journal.LineJournal;
import dev.clew.note.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of errors and the page of one in a real browser. A commit halves a time limit and is
 * deployed; the one after it only re-indents the line that throws, and is listed as one to pass
 * over; HEAD has moved on since.
 */
class ErrorPagesTest {
  private static final String GATEWAY = "src/main/java/com/acme/pay/GatewayClient.java";
  private static final int DEPLOYED = 3_600;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Test
  void errorsLeadToTheGuiltyLineAndItsCommit() throws Exception {
    GitFixture git = GitFixture.in(folder.resolve("pay.git"));
    String begin = commit(git, "2_500", "", "Begin", "ann", -Duration.ofDays(400).toSeconds());
    String guilty = commit(git, "50", "", "Halve the limit", "bob", DEPLOYED - 7_200);
    String spaces = commit(git, "50", "  ", "Indent", "cem", DEPLOYED - 3_600);
    String deployed =
        git.file(".git-blame-ignore-revs", "# layout only", spaces)
            .commit("Pass over the layout", "cem", Logs.START.plusSeconds(DEPLOYED - 1_800));
    String head =
        git.file(GATEWAY, ("// moved\n".repeat(9) + source("50", "  ")).split("\n"))
            .commit("Move on", "dot", Logs.START.plusSeconds(DEPLOYED + 900));
    List<Change> changes =
        List.of(
            new Deploy(Logs.START.minusSeconds(90_000), "pay", "2.13.2", begin, "ann"),
            new Deploy(Logs.START.plusSeconds(DEPLOYED), "pay", "2.14.0", deployed, "bob"));
    try (GitRepository repository = git.open();
        ChangeJournal journal = ChangeJournal.open(folder.resolve(ChangeJournal.NAME), note -> {});
        LineJournal notes = Notebook.journal(folder, note -> {});
        Incidents incidents = SqlIncidents.in(folder);
        Served served =
            Served.keeping(
                logs().events(), Map.of("pay", repository), changes, journal, notes, incidents)) {
      browse(
          Map.of(
              "url", "http://127.0.0.1:" + served.port(),
              "guilty", guilty,
              "spaces", spaces,
              "deployed", deployed,
              "head", head));
    }
  }

  private static String commit(
      GitFixture git, String millis, String indent, String subject, String author, long seconds) {
    return git.file(GATEWAY, source(millis, indent).split("\n"))
        .commit(subject, author, Logs.START.plusSeconds(seconds));
  }

  private static String source(String millis, String indent) {
    return """
        package com.acme.pay;

        class GatewayClient {
          static final int LIMIT = %s;

          Receipt charge(Order order) {
            %scall(order, LIMIT);
            return receipt(order);
          }
        }
        """
        .formatted(millis, indent);
  }

  private static Logs logs() {
    Logs logs = new Logs().into("pay.log");
    for (int second = 0; second < 7_200; second += 10) {
      String host = "pay-" + second / 10 % 3;
      String version = second < DEPLOYED ? "2.13.2" : "2.14.0";
      String trace = "t" + second;
      logs.add(second, "charged order " + second, event -> pay(event, "INFO", version, host));
      if (second % 900 == 0) {
        logs.add(
            second, "receipt " + second + " not sent", event -> pay(event, "ERROR", version, host));
      }
      if (second > DEPLOYED + 30 && second % 20 == 0) {
        logs.add(
            second + 0.5,
            "charge of order " + second + " failed",
            event -> pay(event, "ERROR", version, host).traceId(trace).exception(timeout()));
      }
      if (second > DEPLOYED + 60 && second % 60 == 0) {
        logs.add(
            second + 0.6,
            "order " + second + " is lost",
            event -> event.service("cart").severity("ERROR").traceId(trace));
      }
    }
    return logs;
  }

  private static EventBuilder pay(EventBuilder event, String level, String version, String host) {
    return event.service("pay").severity(level).version(version).host(host);
  }

  private static StackTrace timeout() {
    List<StackFrame> own =
        List.of(
            new StackFrame("com.acme.pay.GatewayClient", "charge", "GatewayClient.java", 7),
            new StackFrame("org.springframework.web.Servlet", "service", "Servlet.java", 90));
    List<StackFrame> within =
        List.of(
            new StackFrame("java.net.Socket", "read", "Socket.java", 120),
            new StackFrame("com.acme.pay.GatewayClient", "charge", "GatewayClient.java", 7));
    return new StackTrace(
        "com.acme.pay.GatewayTimeout",
        "no answer in 50 ms",
        own,
        new StackTrace("java.net.SocketTimeoutException", "Read timed out", within, null));
  }

  private void browse(Map<String, String> incident) throws IOException, InterruptedException {
    Path input = Files.write(folder.resolve("incident.json"), JSON.writeValueAsBytes(incident));
    BrowserScript.run("suspects.mjs", input.toString(), "--shots", BrowserScript.shots().toString())
        .holds();
  }
}
