// SPDX-License-Identifier: Apache-2.0
import { cellAt, errorsAt } from "../../islands/timeline/cells.ts";
import { xOf } from "../../islands/timeline/geometry.ts";
import { dateAndClock } from "../../state/instant.ts";
import { duration, plural } from "../../state/numbers.ts";
import { activeLane, cursor, lanes, middle, pointAt, select, selection, sight } from "../../state/timeline.ts";
import { plain } from "../../widgets/plaintext.ts";
import { cells, OVERVIEW, RULER, size, zone } from "./picture.ts";

const PAGE = 10;

/** What stands at the cursor in the lane that keys are about: "14:12:31.204, checkout: 3 errors of 41 events". */
function value(at: number): string {
  const now = cells.value;
  const row = Math.max(
    0,
    lanes.value.findIndex(({ key }) => key === activeLane.value),
  );
  const info = lanes.value[row];
  const time = `${dateAndClock(at, zone.value)}.${String(Math.floor(at % 1000)).padStart(3, "0")}`;
  const cell = now ? cellAt(now, at) : -1;
  if (!now || !info || cell < 0) return time;
  const events = now.totals[row * now.size + cell] ?? 0;
  return `${time}, ${plain(info.key, 60)}: ${plural(errorsAt(now, row, cell), "error")} of ${plural(events, "event")} in ${duration(now.step)}`;
}

/** The handle of the time cursor: arrows move it by a cell, Shift and arrows draw a range, up and down choose a lane. */
export function CursorHandle() {
  const [window, now] = [sight.value, cells.value];
  const at = cursor.value ?? middle();
  if (!window || !now || at === null) return null;
  const x = Math.min(size.value.width, Math.max(0, xOf(at, window, size.value.width)));
  const keys = (event: KeyboardEvent) => {
    const cell = now.step;
    const by = { ArrowLeft: -cell, ArrowRight: cell, PageUp: -PAGE * cell, PageDown: PAGE * cell }[event.key];
    const lane = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const edge = { Home: window.from, End: window.to }[event.key];
    if (by !== undefined || edge !== undefined) {
      const to = edge ?? at + (by ?? 0);
      if (event.shiftKey) {
        const old = selection.peek();
        const anchor = old ? (Math.abs(old.from - at) < Math.abs(old.to - at) ? old.to : old.from) : at;
        select({ from: Math.min(anchor, to), to: Math.max(anchor, to) });
      }
      pointAt(to);
    } else if (lane !== undefined && !event.altKey) {
      const keys = lanes.peek().map(({ key }) => key);
      const old = keys.indexOf(activeLane.peek() ?? "");
      activeLane.value = keys[Math.min(keys.length - 1, Math.max(0, old + lane))] ?? null;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="tl-cursor"
      role="slider"
      tabIndex={0}
      aria-label="Time cursor"
      aria-valuemin={Math.floor(window.from)}
      aria-valuemax={Math.ceil(window.to)}
      aria-valuenow={Math.round(at)}
      aria-valuetext={value(at)}
      data-set={cursor.value !== null}
      style={{ left: `${x}px`, top: `${OVERVIEW}px`, height: `${RULER}px` }}
      onKeyDown={keys}
      onFocus={() => cursor.peek() === null && pointAt(at)}
    />
  );
}
