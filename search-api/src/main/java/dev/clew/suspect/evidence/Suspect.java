// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.evidence;

import dev.clew.code.DiffHunk;
import dev.clew.suspect.content.Contents;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A possible cause, with all that speaks for and against it.
 *
 * @param kind what sort of cause
 * @param id commit id, id of the change, or the sort of an operational cause ({@code certificate},
 *     {@code upstream}, {@code traffic}, {@code disk}, {@code dns}, {@code quota}, {@code host},
 *     {@code data})
 * @param title what it is, in a line
 * @param service program it concerns; null when unknown
 * @param author who made it; null when nobody did
 * @param time when it happened or was committed; null when unknown
 * @param score 0 to 1: the squashed sum of all evidence; no probability
 * @param strength the score in a word
 * @param evidence heaviest first; the weights sum to the score
 * @param diff hunks of a commit that the evidence speaks of; empty for other kinds
 * @param contents what a commit changes, thing by thing; empty for other kinds
 * @param page address of a commit's page where its repository is hosted; null when there is none
 * @param compare address of what changed between the version before the one that brought the commit
 *     and that one; null when either is not known
 */
public record Suspect(
    Kind kind,
    String id,
    String title,
    @Nullable String service,
    @Nullable String author,
    @Nullable Instant time,
    double score,
    Strength strength,
    List<Evidence> evidence,
    List<DiffHunk> diff,
    Contents contents,
    @Nullable String page,
    @Nullable String compare) {

  /** A suspect without a comparison of versions. */
  public Suspect(
      Kind kind,
      String id,
      String title,
      @Nullable String service,
      @Nullable String author,
      @Nullable Instant time,
      double score,
      Strength strength,
      List<Evidence> evidence,
      List<DiffHunk> diff,
      Contents contents,
      @Nullable String page) {
    this(
        kind, id, title, service, author, time, score, strength, evidence, diff, contents, page,
        null);
  }

  /** The same suspect with its word and its evidence. */
  public Suspect told(Strength word, List<Evidence> proof) {
    return new Suspect(
        kind, id, title, service, author, time, score, word, proof, diff, contents, page, compare);
  }

  /** The same suspect with the addresses of its proof. */
  public Suspect linked(List<Evidence> proof, @Nullable String versions) {
    return new Suspect(
        kind, id, title, service, author, time, score, strength, proof, diff, contents, page,
        versions);
  }

  /** A suspect that is no commit. */
  public Suspect(
      Kind kind,
      String id,
      String title,
      @Nullable String service,
      @Nullable String author,
      @Nullable Instant time,
      double score,
      Strength strength,
      List<Evidence> evidence,
      List<DiffHunk> diff) {
    this(
        kind,
        id,
        title,
        service,
        author,
        time,
        score,
        strength,
        evidence,
        diff,
        Contents.none(),
        null);
  }

  public Suspect {
    evidence = List.copyOf(evidence);
    diff = List.copyOf(diff);
  }

  /** Sorts of causes. */
  public enum Kind {
    COMMIT,
    DEPLOY,
    /** the same version began again: more often a consequence */
    RESTART,
    CONFIG,
    FLAG,
    /** nobody changed anything: the world around the program did */
    OPERATIONAL
  }

  /** A score in a word. */
  public enum Strength {
    /** at least 0.6, and its evidence outweighs the next suspect's by at least 0.2 */
    STRONG,
    /** at least 0.4, and its evidence is at most 0.1 behind the first suspect's */
    LIKELY,
    WEAK
  }
}
