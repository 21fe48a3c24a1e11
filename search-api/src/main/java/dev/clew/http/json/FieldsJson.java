// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent values of each field.
 *
 * @param sampled how many of the newest events were read to learn which attributes there are; 0
 *     when all were
 * @param complete false when events may be missing in the counts
 * @param reason why it is not complete
 */
public record FieldsJson(
    long total,
    List<FieldJson> fields,
    long sampled,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason) {

  /**
   * One field.
   *
   * @param more there are more values than listed
   * @param missing events that lack the field
   * @param lacking most events that each value may have besides those counted; left out when 0
   */
  public record FieldJson(
      String name,
      List<ValueJson> values,
      boolean more,
      long missing,
      @JsonInclude(Include.NON_DEFAULT) long lacking) {}

  /** A value and how many events have it. */
  public record ValueJson(String value, long count) {}
}
