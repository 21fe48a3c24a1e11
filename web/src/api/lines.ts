// SPDX-License-Identifier: Apache-2.0
// The lines of a body, as they come.

/** A longer line is not kept: nothing this server sends is. In UTF-16 code units. */
const LONGEST = 32 * 1024 * 1024;

/** Lines without their ends; null stands for one that was too long. Bytes may be cut anywhere. */
export async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string | null> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = "";
  let tooLong = false;
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
        yield tooLong ? null : rest.slice(start, end);
        tooLong = false;
        start = end + 1;
        end = rest.indexOf("\n", start);
      }
      rest = rest.slice(start);
      if (rest.length > LONGEST) {
        tooLong = true;
        rest = "";
      }
    }
    if (tooLong) yield null;
    else if (rest !== "") yield rest;
  } finally {
    // Who stops reading ends the request.
    await reader.cancel().catch(() => undefined);
  }
}
