// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reports of configuration tools as changes. Those of Ansible (core 2.14) and Puppet (7.23) are
 * real ones, shortened; {@code RealConfigurationRunsTest} makes new ones. Those of Chef have the
 * shape that {@code lib/chef/handler/json_file.rb}, {@code lib/chef/resource.rb} and {@code
 * lib/chef/data_collector/run_end_message.rb} of github.com/chef/chef (commit 688d3ad3) give them.
 */
class ConfigurationRunsTest {
  @TempDir private Path temp;

  private final List<RowProblem> notes = new ArrayList<>();

  @Test
  void readsWhatARunOfAnsibleChangedFromItsJson() throws IOException {
    List<Change> changes = read("ansible-run.json");

    assertThat(changes)
        .contains(
            new ConfigChange(
                Instant.parse("2026-11-22T16:02:50.429388Z"),
                null,
                "web-1",
                "/etc/pay/pay.properties",
                "pool.size",
                "20",
                "5",
                "Ansible: Configure the pay service / Lower the pool"));
    assertThat(changes)
        .extracting(Change::label)
        .containsExactly(
            "pool.size in /etc/pay/pay.properties on web-1: 20 → 5",
            "max_connections in /etc/pay/limits.conf on web-1: (unset) → 100",
            "queue in /etc/pay/limits.conf on web-1: (unset) → 7",
            "state in /etc/pay/run on web-1: absent → directory",
            "mode in /etc/pay/orig.properties on web-1: 0644 → 0600",
            "timeout.ms in /etc/pay/pay.properties on web-1: 3000 → 500",
            "command echo hello on web-1: changed",
            "copy (values hidden by no_log) on web-1: changed",
            "command echo restarted on web-1: changed");
  }

  @Test
  void readsTheSameFromItsLinesAsFromItsJson() throws IOException {
    assertThat(labels("ansible-run.jsonl")).isEqualTo(labels("ansible-run.json"));
  }

  @Test
  void readsTheSameDifferencesFromTheLogOfAnsible() throws IOException {
    List<Change> changes = read("ansible.log", ZoneId.of("Europe/Berlin"));

    assertThat(changes)
        .extracting(Change::label)
        .containsExactly(
            "pool.size in /etc/pay/pay.properties on web-1: 20 → 5",
            "max_connections on web-1: (unset) → 100",
            "queue on web-1: (unset) → 7",
            "state in /etc/pay/run on web-1: absent → directory",
            "mode in /etc/pay/orig.properties on web-1: 0644 → 0600",
            "timeout.ms in /etc/pay/pay.properties on web-1: 3000 → 500",
            "task A command on web-1: changed",
            "task A secret on web-1: changed",
            "task restart pay on web-1: changed");
    assertThat(changes.getFirst().time()).isEqualTo(Instant.parse("2026-11-22T15:02:16.295Z"));
  }

  @Test
  void saysWhatFailedAndDoesNotCallItAChange() throws IOException {
    for (String file : List.of("ansible-run.json", "ansible-run.jsonl", "ansible.log")) {
      notes.clear();
      assertThat(labels(file)).noneMatch(label -> label.contains("false"));
      assertThat(notes)
          .singleElement()
          .extracting(RowProblem::message)
          .isEqualTo(
              "Ansible tasks that failed are no changes: \"That fails\" on web-1 (non-zero return"
                  + " code), \"Unreachable file\" on web-1 (Could not find or access 'nofile')");
    }
  }

  @Test
  void leavesOutWhatWasOnlyChecked() throws IOException {
    assertThat(read("ansible-check.json")).isEmpty();
    assertThat(notes)
        .singleElement()
        .extracting(RowProblem::message)
        .isEqualTo(
            "this Ansible run only checked what it would change; its 1 changes are left out");
  }

  @Test
  void leavesOutARunWithoutCommandsThatOnlyCheckedFiles() throws IOException {
    assertThat(read("ansible-check-files.jsonl")).isEmpty();
    assertThat(notes)
        .singleElement()
        .extracting(RowProblem::message)
        .asString()
        .startsWith("this Ansible run only checked what it would change");
  }

  @Test
  void keepsARunThatPutFilesInPlace() throws IOException {
    assertThat(read("ansible-run-files.jsonl"))
        .extracting(Change::label)
        .contains(
            "pool in /etc/pay/pay.properties on web-1: 20 → 5",
            "k in /etc/pay/t.properties on web-1: (unset) → 2",
            "a in /etc/pay/line.properties on web-1: 1 → 2");
    assertThat(notes).isEmpty();
  }

