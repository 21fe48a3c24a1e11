// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.Finding;
import dev.clew.ingest.bookmark.Fingerprint;
import dev.clew.ingest.bookmark.Standing;
import dev.clew.source.LineReader;
import dev.clew.source.Source;

/** Says which source a stream is, and where reading it goes on. */
interface Standings {
  /** Bytes of standard input that tell one input from another. */
  int STANDARD_INPUT_HEAD = 1 << 16;

  /** Each file is what its path says, and is read from its start. */
  Standings UNKNOWN =
      (source, reader) ->
          new Finding.Known(
              source.path() == null
                  ? standardInput(source, reader)
                  : Standing.unknown(source.id(), source.place()));

  /**
   * What {@code source} is.
   *
   * @param reader has read its first bytes and no line yet
   */
  Finding of(Source source, LineReader reader);

  /** Standard input has no name of its own: its first bytes are. */
  static Standing standardInput(Source source, LineReader reader) {
    String place = source.place() + Fingerprint.of(reader.head(STANDARD_INPUT_HEAD)).hash();
    return Standing.unknown(Source.id(place, 1), place);
  }
}
