// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A unit of {@link JsonUnits}: one object, maybe with brackets and commas of an array around it.
 */
public final class JsonUnit implements LineParser {
  private final LineParser objects;

  public JsonUnit(LineParser objects) {
    this.objects = objects;
  }

  @Override
  public @Nullable Draft start(String text) {
    int open = text.indexOf('{');
    int close = text.lastIndexOf('}');
    return open < 0 || close < open ? null : objects.start(text.substring(open, close + 1));
  }

  @Override
  public void finish(Draft draft) {
    objects.finish(draft);
  }
}
