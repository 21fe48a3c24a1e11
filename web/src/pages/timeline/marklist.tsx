// SPDX-License-Identifier: Apache-2.0
// What happened, in order: the marks in sight and the first errors, each a step of the cursor.
import { clock, millis } from "../../state/instant.ts";
import { plural } from "../../state/numbers.ts";
import { currentIncident } from "../../state/pinning.ts";
import { cursor, lanes, lookAt, marks, sight } from "../../state/timeline.ts";
import type { TimeMark } from "../../state/timemarks.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Sign } from "./card.tsx";
import { Causes } from "./causes.tsx";
import { zone } from "./picture.ts";

interface Item {
  key: string;
  at: number;
  time: string;
  text: string;
  word: string;
  mark: TimeMark | null;
}

const MOST = 300;

export function MarkList() {
  const window = sight.value;
  const errors: Item[] = lanes.value.flatMap(({ key, lane }) =>
    lane?.firstError
      ? [
          {
            key: `error ${key}`,
            at: millis(lane.firstError),
            time: lane.firstError,
            text: `first error of ${key}`,
            word: "error",
            mark: null,
          },
        ]
      : [],
  );
  const all: Item[] = [...marks.value.map((mark) => ({ ...mark, mark })), ...errors]
    .filter(({ at }) => window && at >= window.from && at <= window.to)
    .sort((one, other) => one.at - other.at);
  const current = currentIncident.value;
  return (
    <aside className="tl-marks" aria-label="What happened">
      <h2>
        In this time{current ? `, with ${current.id}` : ""} <span className="muted">{all.length}</span>
      </h2>
      <Causes />
      <ol>
        {all.slice(0, MOST).map((item) => (
          <li key={item.key}>
            <button
              type="button"
              className="tl-item"
              aria-current={cursor.value === item.at ? "time" : undefined}
              onClick={() => lookAt(item.time)}
            >
              <span className="mono muted">{clock(item.time, zone.value)}</span>
              {item.mark ? <Sign mark={item.mark} /> : <span className="tl-sign first" aria-hidden="true" />}
              <span>
                {item.mark && <span className="muted">{item.word} </span>}
                <Plain text={clipped(item.text, 160)} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {all.length > MOST && <p className="note">{plural(all.length - MOST, "more mark")}: zoom in to see them here.</p>}
      {all.length === 0 && <p className="note">No change and no error in this time.</p>}
    </aside>
  );
}
