// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import dev.clew.format.field.Name;
import dev.clew.format.field.NamedValues;
import dev.clew.format.field.Role;
import dev.clew.format.field.Tails;
import dev.clew.format.json.JsonBytes;
import dev.clew.format.json.JsonReader;
import dev.clew.format.json.JsonTrail;
import dev.clew.format.json.RecordPath;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A unit of {@link JsonUnits}: one record, and parts of the document around it. What the document
 * says around its records is lent to each of them.
 */
public final class JsonUnit implements LineParser {
  private final String format;
  private final NamedValues values;
  private final JsonUnits units;
  private final JsonTrail trail;
  private final JsonReader json = new JsonReader();
  private final Tails tails = new Tails();

  /**
   * @param units what cuts the source
   */
  public JsonUnit(String format, NamedValues values, JsonUnits units) {
    this.format = format;
    this.values = values;
    this.units = units;
    this.trail = new JsonTrail(units.path());
  }

  @Override
  public @Nullable Draft start(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    trail.to(0);
    int start = trail.next(bytes, bytes.length);
    if (trail.isBroken()) {
      trail.reset();
      return null;
    }
    if (start < 0) {
      return null;
    }
    int end = JsonBytes.valueEnd(bytes, start, bytes.length);
    boolean whole = end >= 0;
    end = whole ? end : bytes.length;
    values.clear();
    String found = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    boolean read =
        found.startsWith("[") ? JsonRow.read(found, values) : json.read(found, 0, values) > 0;
    if (!read && values.size() == 0) {
      return null;
    }
    trail.to(end);
    String late = late(bytes);
    lend(late);
    rest(bytes);
    Draft draft = new Draft(format);
    values.fill(draft, found);
    metric(draft);
    return draft;
  }

  private void metric(Draft draft) {
    String metric = values.get("metric");
    String value = values.get("value");
    if (metric != null && value != null && !values.has(Role.MESSAGE)) {
      String unit = values.get("unit");
      draft.body("metric=" + metric + " value=" + value + (unit == null ? "" : " unit=" + unit));
    }
  }

  /** Goes on to the end of the unit, past what stands behind the record. */
  private void rest(byte[] bytes) {
    while (trail.at() < bytes.length) {
      int next = trail.next(bytes, bytes.length);
      int end = next < 0 ? -1 : JsonBytes.valueEnd(bytes, next, bytes.length);
      if (end < 0) {
        break;
      }
      trail.to(end);
    }
    if (trail.isBroken()) {
      trail.reset();
    }
  }

  private @Nullable String late(byte[] bytes) {
    JsonTrail ahead = new JsonTrail(units.path());
    ahead.copy(trail);
    String found = ahead.late(bytes, bytes.length);
    return found == null ? units.late() : found;
  }

  private void lend(@Nullable String late) {
    for (int level = trail.depth() - 1; level >= 0; level--) {
      String context = trail.context(level);
      RecordPath node = trail.node(level);
      Name root = values.table().root();
      if (!context.isEmpty()) {
        Name under = node.prefix().isEmpty() ? root : values.table().find(root, node.prefix());
        json.lend("{" + context + "}", values, under);
      }
    }
    String process = late == null ? null : values.get("processID");
    if (late != null && process != null) {
      int at = late.indexOf("\"" + process + "\"");
      int open = at < 0 ? -1 : late.indexOf('{', at);
      if (open > 0) {
        Name under = values.table().find(values.table().root(), "process");
        json.lend(late.substring(open), values, under);
      }
    }
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
