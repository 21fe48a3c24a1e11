// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { grouped } from "../state/numbers.ts";
import { clipped, parts } from "./plaintext.ts";

const STEP = 20_000;

/** Text of unknown origin, as text: what has no shape is written out. */
export function Plain({ text }: { text: string }) {
  const found = parts(text);
  if (found.length === 1 && !found[0]?.escape) return <>{found[0]?.text}</>;
  return (
    <>
      {found.map((part, index) =>
        part.escape ? (
          <i key={index} className="esc">
            {part.text}
          </i>
        ) : (
          part.text
        ),
      )}
    </>
  );
}

/** The same for texts that may be very long: a first piece, and the rest on request. */
export function LongPlain({ text }: { text: string }) {
  const [limit, setLimit] = useState(STEP);
  if (text.length <= limit) return <Plain text={text} />;
  return (
    <>
      <Plain text={clipped(text, limit)} />{" "}
      <button type="button" className="link" onClick={() => setLimit(limit + STEP)}>
        {grouped(text.length - limit)} more characters, show {grouped(Math.min(STEP, text.length - limit))}
      </button>
    </>
  );
}
