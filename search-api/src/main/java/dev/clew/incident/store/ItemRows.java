// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Incidents;
import dev.clew.incident.Item;
import dev.clew.incident.ItemKind;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Items of timelines. Those taken off keep their rows, so that no id is given twice. */
final class ItemRows {
  private ItemRows() {}

  /** By time, then by place. Whether each is sourced is not told yet. */
  static List<Item> of(Handle handle, long incident) {
    return Sql.list(
            handle,
            ItemRows::read,
            "SELECT * FROM item WHERE incident = ? AND removed = 0 ORDER BY place",
            incident)
        .stream()
        .sorted(Comparator.comparing(Item::time))
        .toList();
  }

  static Optional<Item> find(Handle handle, long incident, long number) {
    return Sql.find(
        handle,
        ItemRows::read,
        "SELECT * FROM item WHERE incident = ? AND number = ? AND removed = 0",
        incident,
        number);
  }

  private static Item read(Row row) throws SQLException {
    return new Item(
        Keys.ITEM.id(row.number("number")),
        row.time("moment"),
        ItemKind.named(row.text("kind")),
        row.text("content"),
        row.textOrNull("service"),
        Keys.evidenceId(row.numberOrNull("evidence")),
        row.text("told_by"),
        row.number("revision"),
        false);
  }

  static long next(Handle handle, long incident) {
    Sql.requireRoom(
        Sql.number(handle, "SELECT COUNT(*) AS n FROM item WHERE incident = ?", incident),
        Incidents.MOST_ITEMS,
        "items of this timeline, those taken off included,");
    return Sql.number(
        handle, "SELECT COALESCE(MAX(number), 0) + 1 AS n FROM item WHERE incident = ?", incident);
  }

  /** At the end, or right after the item {@code after}. */
  static void add(
      Handle handle, long incident, Item item, @Nullable Long evidence, @Nullable Long after) {
    long place =
        after == null
            ? Sql.number(
                handle,
                "SELECT COALESCE(MAX(place), 0) + 1 AS n FROM item WHERE incident = ?",
                incident)
            : 1
                + Sql.number(
                    handle,
                    "SELECT place AS n FROM item WHERE incident = ? AND number = ?",
                    incident,
                    after);
    Sql.update(
        handle,
        "UPDATE item SET place = place + 1 WHERE incident = ? AND place >= ?",
        incident,
        place);
    Sql.update(
        handle,
        """
        INSERT INTO item (incident, number, place, moment, kind, content, service, evidence,
          told_by, revision, removed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
        """,
        incident,
        Keys.ITEM.number(item.id()),
        place,
        item.time(),
        item.kind().word(),
        item.text(),
        item.service(),
        evidence,
        item.by(),
        item.revision());
  }

  static void put(
      Handle handle, long incident, Item item, @Nullable Long evidence, boolean removed) {
    Sql.update(
        handle,
        """
        UPDATE item SET moment = ?, content = ?, evidence = ?, told_by = ?, revision = ?,
          removed = ?
        WHERE incident = ? AND number = ?
        """,
        item.time(),
        item.text(),
        evidence,
        item.by(),
        item.revision(),
        removed,
        incident,
        Keys.ITEM.number(item.id()));
  }
}
