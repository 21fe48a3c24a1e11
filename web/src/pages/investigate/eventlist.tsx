// SPDX-License-Identifier: Apache-2.0
import { computed, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { LogEvent } from "../../api/types.ts";
import { type Grid, type GridModel, mountGrid } from "../../islands/grid/grid.ts";
import { growingRows, type Row } from "../../islands/grid/rows.ts";
import { open } from "../../state/actions.ts";
import { found } from "../../state/find.ts";
import { millis } from "../../state/instant.ts";
import { listing, live, resumed, tail } from "../../state/investigation.ts";
import { leaving, sightMoved, watchSight } from "../../state/leaving.ts";
import { type Place, stands, wanted } from "../../state/listplace.ts";
import { move, view } from "../../state/location.ts";
import { counted } from "../../state/numbers.ts";
import { soughtWords } from "../../state/querytext.ts";
import type { Listed } from "../../state/rowwindow.ts";
import { edge, inSight, standAround, step } from "../../state/seek.ts";
import type { TailItem } from "../../state/tailbuffer.ts";
import { LeavingNote } from "./leavingnote.tsx";
import { usePauses } from "./live.tsx";
import { Minimap } from "./minimap.tsx";
import { NoEvents } from "./noevents.tsx";

const AHEAD = 150;
/** Rows that stay above the time that was sought. */
const ABOVE = 2;
/** Where the list stood when it was last in sight, for those who come back to it by another way than Back. */
let left: { subject: unknown; row: number } | null = null;
/** What the rows of a tail answer: one more each time that it is resumed, so that the newest is in sight. */
const tailSubject = computed(() => (live.value ? { resumed: resumed.value } : null));

function rowOf(item: TailItem, index: number): Row {
  return "event" in item ? { kind: "event", event: item.event, index } : { kind: "note", text: item.note };
}

const zone = computed(() => view.value.zone);
const rowsNow = growingRows();
const rows = computed<Row[]>(() => {
  if (live.value) return tail.state.value.rows.map(rowOf);
  const listed = listing.listed.value;
  return rowsNow(listed?.events ?? [], zone.value, listed?.sample);
});
/** What is looked for in the rows is marked in place of what was searched. */
const words = computed(() =>
  found.value.length > 0 ? found.value : soughtWords(listing.listed.value?.question.q ?? ""),
);
const selectedRow = computed(() => {
  const id = view.value.selected;
  return id ? rows.value.findIndex((row) => row.kind === "event" && row.event.id === id) : -1;
});

/** Where a list begins that stands around a time. */
function startOf(): number {
  const sought = listing.listed.peek()?.sought;
  if (!sought || live.peek()) return 0;
  return Math.max(0, rows.peek().findIndex((row) => row.kind === "event" && row.event === sought) - ABOVE);
}

/** The first event from a row on, in a direction. */
function eventAt(row: number, direction: 1 | -1): { event: LogEvent; row: number } | null {
  const all = rows.peek();
  for (let at = Math.min(all.length - 1, Math.max(0, row)); at >= 0 && at < all.length; at += direction) {
    const found = all[at];
    if (found?.kind === "event") return { event: found.event, row: at };
  }
  return null;
}

let firstSeen = 0;
let lastSeen = 0;

function eventsInSight(beside: number): LogEvent[] {
  const shown = rows.peek().slice(Math.max(0, firstSeen - beside), lastSeen + 1 + beside);
  return shown.flatMap((row) => (row.kind === "event" ? [row.event] : []));
}

/** Rows in sight: their place is kept, the strip beside them shows it, and more are loaded in time. */
function seen(from: number, last: number): void {
  [firstSeen, lastSeen] = [Math.floor(from), last];
  sightMoved();
  const [one, other] = [eventAt(firstSeen, 1), eventAt(last, -1)];
  const [first, end] = [millis(one?.event.time ?? ""), millis(other?.event.time ?? "")];
  inSight.value = one && other ? { from: Math.min(first, end), to: Math.max(first, end) } : null;
  const listed = listing.listed.peek();
  if (live.peek() || !listed) return;
  left = { subject: listed.subject, row: from };
  if (one) stands({ question: listed.question, id: one.event.id, time: first, part: from - one.row });
  if (last + AHEAD >= rows.peek().length) void listing.more();
  else if (from < AHEAD) void listing.more("previous");
}

function idAt(row: number): string | null {
  const found = rows.peek()[row];
  return found?.kind === "event" ? found.event.id : null;
}

/** Puts the list where it stood at this step, once the row is there. */
function comeBack(grid: Grid, place: Place, listed: Listed, back: { current: boolean }): void {
  if (JSON.stringify(place.question) !== JSON.stringify(listed.question)) {
    wanted.value = null;
    return;
  }
  back.current = true;
  const row = rows.peek().findIndex((one) => one.kind === "event" && one.event.id === place.id);
  if (row >= 0) {
    grid.begin(row + place.part);
    wanted.value = null;
  } else if (listed.ended) {
    void listing.seek(place.time, place.id).then((went) => {
      if (!went && wanted.peek() === place) wanted.value = null;
    });
  }
}

export function EventList() {
  const host = useRef<HTMLDivElement>(null);
  const island = useRef<Grid | null>(null);
  const back = useRef(false);
  const listed = listing.listed.value;
  const total = listed?.total;
  const model: GridModel = {
    subject: tailSubject.value ?? listed?.subject ?? null,
    start: startOf(),
    holds: !live.value,
    rows: rows.value,
    selected: selectedRow.value,
    total: total?.exact && !live.value && !listed?.previous ? total.value : -1,
    stale: listing.error.value !== null && listed?.question !== listing.asked.value,
    zone: zone.value,
    words: words.value,
    label: live.value ? "Events as they arrive" : `Events, ${total ? counted(total) : "loading"}`,
    head: [`Time (${zone.value}) ${view.value.order === "newest" ? "↓" : "↑"}`, "Level", "Service", "Message"],
    select: (row) => move({ selected: idAt(row) }),
    open: (row) => {
      const id = idAt(row);
      if (id) open(id);
    },
    leaving: leaving.value,
    seen,
  };

  useEffect(() => {
    if (!host.current) return;
    if (island.current) island.current.update(model);
    else {
      island.current = mountGrid(host.current, model);
      if (left && left.subject === model.subject) {
        island.current.begin(left.row);
        back.current = true;
      }
    }
    if (wanted.value && listed?.question === listing.asked.value && !live.value)
      comeBack(island.current, wanted.value, listed, back);
  });
  // While rows are painted as they arrive, the newest is in sight, not the chosen one.
  const follows = live.value && !tail.state.value.paused;
  const { selected } = view.value;
  const known = selectedRow.value >= 0;
  useEffect(() => {
    // who comes back finds the list as it was, even where the chosen row was out of sight
    if (!follows && !back.current) island.current?.reveal(selectedRow.value);
    back.current = false;
  }, [selected, known, listed?.subject]);
  useSignalEffect(standAround);
  useEffect(() => watchSight(eventsInSight), []);
  useEffect(
    () => () => {
      island.current?.destroy();
      island.current = null;
    },
    [],
  );

  const keys = (event: KeyboardEvent) => {
    const page = island.current?.pageSize() ?? 1;
    const delta = { PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (delta === undefined) return;
    event.preventDefault();
    if (Number.isFinite(delta)) step(delta);
    else edge(delta < 0 ? -1 : 1);
  };
  // Who scrolls wants to be here, not where the list stood.
  const stays = () => {
    wanted.value = null;
  };
  usePauses(host);
  const none = !live.value && listed !== null && listed.events.length === 0;
  const empty = none && listed.ended && listing.partial.value === null;
  return (
    <>
      <div className="list-with-map" hidden={empty}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside takes the focus and these keys */}
        <div className="list-host" ref={host} onKeyDown={keys} onWheel={stays} onPointerDown={stays} />
        {!live.value && <Minimap />}
      </div>
      <LeavingNote />
      {empty && <NoEvents />}
      {(listed === null || none) && listing.slow.value && <p className="note">looking for events…</p>}
    </>
  );
}
