// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passes the first row of each combination of values on. */
public final class DedupStage extends Stage {
  private final List<String> fields;
  private final Set<List<String>> seen = new HashSet<>();
  private final Work work;
  private final Stage next;
  private long lacking;
  private long leftOut;

  public DedupStage(List<String> fields, Work work, Stage next) {
    this.fields = fields;
    this.work = work;
    this.next = next;
  }

  @Override
  public void start(List<Column> columns) {
    next.start(columns);
  }

  @Override
  public void row(Row row) {
    List<String> key = new ArrayList<>();
    for (String field : fields) {
      if (row.values(field).isEmpty()) {
        lacking++;
        return;
      }
      key.add(row.cell(field).text());
    }
    if (seen.contains(key)) {
      return;
    }
    long weight = 100 + key.stream().mapToLong(each -> 56 + (long) each.length()).sum();
    if (seen.size() >= work.limits().groups() || !work.room().take(weight)) {
      leftOut++;
    } else {
      seen.add(key);
      next.row(row);
    }
  }

  @Override
  public boolean full() {
    return next.full();
  }

  @Override
  public void end() {
    if (lacking > 0) {
      work.note(
          "%,d rows have no %s and were left out".formatted(lacking, String.join(" and ", fields)));
    }
    if (leftOut > 0) {
      work.leaveOut(
          "%,d rows after the first %,d different ones were left out"
              .formatted(leftOut, seen.size()));
    }
    next.end();
  }
}
