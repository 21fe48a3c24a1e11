// SPDX-License-Identifier: Apache-2.0
// The whole time range beside the list, in the list's order: where errors are dense, and which part is in sight.
import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Bins } from "../../islands/histogram/bins.ts";
import { clockSeconds, dateAndClock, millis } from "../../state/instant.ts";
import { listing, selectedEvent } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { plural } from "../../state/numbers.ts";
import { inSight, seekTime } from "../../state/seek.ts";
import { bins } from "./chart.tsx";

const WIDTH = 12;
/** What is there is seen, however little it is beside the most. */
const LEAST = 2;
/** The part in sight is never drawn smaller than this part of the height. */
const LEAST_SEEN = 0.006;

/** Times and parts of the height, top down, one into the other. */
function scale(now: Bins, newest: boolean) {
  const span = Math.max(1, now.to - now.from);
  const turn = (part: number) => (newest ? 1 - part : part);
  return {
    part: (at: number) => Math.min(1, Math.max(0, turn((at - now.from) / span))),
    time: (part: number) => now.from + turn(part) * span,
  };
}

function bad(now: Bins, bin: number): number {
  return (now.counts.error[bin] ?? 0) + (now.counts.fatal[bin] ?? 0);
}

/** One bar for each bin that has some: as long as its count is large, so that a rise stands out of what is usual. */
function Bars({ now, newest, of, name }: { now: Bins; newest: boolean; of(bin: number): number; name: string }) {
  const { part } = scale(now, newest);
  const most = Math.max(1, ...now.starts.map((_, bin) => of(bin)));
  return (
    <g className={name}>
      {now.starts.map((start, bin) => {
        const count = of(bin);
        if (count === 0) return null;
        const [one, other] = [part(start), part(start + now.step)];
        const width = LEAST + ((WIDTH - LEAST) * count) / most;
        return (
          <rect key={start} x={WIDTH - width} width={width} y={Math.min(one, other)} height={Math.abs(other - one)} />
        );
      })}
    </g>
  );
}

function valueText(now: Bins, at: number, zone: string): string {
  const bin = Math.min(now.starts.length - 1, Math.max(0, Math.floor((at - now.from) / now.step)));
  const errors = bad(now, bin);
  return `${dateAndClock(at, zone)}, ${plural(now.totals[bin] ?? 0, "event")}, ${plural(errors, "error")}`;
}

function middleOf(seen: { from: number; to: number } | null, otherwise: number): number {
  return seen ? (seen.from + seen.to) / 2 : otherwise;
}

/** Tells of the rows in sight, once a frame while the list is scrolled: past the framework, which would draw all anew. */
function useSeen(now: Bins | null, newest: boolean, zone: string) {
  const host = useRef<HTMLDivElement>(null);
  const box = useRef<SVGRectElement>(null);
  useEffect(
    () =>
      effect(() => {
        const seen = inSight.value;
        if (!now || !host.current) return;
        const { part, time } = scale(now, newest);
        const [one, other] = seen ? [part(seen.from), part(seen.to)] : [0, 0];
        const height = Math.max(LEAST_SEEN, Math.abs(other - one));
        box.current?.setAttribute("y", String(Math.min(one, other, 1 - height)));
        box.current?.setAttribute("height", String(seen ? height : 0));
        const middle = middleOf(seen, time(0));
        host.current.setAttribute("aria-valuenow", String(Math.round(part(middle) * 1000)));
        host.current.setAttribute("aria-valuetext", valueText(now, middle, zone));
      }),
    [now, newest, zone],
  );
  return { host, box };
}

export function Minimap() {
  const now = bins.value;
  const { order, zone } = view.value;
  const newest = order === "newest";
  const empty = (listing.listed.value?.events.length ?? 0) === 0;
  const { host, box } = useSeen(empty ? null : now, newest, zone);
  if (!now || empty) return null;
  const { part, time } = scale(now, newest);
  const chosen = selectedEvent.value;
  const click = (event: MouseEvent) => {
    const place = host.current?.getBoundingClientRect();
    if (place) void seekTime(time((event.clientY - place.top) / place.height));
  };
  const keys = (event: KeyboardEvent) => {
    const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 }[event.key];
    const end = { Home: 0, End: 1 }[event.key];
    if (steps === undefined && end === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const middle = middleOf(inSight.peek(), time(0));
    const to = end === undefined ? middle + (newest ? -1 : 1) * (steps ?? 0) * now.step : time(end);
    void seekTime(Math.min(now.to, Math.max(now.from, to)));
  };
  return (
    <div
      ref={host}
      className="minimap"
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Time of the rows, ${clockSeconds(now.from, zone)} to ${clockSeconds(now.to, zone)}`}
      aria-valuemin={0}
      aria-valuemax={1000}
      aria-valuenow={0}
      title="go to a time"
      onClick={click}
      onKeyDown={keys}
    >
      <svg viewBox={`0 0 ${WIDTH} 1`} preserveAspectRatio="none" aria-hidden="true">
        <Bars now={now} newest={newest} name="mm-all" of={(bin) => now.totals[bin] ?? 0} />
        <Bars now={now} newest={newest} name="mm-warn" of={(bin) => now.counts.warn[bin] ?? 0} />
        <Bars now={now} newest={newest} name="mm-error" of={(bin) => bad(now, bin)} />
        {chosen && <rect className="mm-chosen" x={0} width={WIDTH} y={part(millis(chosen.time))} height={0.003} />}
        <rect ref={box} className="mm-seen" x={0} width={WIDTH} />
      </svg>
    </div>
  );
}
