// SPDX-License-Identifier: Apache-2.0
import type { LogEvent } from "../../api/types.ts";
import { Copy } from "../../widgets/copy.tsx";
import { LongPlain } from "../../widgets/plain.tsx";

/** What stood in the file, byte for byte where it is text. */
export function RawLine({ event }: { event: LogEvent }) {
  return (
    <section className="section">
      <h3>
        {event.origin.lines > 1 ? "Raw lines" : "Raw line"}
        <span className="push" />
        {event.raw !== undefined && <Copy text={event.raw} what="the raw text" />}
      </h3>
      {event.raw === undefined ? (
        <p className="muted">loading…</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <pre className="raw" tabIndex={0}>
          <LongPlain text={event.raw.replace(/\r?\n$/, "")} />
        </pre>
      )}
      {event.rawBase64 && <p className="muted">Not UTF-8: bytes that are no text are shown as �.</p>}
    </section>
  );
}
