// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.change.Change;
import dev.clew.change.file.ChangeFiles;
import dev.clew.change.file.RowProblem;
import dev.clew.change.hook.ChangeJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs Ansible and Puppet for real, on files of a temporary folder, and finds what they changed in
 * {@code /api/changes}. Needs the packages {@code ansible} and {@code puppet-agent}.
 */
@Tag("slow")
class RealConfigurationRunsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path temp;

  private final List<RowProblem> notes = new ArrayList<>();
  private Path settings;
  private Instant start;

  @BeforeEach
  void writeSettings() throws IOException {
    start = Instant.now().minusSeconds(5);
    settings =
        Files.writeString(
            temp.resolve("pay.properties"), "# pay\nserver.port=8080\npool.size=20\n");
  }

  @Test
  void ansibleInJson() throws Exception {
    ansible("json", "");

    assertShownAsChanged(temp.resolve("stdout"));
  }

  @Test
  void ansibleInLinesOfJson() throws Exception {
    ansible("ansible.posix.jsonl", "");

    assertShownAsChanged(temp.resolve("stdout"));
  }

  @Test
  void ansibleInItsLog() throws Exception {
    ansible("default", "");

    assertShownAsChanged(temp.resolve("ansible.log"));
  }

  @Test
  void ansibleThatOnlyChecks() throws Exception {
    for (String callback : List.of("json", "default")) {
      notes.clear();
      ansible(callback, "--check");

      Path report = temp.resolve(callback.equals("json") ? "stdout" : "ansible.log");
      assertThat(read(report)).as(callback).isEmpty();
      assertThat(notes).first().asString().contains("only checked what it would change");
    }
  }

  @Test
  void puppet() throws Exception {
    puppet("--reports", "store", "--reportdir", temp.resolve("reports").toString());

    Path report = only(temp.resolve("reports"), ".yaml");
    assertShownAsChanged(report);
    assertThat(notes)
        .extracting(RowProblem::message)
        .anyMatch(note -> note.contains("Exec[fails]"))
        .anyMatch(note -> note.contains("noop"));
    assertShownAsChanged(only(temp.resolve("var"), "last_run_report.yaml"));
  }

  @Test
  void puppetThatSendsItsReport() throws Exception {
    try (ChangeJournal journal =
            ChangeJournal.open(
                temp.resolve(ChangeJournal.NAME),
                note -> {
                  throw new AssertionError(note);
                });
        Served served = Served.taking(List.of(), journal, null)) {
      String address = "http://127.0.0.1:%d/api/changes".formatted(served.port());
      puppet("--reports", "http", "--reporturl", address);

      assertThat(labels(served)).anySatisfy(this::saysWhatChanged);
    }
  }

  private void puppet(String... more) throws Exception {
    assumeInstalled("puppet", "puppet-agent");
    Path manifest =
        Files.writeString(
            temp.resolve("site.pp"),
            """
            file { '%s': mode => '0600', content => "# pay\\nserver.port=8080\\npool.size=5\\n" }
            exec { 'fails': command => '/bin/false' }
            file { '%s/never': ensure => directory, noop => true }
            """
                .formatted(settings, temp));
    List<String> command =
        new ArrayList<>(
            List.of(
                "puppet",
                "apply",
                "--show_diff",
                "--confdir",
                temp.resolve("conf").toString(),
                "--vardir",
                temp.resolve("var").toString(),
                "--publicdir",
                temp.resolve("public").toString()));
    command.addAll(List.of(more));
    command.add(manifest.toString());
    run(Map.of(), command.toArray(String[]::new));
  }

  private List<String> labels(Served served) {
    String end = Instant.now().plusSeconds(5).toString();
    return served
        .get("/api/changes", "from", start.toString(), "to", end)
        .get("changes")
        .findValuesAsString("label");
  }

  private void assertShownAsChanged(Path report) {
    List<Change> changes = read(report);
    Logs logs = new Logs().add(0, "first", event -> event);
    try (Served served = Served.with(logs.events(), Map.of(), changes)) {
      assertThat(labels(served)).anySatisfy(this::saysWhatChanged);
    }
  }

  private void saysWhatChanged(String label) {
    assertThat(label).startsWith("pool.size in " + settings + " on ").endsWith(": 20 → 5");
  }

  private List<Change> read(Path report) {
    return ChangeFiles.read(report, ZoneId.systemDefault(), notes::add);
  }

  private void ansible(String callback, String more) throws Exception {
    assumeInstalled("ansible-playbook", "ansible");
    Path playbook =
        Files.writeString(
            temp.resolve("play.yml"),
            """
            - name: Configure pay
              hosts: all
              gather_facts: false
              tasks:
                - name: Lower the pool
                  ansible.builtin.lineinfile: {path: %s, regexp: "^pool.size=", line: "pool.size=5"}
                - name: A command
                  ansible.builtin.command: echo done
            """
                .formatted(settings));
    List<String> command =
        new ArrayList<>(List.of("ansible-playbook", "-i", "web-1,", "-c", "local", "--diff"));
    if (!more.isEmpty()) {
      command.add(more);
    }
    command.add(playbook.toString());
    run(
        Map.of(
            "ANSIBLE_STDOUT_CALLBACK",
            callback,
            "ANSIBLE_LOG_PATH",
            temp.resolve("ansible.log").toString(),
            "ANSIBLE_CHECK_MODE_MARKERS",
            "1",
            "ANSIBLE_LOCAL_TEMP",
            temp.resolve("local").toString()),
        command.toArray(String[]::new));
  }

  private void run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectOutput(temp.resolve("stdout").toFile())
            .redirectError(temp.resolve("stderr").toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command[0] + " did not end in " + PATIENCE);
    }
  }

  private static void assumeInstalled(String program, String debianPackage) {
    boolean found =
        Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(found, () -> program + " is missing; install it: apt-get install " + debianPackage);
  }

  private static Path only(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }
}
