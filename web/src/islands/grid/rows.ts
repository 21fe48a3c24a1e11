// SPDX-License-Identifier: Apache-2.0
// What the list shows, line by line: events, silences and changes of day.
import type { LogEvent } from "../../api/types.ts";
import { day, millis } from "../../state/instant.ts";

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

/** What is unusual is told by the first `sampled` events: rows that come later move none that stand already. */
export function rowsOf(events: readonly LogEvent[], zone: string, sampled = events.length): Row[] {
  const rows: Row[] = [];
  const threshold = gapThreshold(events.slice(0, sampled));
  let before: LogEvent | null = null;
  let today = "";
  events.forEach((event, index) => {
    const date = day(event.time, zone);
    if (before) {
      const silence = Math.abs(millis(event.time) - millis(before.time));
      if (silence > threshold) rows.push({ kind: "gap", ms: silence });
    }
    if (date !== today && today !== "") rows.push({ kind: "day", day: date });
    today = date;
    rows.push({ kind: "event", event, index });
    before = event;
  });
  return rows;
}