  @Test
  void tellsRunsApartThatOverlapInOneLog() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("a.log"),
            """
            2026-11-22 16:02:15,000 p=7 u=ops n=ansible | PLAY [one] ****
            2026-11-22 16:02:15,001 p=8 u=ops n=ansible | PLAY [two] [CHECK MODE] ****
            2026-11-22 16:02:15,002 p=7 u=ops n=ansible | TASK [a] ****
            2026-11-22 16:02:15,003 p=8 u=ops n=ansible | TASK [b] ****
            2026-11-22 16:02:15,004 p=7 u=ops n=ansible | changed: [web-1 -> db-1]
            2026-11-22 16:02:15,005 p=8 u=ops n=ansible | changed: [web-2]
            """);
    assertThat(ChangeFiles.read(file, ZoneId.of("UTC"), notes::add))
        .extracting(change -> change.label() + " / " + change.by())
        .containsExactly("task a on web-1: changed / Ansible: one / a");
  }

  @Test
  void keepsWhatStandsBeforeTheEndOfATornReport() throws IOException {
    String whole = text("ansible-run.json");
    Path torn =
        Files.writeString(
            temp.resolve("torn.json"), whole.substring(0, whole.indexOf("\"A folder\"")));
    assertThat(ChangeFiles.read(torn, ZoneId.of("UTC"), notes::add))
        .extracting(Change::label)
        .startsWith("pool.size in /etc/pay/pay.properties on web-1: 20 → 5");
    assertThat(notes).last().asString().contains("what follows was not read");
  }

  @Test
  void readsAReportOfPuppetWithTheLinesThatDiffer() throws IOException {
    List<Change> changes = read("last_run_report.yaml");

    assertThat(changes)
        .extracting(Change::label)
        .containsExactly(
            "pool.size in /etc/pay/pay.properties on web-1: 20 → 5",
            "mode in /etc/pay/pay.properties on web-1: 0644 → 0640",
            "ensure in /etc/pay/run on web-1: absent → directory",
            "command in Exec[say] on web-1: changed",
            "refresh in Exec[restart pay] on web-1: changed");
    assertThat(changes.getFirst().by())
        .isEqualTo("Puppet: configuration 1795363355, /srv/site/site.pp:1");
    assertThat(notes)
        .extracting(RowProblem::message)
        .containsExactly(
            "1 Puppet events only say what would change (noop); they are left out",
            "Puppet resources that failed are no changes: Exec[fails] (change from 'notrun' to"
                + " ['0'] failed: '/bin/false' returned 1 instead of one of [0])");
  }

  @Test
  void readsAReportOfPuppetInJsonAndNamesChecksumsWhereNoLinesAreKnown() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("report"),
            """
            {"host":"web-1","time":"2026-11-22T16:02:35.8+00:00","configuration_version":7,"report_format":12,"logs":[],
             "resource_statuses":{"File[/etc/motd]":{"title":"/etc/motd","resource_type":"File","containment_path":["Stage[main]"],
              "events":[{"property":"content","previous_value":"{sha256}734f7c38","desired_value":"e3NoYTI1Nn02YTQxMjNlYQ==",
                "status":"success","time":"2026-11-22T16:02:35.9Z","corrective_change":true}]}}}
            """);
    assertThat(ChangeFiles.read(file, ZoneId.of("UTC"), notes::add))
        .extracting(change -> change.label() + " / " + change.by())
        .containsExactly(
            "content in /etc/motd on web-1: {sha256}734f7c38 → {sha256}6a4123ea"
                + " / Puppet: configuration 7, put back what had drifted");
  }

  @Test
  void refusesAReportThatWouldGrowOrGoTooDeep() throws IOException {
    String deep =
        "--- !ruby/object:Puppet::Transaction::Report\nhost: " + "[".repeat(200) + "]".repeat(200);
    String tags = "resource_statuses:\n  x: &a [1, *a, *a]\n  y: &b [*a, *a, *b]\n";
    assertThat(failure(deep)).contains("the Puppet report is not read: nested more than 50 levels");
    Path bomb = Files.writeString(temp.resolve("bomb"), tags);
    assertThat(ChangeFiles.read(bomb, ZoneId.of("UTC"), notes::add)).isEmpty();
  }

  @Test
  void readsTheFileThatTheHandlerOfChefWrites() throws IOException {
    List<Change> changes = read("chef-run-report.json");

    assertThat(changes)
        .containsExactly(
            new ConfigChange(
                Instant.parse("2026-11-22T16:02:35Z"),
                null,
                "web-1",
                "/etc/pay/pay.properties",
                "pool.size",
                "20",
                "5",
                "Chef: pay::default"),
            new ConfigChange(
                Instant.parse("2026-11-22T16:02:35Z"),
                null,
                "web-1",
                "pay",
                "service",
                null,
                "restart",
                "Chef: pay::default"));
    assertThat(notes).isEmpty();
  }

  @Test
  void readsWhatTheDataCollectorOfChefSends() throws IOException {
    assertThat(labels("chef-run-converge.json"))
        .containsExactly(
            "mode in /etc/pay/run.sh on web-1: 0644 → 0755",
            "version in nginx on web-1: 1.22.1 → 1.26.0");
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("Expected process to exit with [0]; only");
  }

  private String failure(String content) throws IOException {
    Path file = Files.writeString(temp.resolve("bad"), content);
    try {
      ChangeFiles.read(file, ZoneId.of("UTC"), notes::add);
    } catch (ChangeFileException refused) {
      return String.valueOf(refused.getMessage());
    }
    throw new AssertionError("it was read");
  }

  private List<String> labels(String name) throws IOException {
    return read(name).stream().map(Change::label).toList();
  }

  private List<Change> read(String name) throws IOException {
    return read(name, ZoneId.of("UTC"));
  }

  /** Under a name that says nothing. */
  private List<Change> read(String name, ZoneId zone) throws IOException {
    return ChangeFiles.read(
        Files.writeString(temp.resolve("changes"), text(name)), zone, notes::add);
  }

  private static String text(String name) throws IOException {
    try (InputStream in = ConfigurationRunsTest.class.getResourceAsStream("/changes/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
