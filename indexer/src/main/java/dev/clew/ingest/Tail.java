// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.HeldFile;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * One file that is followed, by a handle of its own: it is read to its end even when it was renamed
 * or deleted. Not thread-safe.
 */
final class Tail implements AutoCloseable {
  /** A format is chosen again each time the file has doubled, until this many bytes are there. */
  private static final long ENOUGH = 1 << 16;

  private final HeldFile file;
  private final String key;
  private final Passage passage;
  private final Checkpoints checkpoints;
  private final long detectedIn;
  private Instant grown;
  private FileTime modified = FileTime.from(Instant.EPOCH);
  private long size = -1;

  /**
   * @param file what the passage reads from; closed with this
   * @param key what the file system calls it
   * @param grown when it was last written
   */
  Tail(HeldFile file, String key, Passage passage, Checkpoints checkpoints, Instant grown)
      throws IOException {
    this.file = file;
    this.key = key;
    this.passage = passage;
    this.checkpoints = checkpoints;
    this.grown = grown;
    this.detectedIn = file.size();
    passage.reader().growing(true);
  }

  /** The identity of what is read. */
  String source() {
    return passage.source().id();
  }

  /** True when {@code other} reads what this did, too. */
  boolean isReadBy(Tail other) throws IOException {
    return source().equals(other.source())
        || (passage.bookmark().isEmpty() && file.isStartOf(other.file));
  }

  /** What people call the file. */
  String name() {
    return passage.source().name();
  }

  /** True when the system calls this file {@code other}. */
  boolean isKeyOf(String other) {
    return key.equals(other);
  }

  /** True when nothing was written since this was asked last. */
  boolean isUntouched(BasicFileAttributes there) {
    boolean untouched = there.lastModifiedTime().equals(modified) && there.size() == size;
    modified = there.lastModifiedTime();
    size = there.size();
    return untouched;
  }

  /** True when what was read is no longer the start of the file. */
  boolean isRewritten() throws IOException {
    return file.isRewritten();
  }

  /** Reads the whole lines that are new. */
  void advance(Instant now) throws IOException {
    if (file.size() > file.position()) {
      grown = now;
    }
    if (passage.isKnown()) {
      passage.live(now);
    }
    passage.advance();
    checkpoints.ended(passage);
  }

  /** True when nothing was written for {@code silence}. */
  boolean isSilent(Instant now, Duration silence) {
    return !now.isBefore(grown.plus(silence));
  }

  /** Ends the event that is open, so that it can be found. */
  void pause() {
    if (passage.isOpen()) {
      passage.pause();
      checkpoints.ended(passage);
    }
  }

  /** Takes so much of the file, which lost its place, that it is known again by it. */
  void makeKnown() {
    if (passage.bookmark().isEmpty()) {
      pause();
    }
  }

  /** Makes an event of a line that is not ended. */
  void takePart() {
    passage.takePart();
    checkpoints.ended(passage);
  }

  /** True when a line waits for its end. */
  boolean isWaiting() {
    return passage.reader().waiting() > 0;
  }

  /** True when more of the file is there by now to tell its format by. */
  boolean isBetterKnown() {
    return detectedIn < ENOUGH && passage.offset() >= 2 * detectedIn;
  }

  /**
   * Takes what was read as the last: the file has no name any more, or others wrote over it. What
   * is there to read was read.
   */
  void finish() throws IOException {
    file.close();
    passage.takeRest();
    checkpoints.ended(passage);
  }

  /** Lets go of the file; what was not taken is read again by whoever opens it next. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
