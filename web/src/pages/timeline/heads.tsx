// SPDX-License-Identifier: Apache-2.0
// The column of names beside the lanes.
import type { RefObject } from "preact";
import { TIGHT } from "../../islands/timeline/geometry.ts";
import { clockSeconds, millis } from "../../state/instant.ts";
import { duration, grouped, rough } from "../../state/numbers.ts";
import { clockOf, type LaneInfo } from "../../state/timelanes.ts";
import { activeLane, corrected, lanes, moveLane, shown, skews, timeline, toggleLane } from "../../state/timeline.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped, plain } from "../../widgets/plaintext.ts";
import { cells, HEAD, room, scrolled, zone } from "./picture.ts";

/** "−1.8 s", or nothing when the clock is right as far as anybody can tell. */
function ahead(ms: number): string {
  return `${ms < 0 ? "−" : "+"}${duration(Math.abs(ms))}`;
}

function Clock({ info }: { info: LaneInfo }) {
  const known = clockOf(corrected.value ? (timeline.data.value?.skew ?? null) : skews.data.value, info.key);
  const skew = known?.skew;
  if (!known || !skew?.certain) return null;
  const words = `clock ${ahead(skew.aheadMs)}${corrected.value ? ", corrected" : ""}`;
  return (
    <span className="tl-clock" title={`${ahead(skew.aheadMs)} ± ${duration(skew.uncertaintyMs)}: ${known.why}`}>
      {words}
    </span>
  );
}

function Version({ info }: { info: LaneInfo }) {
  const last = info.lane?.versions.at(-1);
  if (!last) return null;
  return (
    <>
      {" · "}
      <Plain text={clipped(last.version, 20)} />
    </>
  );
}

const SHORT = { zero: "0 events", not_collected: "not collected", no_source: "no source", arriving: "still arriving" };

function Numbers({ info, errors }: { info: LaneInfo; errors: number }) {
  const { lane, without } = info;
  if (!lane) return <span className="tl-numbers muted">{SHORT[without?.state ?? "zero"]}</span>;
  return (
    <div className="tl-lines">
      <span className="tl-numbers">
        <b className={errors > 0 ? "bad" : "muted"}>{rough(errors)} err</b>
        <span className="muted tl-of">
          of {rough(lane.total)}
          <Version info={info} />
        </span>
      </span>
      <span className="tl-numbers muted">
        {lane.firstError && (
          <span title="first error in this time">first {clockSeconds(millis(lane.firstError), zone.value)}</span>
        )}
        {lane.late > 0 && <span title="received more than a minute after their time">{grouped(lane.late)} late</span>}
        <Clock info={info} />
      </span>
    </div>
  );
}

function Head({ info, row, last }: { info: LaneInfo; row: number; last: boolean }) {
  const { key } = info;
  const { tops } = room.value;
  const name = plain(key, 60);
  const keys = (event: KeyboardEvent) => {
    const delta = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
    if (delta === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(delta);
  };
  const move = (delta: 1 | -1) => {
    moveLane(key, delta);
    // The row is another element now: the focus goes with the lane.
    requestAnimationFrame(() => document.getElementById(`tl-lane-${row + delta}`)?.focus());
  };
  return (
    <li
      className="tl-head"
      data-active={activeLane.value === key}
      data-empty={info.lane === null}
      data-tight={(tops[row + 1] ?? 0) - (tops[row] ?? 0) < TIGHT}
      style={{ height: `${(tops[row + 1] ?? 0) - (tops[row] ?? 0)}px` }}
      onKeyDown={keys}
      onPointerEnter={() => (activeLane.value = key)}
      onFocusCapture={() => (activeLane.value = key)}
    >
      <label className="tl-name">
        <input
          type="checkbox"
          id={`tl-lane-${row}`}
          checked={shown.value.lanes.includes(key)}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onChange={() => toggleLane(key)}
        />
        <span title={name}>
          <Plain text={clipped(key, 60)} />
        </span>
      </label>
      <Numbers info={info} errors={cells.value?.errors[row] ?? 0} />
      <span className="tl-moves">
        <button
          type="button"
          className="tool"
          aria-label={`Move ${name} up`}
          disabled={row === 0}
          onClick={() => move(-1)}
        >
          <Icon name="up" />
        </button>
        <button type="button" className="tool" aria-label={`Move ${name} down`} disabled={last} onClick={() => move(1)}>
          <Icon name="down" />
        </button>
      </span>
    </li>
  );
}

export function Heads({ scroller }: { scroller: RefObject<HTMLDivElement | null> }) {
  const all = lanes.value;
  return (
    <div
      className="tl-heads"
      ref={scroller}
      style={{ top: `${HEAD}px` }}
      onScroll={(event) => (scrolled.value = event.currentTarget.scrollTop)}
    >
      <ul aria-label="Lanes">
        {all.map((info, row) => (
          <Head key={info.key} info={info} row={row} last={row === all.length - 1} />
        ))}
      </ul>
    </div>
  );
}
