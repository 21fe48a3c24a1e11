// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Incidents;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Short names of addresses: the start of the address's digest, longer where two share it. */
final class Links {
  private static final int SHORTEST = 8;
  private static final int BASE = 36;

  private Links() {}

  static String name(Handle handle, String path, Instant at) {
    Optional<String> known =
        Sql.find(handle, row -> row.text("name"), "SELECT name FROM link WHERE path = ?", path);
    return known.orElseGet(() -> add(handle, path, at));
  }

  private static String add(Handle handle, String path, Instant at) {
    Sql.requireRoom(
        Sql.number(handle, "SELECT COUNT(*) AS n FROM link"), Incidents.MOST_LINKS, "addresses");
    byte[] digest = Digest.bytes(path.getBytes(StandardCharsets.UTF_8));
    String digits = new BigInteger(1, digest).toString(BASE);
    int length = SHORTEST;
    while (path(handle, digits.substring(0, length)).isPresent()) {
      length++;
    }
    String name = digits.substring(0, length);
    Sql.update(handle, "INSERT INTO link (name, path, created) VALUES (?, ?, ?)", name, path, at);
    return name;
  }

  static Optional<String> path(Handle handle, String name) {
    return Sql.find(handle, row -> row.text("path"), "SELECT path FROM link WHERE name = ?", name);
  }
}
