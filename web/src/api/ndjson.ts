// SPDX-License-Identifier: Apache-2.0
// JSON objects a line, read as they come.
import { lines } from "./lines.ts";

const SHOWN = 120;

/** A line that is no JSON. */
export interface BrokenLine {
  /** From 1, empty lines counted. */
  line: number;
  /** Its beginning. */
  text: string;
}

/**
 * The objects of a body, one a line. Bytes may be cut anywhere; empty lines say nothing; a line that cannot be read is
 * told to `broken`, and those after it still come.
 */
export async function* ndjson(
  body: ReadableStream<Uint8Array>,
  broken: (line: BrokenLine) => void,
): AsyncGenerator<unknown> {
  let line = 0;
  for await (const text of lines(body)) {
    line++;
    if (text === null) {
      broken({ line, text: "a line that is too long" });
    } else if (text.trim() !== "") {
      let object: unknown;
      try {
        object = JSON.parse(text);
      } catch {
        broken({ line, text: text.slice(0, SHOWN) });
        continue;
      }
      yield object;
    }
  }
}
