// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.LogEvent;

/** Takes what is read. The events and rejections of a file come in its order. */
public interface ReadListener {
  /**
   * An event, without a pattern.
   *
   * @param format the name of the format it was read in
   */
  void event(LogEvent event, String format);

  /** Lines that are part of no event. */
  void rejected(Rejection rejection);

  /**
   * How far reading has come, in bytes on disk.
   *
   * @param total of all files; 0 when unknown
   */
  void progress(long done, long total);
}
