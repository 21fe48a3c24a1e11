// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import dev.clew.event.LogEvent;
import java.util.List;

/** Is told what a scan finds, as soon as it is found, on the thread that scans. */
public interface Listener {
  /** The next rows, in the order asked for: they stand after all that were told before. */
  void rows(List<LogEvent> events);

  /** The counts of a part that was not counted before. */
  void counted(Part part);

  /** How far the scan is; after the rows and the counts of the same part. */
  void progress(Progress progress);
}
