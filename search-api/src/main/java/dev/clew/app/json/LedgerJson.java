// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.json;

import dev.clew.ingest.Ledger;
import dev.clew.ingest.bookmark.Earlier;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The account of a reading as machines read it.
 *
 * @param earlier what readings before brought in of the same files; not part of the other counts
 */
public record LedgerJson(
    long files,
    long lines,
    long events,
    long sharedLines,
    long continuationLines,
    Map<String, Long> rejectedLines,
    long bytes,
    double seconds,
    boolean balanced,
    Earlier earlier,
    List<String> problems) {

  public static LedgerJson of(Ledger ledger, Duration took) {
    return new LedgerJson(
        ledger.files().size(),
        ledger.lines(),
        ledger.events(),
        ledger.sharedLines(),
        ledger.continuationLines(),
        ledger.rejectedLines(),
        ledger.bytes(),
        took.toMillis() / 1000.0,
        ledger.isBalanced(),
        ledger.earlier(),
        ledger.problems().stream().map(Object::toString).toList());
  }
}
