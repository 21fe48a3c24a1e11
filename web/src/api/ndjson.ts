// SPDX-License-Identifier: Apache-2.0
// JSON objects a line, read as they come.

/** A longer line is not kept: nothing this server sends is. In UTF-16 code units. */
const LONGEST = 32 * 1024 * 1024;
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
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = "";
  let line = 0;
  let tooLong = false;
  function* read(text: string): Generator<unknown> {
    line++;
    if (tooLong) {
      tooLong = false;
      broken({ line, text: "a line that is too long" });
    } else if (text.trim() !== "") {
      try {
        yield JSON.parse(text);
      } catch {
        broken({ line, text: text.slice(0, SHOWN) });
      }
    }
  }
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      // Only what is new can hold an end of line.
      let end = value.indexOf("\n");
      if (end >= 0) end += rest.length;
      rest += value;
      let start = 0;
      while (end >= 0) {
        yield* read(rest.slice(start, end));
        start = end + 1;
        end = rest.indexOf("\n", start);
      }
      rest = rest.slice(start);
      if (rest.length > LONGEST) {
        tooLong = true;
        rest = "";
      }
    }
    if (rest !== "" || tooLong) yield* read(rest);
  } finally {
    // Who stops reading ends the request.
    await reader.cancel().catch(() => undefined);
  }
}
