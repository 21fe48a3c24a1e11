// SPDX-License-Identifier: Apache-2.0
// The events of the selection. The row at the cursor and the cursor of time follow each other.
import { computed, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Grid, type GridModel, mountGrid } from "../../islands/grid/grid.ts";
import { growingRows } from "../../islands/grid/rows.ts";
import { clockSeconds, millis } from "../../state/instant.ts";
import { pageView } from "../../state/location.ts";
import { counted } from "../../state/numbers.ts";
import { soughtWords } from "../../state/querytext.ts";
import { anchor, chooseRow, followCursor, fromStart, logs, rowAtCursor, stepRow } from "../../state/timedrawer.ts";
import { corrected, cursor, scope } from "../../state/timeline.ts";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { zone } from "./picture.ts";

const AHEAD = 150;
const rowsNow = growingRows();
const rows = computed(() => rowsNow(logs.listed.value?.events ?? [], zone.value));
const words = computed(() => soughtWords(logs.listed.value?.question.q ?? ""));
/** Gaps and days are rows too: where the event at the cursor stands among them. */
const gridRow = computed(() => {
  const index = rowAtCursor.value;
  return index < 0 ? -1 : rows.value.findIndex((row) => row.kind === "event" && row.index === index);
});

function indexAt(row: number): number {
  const found = rows.peek()[row];
  return found?.kind === "event" ? found.index : -1;
}

export function Logs() {
  const host = useRef<HTMLDivElement>(null);
  const island = useRef<Grid | null>(null);
  const listed = logs.listed.value;
  const total = listed?.total;
  const model: GridModel = {
    subject: listed?.subject ?? null,
    start: 0,
    holds: true,
    rows: rows.value,
    selected: gridRow.value,
    total: total?.exact ? total.value : -1,
    stale: logs.error.value !== null,
    zone: zone.value,
    words: words.value,
    label: `Events of the selection, ${total ? counted(total) : "loading"}`,
    head: [`Time (${zone.value}) ↑`, "Level", "Service", "Message"],
    select: (row) => chooseRow(indexAt(row)),
    open: (row) => chooseRow(indexAt(row)),
    seen: (_, last) => {
      if (last + AHEAD >= rows.peek().length) void logs.more();
    },
  };
  useEffect(() => {
    if (!host.current) return;
    if (island.current) island.current.update(model);
    else island.current = mountGrid(host.current, model);
  });
  useEffect(() => island.current?.reveal(gridRow.value), [gridRow.value, listed?.subject]);
  useSignalEffect(() => {
    cursor.value;
    logs.listed.value;
    followCursor();
  });
  useEffect(
    () => () => {
      island.current?.destroy();
      island.current = null;
    },
    [],
  );
  const keys = (event: KeyboardEvent) => {
    const page = island.current?.pageSize() ?? 1;
    const delta = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    }[event.key];
    if (delta === undefined || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    stepRow(delta);
  };
  const begun = anchor.value;
  const error = logs.error.value;
  const event = listed?.events[rowAtCursor.value];
  return (
    <>
      {begun && begun.of === scope.value && (
        <p className="list-note">
          The rows begin at the cursor, {clockSeconds(millis(begun.from), zone.value)}.
          <button type="button" className="link" onClick={fromStart}>
            Begin at the start of the selection
          </button>
        </p>
      )}
      {corrected.value && (
        <p className="list-note">
          The lanes are corrected by what is known of the clocks; these rows show the times that were printed.
        </p>
      )}
      {error && <Trouble what="No events." error={error} retry={logs.retry} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside takes the focus and these keys */}
      <div className="list-host" ref={host} hidden={listed !== null && listed.events.length === 0} onKeyDown={keys} />
      {listed !== null && listed.events.length === 0 && <p className="note">0 events in this time and these lanes.</p>}
      {listed === null && !error && <p className="note">looking for events…</p>}
      {event && (
        <p className="tl-under">
          <To view={pageView("investigate", { ...scope.value, selected: event.id, panel: "event" })}>
            open this row in Investigate
          </To>
        </p>
      )}
    </>
  );
}
