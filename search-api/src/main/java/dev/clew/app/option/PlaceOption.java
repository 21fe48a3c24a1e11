// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import dev.clew.app.terminal.Fault;
import dev.clew.code.GitException;
import dev.clew.code.remote.Place;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the place of a repository from the command line. */
public final class PlaceOption implements ITypeConverter<Place> {
  /** What a repository of a command may be. */
  public static final String MEANS =
      "Work tree, bare repository or .bundle file, or an https address (see --allow-fetch).";

  @Override
  public Place convert(String text) {
    try {
      return Place.parse(text);
    } catch (GitException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }

  /**
   * The place that {@code text} names.
   *
   * @throws Fault when it is none
   */
  static Place parse(String text) {
    try {
      return Place.parse(text);
    } catch (GitException wrong) {
      throw Fault.usage("--repo: " + wrong.getMessage());
    }
  }

  /**
   * The place of a command that looks at a repository as a whole.
   *
   * @throws Fault when a folder was named
   */
  public static Place whole(Place place) {
    if (!place.folder().isEmpty()) {
      throw Fault.usage(
          "--repo: this command looks at all of %s; leave out :%s"
              .formatted(place.text(), place.folder()));
    }
    return place;
  }
}
