// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every incident, and the one way to alter them. What a method returned is on the disk: a crash
 * loses none of it. Thread-safe; writers take turns.
 *
 * <p>Methods that name an incident or a part of it throw {@link IncidentException.Unknown} when
 * there is none; those that write throw {@link IncidentException.Full} beyond a limit, {@link
 * IncidentException.NotKept} when the disk refuses, and {@link IllegalArgumentException} for a text
 * that is too long or an id that names nothing. {@code at} is the moment it is done.
 */
public interface Incidents extends AutoCloseable {
  /** Bytes that the copy of one answer may have. */
  int MOST_COPY = 8 * 1024 * 1024;

  /** Pieces of evidence of one incident, removed ones too. */
  int MOST_EVIDENCE = 500;

  /** Items of one timeline. */
  int MOST_ITEMS = 2_000;

  /** Characters of one block. */
  int LONGEST_BLOCK = 100_000;

  /** Versions of one block that are kept apart. */
  int MOST_VERSIONS = 5_000;

  /** Characters of one comment. */
  int LONGEST_COMMENT = 4_000;

  /** Comments of one incident. */
  int MOST_COMMENTS = 2_000;

  /** Incidents that are kept. */
  int MOST_INCIDENTS = 10_000;

  /** Bytes of all copies together. */
  long MOST_STORED = 4L << 30;

  /** Addresses that have a short name. */
  int MOST_LINKS = 100_000;

  /** Characters of an address. */
  int LONGEST_PATH = 16_000;

  /** All of them, the latest first. */
  List<Heading> list();

  /** The one of that id, {@code INC-1}. */
  Optional<Incident> find(String id);

  /** A new one, with an empty block for each section. */
  Incident open(Opening opening, Instant at);

  /**
   * Alters the heading.
   *
   * @throws IncidentException.Conflict when it was written since that revision was read
   */
  Incident revise(String id, Revised revised, Instant at);

  /**
   * Sets a mark, in place of the one before.
   *
   * @param time null to take it off
   * @param evidence id of what shows it; null when nothing does
   */
  Incident mark(
      String id,
      MarkKind kind,
      @Nullable Instant time,
      @Nullable String evidence,
      String by,
      Instant at);

  /** Keeps an answer as evidence, or finds that it is kept already. */
  Pinned pin(String id, Pin pin, Instant at);

  /** The piece of evidence, a removed one too. */
  Evidence evidence(String id, String evidence);

  /** The bytes of a piece of evidence as they were pinned. */
  byte[] copy(String id, String evidence);

  /** Gives a piece of evidence another title. */
  Incident retitle(String id, String evidence, String title, String by, Instant at);

  /** Takes a piece of evidence off, or puts it back. Its bytes are kept either way. */
  Incident remove(String id, String evidence, boolean removed, String by, Instant at);

  /** Writes down what asking again said, by the ids of evidence. */
  Incident checked(String id, Map<String, Check> checks, String by, Instant at);

  /**
   * Puts an item on the timeline.
   *
   * @param after id of the item it comes after among those of the same time; null for the last
   */
  Incident add(String id, ItemText item, @Nullable String after, Instant at);

  /**
   * Alters an item, or takes it off.
   *
   * @throws IncidentException.Conflict when it was written since that revision was read
   */
  Incident revise(String id, String item, ItemRevised revised, Instant at);

  /**
   * Writes the text of a block; the one before stays among its versions.
   *
   * @param revision that was read
   * @throws IncidentException.Conflict when it was written since that revision was read
   */
  Incident write(String id, String block, long revision, String text, String by, Instant at);

  /** Every text that a block had, the first first. */
  List<Version> versions(String id, String block);

  /** Says something about a block. */
  Incident comment(String id, String block, String text, String by, Instant at);

  /** Ends a comment, or takes it up again. */
  Incident resolve(
      String id, String block, String comment, boolean resolved, String by, Instant at);

  /** What was done to an incident, the first first. */
  List<Entry> history(String id);

  /** An incident with all that belongs to it. */
  Whole whole(String id);

  /**
   * Takes an incident of another Clew under a new id, with everything in it as it was.
   *
   * @param by who brings it
   */
  Incident take(Whole whole, String by, Instant at);

  /** A short name for an address of the workbench; the same address has the same. */
  String link(String path, Instant at);

  /** The address that a short name stands for. */
  Optional<String> linked(String name);

  /** Closes the database. */
  @Override
  void close();
}
