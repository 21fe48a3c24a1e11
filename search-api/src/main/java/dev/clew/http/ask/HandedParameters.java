// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.http.ask.ParameterTypes.Moment;
import dev.clew.http.ask.ParameterTypes.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What is said with a file that is handed in. */
public final class HandedParameters {
  private static final int LONGEST = 200;

  public final Parameter<String> name =
      Parameter.optional(
          "name",
          "The name of the file, without its folder; what it is packed with is told by its bytes.",
          new Text(LONGEST));
  public final Parameter<String> service =
      Parameter.optional(
          "service",
          "Service of its events that name none; told by the file's name when left out.",
          new Text(LONGEST));
  public final Parameter<Instant> modified =
      Parameter.optional(
          "modified",
          "When the file was last written, by which times without a year are understood; now when"
              + " left out.",
          new Moment(ZoneOffset.UTC));

  /** All of them. */
  public List<Parameter<?>> all() {
    return List.of(name, service, modified);
  }
}
