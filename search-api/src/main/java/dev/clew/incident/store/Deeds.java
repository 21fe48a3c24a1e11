// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Entry;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was done to incidents. */
final class Deeds {
  private static final int LONGEST = 500;

  private Deeds() {}

  static void add(
      Handle handle,
      long incident,
      Instant at,
      String by,
      String what,
      String subject,
      String detail) {
    String shown = detail.length() <= LONGEST ? detail : start(detail) + "…";
    Sql.update(
        handle,
        """
        INSERT INTO deed (incident, place, moment, told_by, what, subject, detail)
        SELECT ?, COALESCE(MAX(place), 0) + 1, ?, ?, ?, ?, ? FROM deed WHERE incident = ?
        """,
        incident,
        at,
        by,
        what,
        subject,
        shown,
        incident);
  }

  /** The first characters, none of them cut in half. */
  private static String start(String text) {
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }

  static List<Entry> of(Handle handle, long incident) {
    return Sql.list(
        handle,
        row ->
            new Entry(
                row.time("moment"),
                row.text("told_by"),
                row.text("what"),
                row.text("subject"),
                row.text("detail")),
        "SELECT * FROM deed WHERE incident = ? ORDER BY place",
        incident);
  }
}
