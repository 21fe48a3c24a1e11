// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Incidents;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The same statements on a real PostgreSQL. */
class PostgresIncidentsTest extends IncidentsContract {
  private static @Nullable EmbeddedPostgres server;

  private @Nullable SqlIncidents incidents;

  @BeforeAll
  static void start() {
    try {
      server = EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException refused) {
      Assumptions.abort("PostgreSQL does not run on this machine: " + refused);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() throws SQLException {
    DataSource source = server.getPostgresDatabase();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }
    incidents = SqlIncidents.of(source);
  }

  @Override
  Incidents incidents() {
    return incidents;
  }
}
