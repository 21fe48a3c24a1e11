// SPDX-License-Identifier: Apache-2.0
// Server-Sent Events (HTML Living Standard, section 9.2), read by hand: so a reader says itself where it goes on.
import { lines } from "./lines.ts";

export interface ServerEvent {
  /** The last id that was told. */
  id: string;
  event: string;
  /** Empty for a comment, with which the server says that it is still there. */
  data: string;
}

/** The events of a body; a comment is told as an event without a name. */
export async function* serverEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  let id = "";
  let event = "";
  let data: string[] = [];
  for await (const text of lines(body)) {
    const line = (text ?? "").replace(/\r$/, "");
    if (line === "") {
      if (data.length > 0) yield { id, event: event || "message", data: data.join("\n") };
      event = "";
      data = [];
    } else if (line.startsWith(":")) {
      yield { id, event: "", data: "" };
    } else {
      const colon = line.indexOf(":");
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (field === "id") id = value;
      else if (field === "event") event = value;
      else if (field === "data") data.push(value);
    }
  }
}
