// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.incident.Incident;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Incidents;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incidents in a file of SQLite. */
class SqliteIncidentsTest extends IncidentsContract {
  @TempDir Path folder;

  private SqlIncidents incidents;

  @BeforeEach
  void open() {
    incidents = SqlIncidents.in(folder);
  }

  @Override
  Incidents incidents() {
    return incidents;
  }

  @Test
  void whatWasAnsweredIsThereAfterAKill() throws IOException, InterruptedException {
    Path killed = Files.createDirectory(folder.resolve("killed"));
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WritingUntilKilled.class.getName(),
                killed.toString())
            .redirectErrorStream(true)
            .start();
    int kept = 0;
    try (BufferedReader lines = writer.inputReader()) {
      while (kept < 25) {
        String line = lines.readLine();
        assertThat(line).isNotNull();
        kept = line.matches("[0-9]+") ? Integer.parseInt(line) : kept;
      }
      writer.destroyForcibly().waitFor();
    }
    Incident found = SqlIncidents.in(killed).find("INC-1").orElseThrow();
    assertThat(found.items()).hasSizeGreaterThanOrEqualTo(kept);
    assertThat(IncidentFile.verify(killed))
        .hasValueSatisfying(file -> assertThat(file.faults()).isEmpty());
  }

  @Test
  void aWriteThatIsCutShortLeavesNoTrace() throws IOException, SQLException {
    Incident before = opened();
    try (Connection crashing =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SqlIncidents.NAME));
        Statement statement = crashing.createStatement()) {
      crashing.setAutoCommit(false);
      statement.execute("UPDATE incident SET title = 'half'");
      statement.execute("DELETE FROM block_version");
      Path copied = Files.createDirectory(folder.resolve("copied"));
      for (String name : new String[] {SqlIncidents.NAME, SqlIncidents.NAME + "-wal"}) {
        if (Files.exists(folder.resolve(name))) {
          Files.copy(folder.resolve(name), copied.resolve(name));
        }
      }
      crashing.rollback();
      assertThat(SqlIncidents.in(copied).find("INC-1")).contains(before);
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    byte[] text = "this is no database ".repeat(100).getBytes(StandardCharsets.UTF_8);
    Files.write(other.resolve(SqlIncidents.NAME), text);
    assertThatThrownBy(() -> SqlIncidents.in(other))
        .isInstanceOf(IncidentException.NotKept.class)
        .hasMessageContaining(SqlIncidents.NAME);
    assertThat(Files.readAllBytes(other.resolve(SqlIncidents.NAME))).isEqualTo(text);
  }

  @Test
  void aDatabaseOfANewerClewIsRefused() throws SQLException {
    opened();
    try (Connection newer =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SqlIncidents.NAME));
        Statement statement = newer.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
              + " installed_by, installed_on, 1, 1 FROM flyway_schema_history");
    }
    assertThatThrownBy(() -> SqlIncidents.in(folder)).hasMessageContaining("newer Clew");
  }
}
