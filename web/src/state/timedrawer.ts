// SPDX-License-Identifier: Apache-2.0
// What lies in the selection: asked for only while its tab is in sight.
import { computed, signal } from "@preact/signals";
import { type Ask, client } from "../api/client.ts";
import { timelineClient } from "../api/timelinetypes.ts";
import { isoOf, millis } from "./instant.ts";
import { createListing } from "./listing.ts";
import { resource } from "./resource.ts";
import { steady } from "./steady.ts";
import { asTable, cursor, MOST_LANES, pointAt, scope, shown } from "./timeline.ts";

export const TABS = ["summary", "logs", "patterns", "compare"] as const;
export type DrawerTab = (typeof TABS)[number];

export const tab = computed<DrawerTab>(() => TABS.find((name) => name === shown.value.tab) ?? "summary");

const PATTERNS = 200;

function about(name: DrawerTab) {
  return steady(() => (tab.value === name && !asTable.value ? scope.value : null));
}

/** The time of the same length just before. */
export function before({ q, from, to }: Ask): Ask {
  const [start, end] = [millis(from ?? ""), millis(to ?? "")];
  return { q, from: isoOf(start - (end - start)), to: isoOf(start) };
}

const summed = { limit: MOST_LANES, buckets: 2, skew: "read" as const };

/** Numbers of each lane inside of the selection, and in the time before. */
export const summary = resource(about("summary"), async (ask, signal) => {
  const [now, earlier] = await Promise.all([
    timelineClient.timeline({ ...ask, ...summed }, signal),
    timelineClient.timeline({ ...before(ask), ...summed }, signal),
  ]);
  return { ask, now, earlier };
});

/** Where the log table begins, when the cursor went to rows that are not loaded; null for the start of the selection. */
export const anchor = signal<{ of: Ask; from: string } | null>(null);

const logQuestion = steady(() => {
  if (tab.value !== "logs" || asTable.value) return null;
  const ask = scope.value;
  if (!ask) return null;
  const begun = anchor.value?.of === ask ? anchor.value.from : ask.from;
  return { ...ask, from: begun, order: "oldest" as const };
});
export const logs = createListing(logQuestion);

/** The row that was chosen, among those of the same time. */
const chosenRow = signal<string | null>(null);

/** The row at the cursor: the one that was chosen, else the first one that is not before it. */
export const rowAtCursor = computed<number>(() => {
  const events = logs.listed.value?.events ?? [];
  const at = cursor.value;
  if (at === null || events.length === 0) return -1;
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (millis(events[middle]?.time ?? "") < at) low = middle + 1;
    else high = middle;
  }
  const first = Math.min(low, events.length - 1);
  for (let row = first; row < events.length && millis(events[row]?.time ?? "") <= at; row++) {
    if (events[row]?.id === chosenRow.value) return row;
  }
  return first;
});

/** Puts the cursor at a row's time. */
export function chooseRow(row: number): void {
  const event = logs.listed.peek()?.events[row];
  if (!event) return;
  chosenRow.value = event.id;
  pointAt(event.time);
}

export function stepRow(delta: number): void {
  const many = logs.listed.peek()?.events.length ?? 0;
  const row = rowAtCursor.peek();
  if (many > 0) chooseRow(Math.min(many - 1, Math.max(0, row < 0 ? 0 : row + delta)));
}

/** Asks for the rows at the cursor when it stands beyond those that are loaded. */
export function followCursor(): void {
  const listed = logs.listed.peek();
  const at = cursor.peek();
  const ask = scope.peek();
  if (!listed || at === null || !ask || logs.loading.peek()) return;
  const [from, to] = [millis(ask.from ?? ""), millis(ask.to ?? "")];
  const first = listed.events[0];
  const last = listed.events.at(-1);
  if (at < from || at >= to) return;
  const beyond = last !== undefined && listed.next !== null && at > millis(last.time);
  const ahead = anchor.peek()?.of === ask && first !== undefined && at < millis(first.time);
  if (beyond || ahead) anchor.value = { of: ask, from: isoOf(Math.max(from, Math.floor(at))) };
}

export function fromStart(): void {
  anchor.value = null;
}

export const patterns = resource(about("patterns"), (ask, signal) =>
  client.patterns({ ...ask, limit: PATTERNS }, signal),
);

export const differences = resource(about("compare"), (ask, signal) => timelineClient.differences(ask, signal));
