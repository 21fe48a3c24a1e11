// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.source.InputFile;
import dev.clew.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files that are held open: those written of late by their places, and strays, which lost their
 * place to a rotation. Not thread-safe.
 */
final class Tails {
  private static final int MOST_OPEN = 512;

  /** After this long without more, the event that was read last is taken as whole. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** After this long without its end, a line is taken as it is. */
  private static final Duration PART = Duration.ofMinutes(2);

  /** After this long without more, a file is closed until it is written again. */
  private static final Duration IDLE = Duration.ofSeconds(60);

  /** After this long without more, a stray that was found nowhere is done with. */
  private static final Duration STRAY = Duration.ofSeconds(10);

  private final Resuming resuming;
  private final Appender appender;
  private final Consumer<Problem> problems;
  private final LinkedHashMap<String, Tail> open = new LinkedHashMap<>();
  private final List<Tail> strays = new ArrayList<>();

  Tails(Resuming resuming, Appender appender, Consumer<Problem> problems) {
    this.resuming = resuming;
    this.appender = appender;
    this.problems = problems;
  }

  boolean isOpen(String place) {
    return open.containsKey(place);
  }

  /** The identity of what is read at {@code place}; empty when nothing is open there. */
  Optional<String> source(String place) {
    return Optional.ofNullable(open.get(place)).map(Tail::source);
  }

  /**
   * Reads what is new in {@code file}, and holds it open when it may grow.
   *
   * @param growing it is written right now: when it is packed, or may be the copy that a rotation
   *     makes, it is left for later
   * @param grown when it was written last
   * @return the reading as it began, of which {@link SourceReading#isPassedOver} says whether
   *     anything is read
   */
  SourceReading read(InputFile file, String place, boolean growing, Instant grown, Instant now) {
    Resuming.Opened opened = resuming.open(file, appender, growing, grown);
    opened.reading().problems().forEach(problems);
    Optional<Tail> tail = opened.tail();
    if (tail.isEmpty()) {
      return opened.reading();
    }
    strays.removeIf(stray -> isReadBy(stray, tail.get()) && closed(stray));
    Tail before = open.put(place, tail.get());
    if (before != null) {
      closed(before);
    }
    advance(tail.get(), now);
    settle(place, tail.get(), now);
    while (open.size() > MOST_OPEN) {
      Map.Entry<String, Tail> eldest = open.firstEntry();
      eldest.getValue().pause();
      closed(eldest.getValue());
      open.remove(eldest.getKey());
    }
    return opened.reading();
  }

  private static boolean isReadBy(Tail stray, Tail tail) {
    try {
      return stray.isReadBy(tail);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file at {@code place} is gone from there, or is another. */
  void stray(String place) {
    Tail tail = open.remove(place);
    if (tail != null) {
      tail.makeKnown();
      strays.add(tail);
    }
  }

  /** Reads what was written; false when a file is no longer the one that was read. */
  boolean advance(Instant now) {
    boolean same = true;
    for (Map.Entry<String, Tail> each : List.copyOf(open.entrySet())) {
      String place = each.getKey();
      Tail tail = each.getValue();
      Optional<BasicFileAttributes> there = Identification.attributes(path(place));
      boolean moved = there.isEmpty() || !tail.isKeyOf(Identification.key(there.get()));
      boolean untouched = !moved && tail.isUntouched(there.get());
      if (moved || (!untouched && !advance(tail, now))) {
        stray(place);
        same = false;
      } else {
        settle(place, tail, now);
      }
    }
    strays.forEach(stray -> advance(stray, now));
    return same;
  }

  private static Path path(String place) {
    return Path.of(place.substring(0, place.length() - 1));
  }

  /** False when what was read is no longer there. */
  private boolean advance(Tail tail, Instant now) {
    try {
      if (tail.isRewritten()) {
        return false;
      }
      tail.advance(now);
      return true;
    } catch (IOException e) {
      problems.accept(
          new Problem(tail.name(), "cannot be read on", "check its disk and its permissions"));
      return false;
    }
  }

  /** Ends events and lines that waited long enough, and closes what is idle. */
  private void settle(String place, Tail tail, Instant now) {
    if (tail.isSilent(now, PAUSE)) {
      tail.pause();
    }
    if (tail.isWaiting() && tail.isSilent(now, PART)) {
      tail.takePart();
    }
    if (!tail.isWaiting() && (tail.isSilent(now, IDLE) || tail.isBetterKnown())) {
      tail.pause();
      closed(tail);
      open.remove(place);
    }
  }

  /**
   * Takes the rest of strays that were found nowhere else: deleted files once nobody writes to them
   * any more, and what was read of a line before its file was truncated.
   */
  void finishStrays(Instant now) {
    for (Iterator<Tail> each = strays.iterator(); each.hasNext(); ) {
      Tail stray = each.next();
      if (stray.isSilent(now, STRAY)) {
        finish(stray);
        each.remove();
      }
    }
  }

  private static void finish(Tail stray) {
    try {
      stray.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all that waits, since no more will be read. */
  void pauseAll() {
    open.values().forEach(Tail::pause);
  }

  void close() {
    open.values().forEach(Tails::closed);
    strays.forEach(Tails::closed);
    open.clear();
    strays.clear();
  }

  private static boolean closed(Tail tail) {
    try {
      tail.close();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
