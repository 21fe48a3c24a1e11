// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.IncidentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file of incidents in a folder, looked at from outside; a server may be writing it. */
public final class IncidentFile {
  private static final int MOST_FAULTS = 100;
  private static final int BUSY_MILLIS = 10_000;

  private IncidentFile() {}

  /**
   * What was found.
   *
   * @param incidents how many
   * @param copies of answers, each compared with its SHA-256
   * @param bytes of these
   * @param faults a line each, at most 100; none when all is sound
   */
  public record Found(long incidents, long copies, long bytes, List<String> faults) {
    public Found {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Copies the incidents of {@code folder}, as they are at one moment, to another folder.
   *
   * @return false when there are none
   * @throws IncidentException.NotKept when they cannot be read or written
   */
  public static boolean copy(Path folder, Path other) {
    Path file = folder.resolve(SqlIncidents.NAME);
    if (!Files.exists(file)) {
      return false;
    }
    try (Connection connection = open(file);
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, other.resolve(SqlIncidents.NAME).toAbsolutePath().toString());
      copy.execute();
      return true;
    } catch (SQLException failed) {
      throw new IncidentException.NotKept(
          "%s cannot be copied: %s".formatted(file, failed.getMessage()), failed);
    }
  }

  /**
   * Reads every page of the incidents of {@code folder}, and every copy.
   *
   * @return empty when there are none
   */
  public static Optional<Found> verify(Path folder) {
    Path file = folder.resolve(SqlIncidents.NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> faults = new ArrayList<>();
    try (Connection connection = open(file)) {
      faults.addAll(pages(connection));
      return Optional.of(copies(connection, faults));
    } catch (SQLException damaged) {
      faults.add("it cannot be read: " + damaged.getMessage());
      return Optional.of(new Found(0, 0, 0, faults));
    }
  }

  private static Connection open(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
    }
    return connection;
  }

  private static List<String> pages(Connection connection) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("PRAGMA integrity_check(" + MOST_FAULTS + ")")) {
      while (lines.next()) {
        faults.add(lines.getString(1));
      }
    }
    return faults.equals(List.of("ok")) ? List.of() : faults;
  }

  private static Found copies(Connection connection, List<String> faults) throws SQLException {
    long copies = 0;
    long bytes = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sha256, content FROM answer")) {
      while (rows.next()) {
        byte[] content = rows.getBytes(2);
        copies++;
        bytes += content.length;
        if (!Digest.hex(content).equals(rows.getString(1)) && faults.size() < MOST_FAULTS) {
          faults.add("the copy %s is altered".formatted(rows.getString(1)));
        }
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM incident")) {
      return new Found(row.next() ? row.getLong(1) : 0, copies, bytes, faults);
    }
  }
}
