// SPDX-License-Identifier: Apache-2.0
// What the list shows, line by line: events, silences and changes of day.
import type { LogEvent } from "../../api/types.ts";
import { day, millis, offsetAt } from "../../state/instant.ts";

export type Row =
  | { kind: "event"; event: LogEvent; index: number }
  | { kind: "gap"; ms: number }
  | { kind: "day"; day: string }
  /** A word on what is not there. */
  | { kind: "note"; text: string };

const MIN_GAP = 30_000;
const SAMPLE = 500;

/** A silence worth a row: longer than 30 s and than ten times the usual distance of the first events. */
export function gapThreshold(events: readonly LogEvent[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < Math.min(events.length, SAMPLE); i++) {
    gaps.push(Math.abs(millis(events[i]?.time ?? "") - millis(events[i - 1]?.time ?? "")));
  }
  gaps.sort((a, b) => a - b);
  return Math.max(MIN_GAP, 10 * (gaps[Math.floor(gaps.length / 2)] ?? 0));
}

const DAY = 86_400_000;

/** The rows of a list, made once: those that were there are kept where only further events came. */
export type Rows = (events: readonly LogEvent[], zone: string, sample?: readonly LogEvent[]) => Row[];

/** What is unusual is told by the `sample`, the events that came first: later ones move no row that stands already. */
export function growingRows(): Rows {
  let known: { events: readonly LogEvent[]; zone: string; threshold: number; rows: Row[] } | null = null;
  return (events, zone, sample = events) => {
    const threshold = gapThreshold(sample);
    const last = known?.events.at(-1);
    const goesOn =
      known?.zone === zone &&
      known.threshold === threshold &&
      known.events[0] === events[0] &&
      last !== undefined &&
      events[known.events.length - 1] === last;
    const from = goesOn ? (known?.events.length ?? 0) : 0;
    const rows = goesOn ? (known?.rows.slice() ?? []) : [];
    addRows(rows, events, from, zone, threshold);
    known = { events, zone, threshold, rows };
    return rows;
  };
}

function addRows(rows: Row[], events: readonly LogEvent[], from: number, zone: string, threshold: number): void {
  const dayOf = (ms: number) => Math.floor((ms + offsetAt(ms, zone)) / DAY);
  const last = events[from - 1];
  let before = last ? millis(last.time) : Number.NaN;
  let today = last ? dayOf(before) : Number.NaN;
  for (let index = from; index < events.length; index++) {
    const event = events[index] as LogEvent;
    const at = millis(event.time);
    const date = dayOf(at);
    const silence = Math.abs(at - before);
    if (silence > threshold) rows.push({ kind: "gap", ms: silence });
    if (date !== today && !Number.isNaN(today)) rows.push({ kind: "day", day: day(event.time, zone) });
    rows.push({ kind: "event", event, index });
    before = at;
    today = date;
  }
}

export function rowsOf(events: readonly LogEvent[], zone: string, sample = events): Row[] {
  return growingRows()(events, zone, sample);
}
