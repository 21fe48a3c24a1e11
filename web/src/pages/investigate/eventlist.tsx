// SPDX-License-Identifier: Apache-2.0
import { computed, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Grid, type GridModel, mountGrid } from "../../islands/grid/grid.ts";
import { growingRows, type Row } from "../../islands/grid/rows.ts";
import { open } from "../../state/actions.ts";
import { millis } from "../../state/instant.ts";
import { listing, live, resumed, tail } from "../../state/investigation.ts";
import { move, view } from "../../state/location.ts";
import { counted } from "../../state/numbers.ts";
import { soughtWords } from "../../state/querytext.ts";
import { edge, inSight, standAround, step } from "../../state/seek.ts";
import type { TailItem } from "../../state/tailbuffer.ts";
import { usePauses } from "./live.tsx";
import { Minimap } from "./minimap.tsx";
import { NoEvents } from "./noevents.tsx";

const AHEAD = 150;
/** Rows that stay above the time that was sought. */
const ABOVE = 2;
/** Where the list stood when it was last in sight, for those who come back to it. */
let left: { subject: unknown; top: number } | null = null;
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
const words = computed(() => soughtWords(listing.listed.value?.question.q ?? ""));
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

function timeAt(row: number, direction: 1 | -1): number | null {
  const all = rows.peek();
  for (let at = Math.min(all.length - 1, Math.max(0, row)); at >= 0 && at < all.length; at += direction) {
    const found = all[at];
    if (found?.kind === "event") return millis(found.event.time);
  }
  return null;
}

/** Rows in sight: more are loaded in time, and the strip beside them shows where they are. */
function seen(first: number, last: number): void {
  const [from, to] = [timeAt(first, 1), timeAt(last, -1)];
  inSight.value = from === null || to === null ? null : { from: Math.min(from, to), to: Math.max(from, to) };
  if (live.peek()) return;
  if (last + AHEAD >= rows.peek().length) void listing.more();
  else if (first < AHEAD) void listing.more("previous");
}

function idAt(row: number): string | null {
  const found = rows.peek()[row];
  return found?.kind === "event" ? found.event.id : null;
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
    seen,
  };

  useEffect(() => {
    if (!host.current) return;
    if (island.current) island.current.update(model);
    else {
      island.current = mountGrid(host.current, model);
      if (left && left.subject === model.subject) {
        island.current.scrollTo(left.top);
        back.current = true;
      }
    }
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
  // a list that is gone tells its place no more
  const remember = () => {
    left = { subject: model.subject, top: island.current?.scrolled() ?? 0 };
  };
  usePauses(host);
  const none = !live.value && listed !== null && listed.events.length === 0;
  const empty = none && listed.ended && listing.partial.value === null;
  return (
    <>
      <div className="list-with-map" hidden={empty}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside takes the focus and these keys */}
        <div className="list-host" ref={host} onKeyDown={keys} onScrollCapture={remember} />
        {!live.value && <Minimap />}
      </div>
      {empty && <NoEvents />}
      {(listed === null || none) && listing.slow.value && <p className="note">looking for events…</p>}
    </>
  );
}
