// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of a file that was handed in has come.
 *
 * @param id of this import
 * @param name of the file
 * @param service of its events that name none; null when its name tells
 * @param state what is done with it
 * @param length bytes of the file; -1 while nobody knows
 * @param received bytes that came
 * @param read bytes that were read, as they are sent
 * @param events that were added to the store
 * @param unread lines that were not understood: rejected, or kept as they are
 * @param started when the first byte came
 * @param ended when it was done, failed or stopped; null before
 * @param perSecond bytes a second of what is done now; 0 while unknown
 * @param left until that is done, at this speed; null while unknown
 * @param sources what the events call their file: one for a plain file, several for an archive
 * @param problems what could not be read, or not to its end
 * @param why what there is to say of the state; empty when it says all
 */
public record ImportStatus(
    String id,
    String name,
    @Nullable String service,
    State state,
    long length,
    long received,
    long read,
    long events,
    long unread,
    Instant started,
    @Nullable Instant ended,
    double perSecond,
    @Nullable Duration left,
    List<String> sources,
    List<String> problems,
    String why) {
  public ImportStatus {
    sources = List.copyOf(sources);
    problems = List.copyOf(problems);
  }

  /** What is done with it. */
  public enum State {
    RECEIVING,
    /** others are read before */
    WAITING,
    READING,
    DONE,
    FAILED,
    STOPPED;

    /** Whether nothing more will happen. */
    public boolean isOver() {
      return this == DONE || this == FAILED || this == STOPPED;
    }
  }
}
