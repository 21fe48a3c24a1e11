// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.incident;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of incidents. A body holds what its route takes; the rest of it is passed over. */
public final class ToldJson {
  private ToldJson() {}

  /** A new incident. */
  public record OpeningJson(
      @Nullable String title,
      @Nullable String severity,
      @Nullable String lead,
      @Nullable String zone,
      @Nullable String by) {}

  /** Another head of an incident; what is left out stays. */
  public record HeadJson(
      @Nullable Long revision,
      @Nullable String by,
      @Nullable String title,
      @Nullable String severity,
      @Nullable String status,
      @Nullable String review,
      @Nullable String lead,
      @Nullable String zone) {}

  /**
   * A mark.
   *
   * @param time null to take it off
   */
  public record MarkToldJson(
      @Nullable String kind,
      @Nullable String time,
      @Nullable String evidence,
      @Nullable String by) {}

  /** A question whose answer becomes evidence. */
  public record PinJson(
      @Nullable String kind,
      @Nullable String title,
      @Nullable AskToldJson ask,
      @Nullable ChosenToldJson chosen,
      @Nullable String view,
      @Nullable String by) {}

  /** The question itself. */
  public record AskToldJson(@Nullable String path, @Nullable Map<String, String> parameters) {}

  /** The suspect that is meant. */
  public record ChosenToldJson(@Nullable String kind, @Nullable String id) {}

  /** What becomes of a piece of evidence: another title, removed, or restored. */
  public record PieceJson(
      @Nullable String title,
      @Nullable Boolean remove,
      @Nullable Boolean restore,
      @Nullable String by) {}

  /** Who tells it, and nothing more. */
  public record ByJson(@Nullable String by) {}

  /**
   * An item of the timeline.
   *
   * @param time left out to take it from the evidence
   * @param after id of the item it comes after among those of its time
   */
  public record NewItemJson(
      @Nullable String time,
      @Nullable String kind,
      @Nullable String text,
      @Nullable String service,
      @Nullable String evidence,
      @Nullable String by,
      @Nullable String after) {}

  /**
   * Another text of an item; what is left out stays.
   *
   * @param evidence empty for none
   */
  public record ItemToldJson(
      @Nullable Long revision,
      @Nullable String by,
      @Nullable String time,
      @Nullable String text,
      @Nullable String evidence,
      @Nullable Boolean remove) {}

  /** Another text of a block. */
  public record TextJson(@Nullable Long revision, @Nullable String text, @Nullable String by) {}

  /** A comment, or that the one of that id is resolved. */
  public record CommentToldJson(
      @Nullable String id,
      @Nullable String text,
      @Nullable Boolean resolved,
      @Nullable String by) {}

  /** What became of a pin; {@code known} when the same was pinned before. */
  public record PinnedJson(EvidenceJson evidence, boolean known) {}

  /** An address of the workbench. */
  public record PathJson(@Nullable String path) {}

  /** The short name of an address, and where it is found. */
  public record LinkJson(String id, String path) {}
}
