// SPDX-License-Identifier: Apache-2.0
// Which rows would go if a − were pressed, and how many events in all. The server is asked, since what a clause means
// is said there and nowhere else: words and case, attributes that only the line's text names, causes that a list cuts.
import { batch, computed, signal } from "@preact/signals";
import { type Ask, client } from "../api/client.ts";
import type { Count, LogEvent } from "../api/types.ts";
import { isoOf, millis } from "./instant.ts";
import { listing, live } from "./investigation.ts";
import { view } from "./location.ts";
import { counted } from "./numbers.ts";
import { narrowed, stands } from "./querytext.ts";
import { resource } from "./resource.ts";
import { steady } from "./steady.ts";

/** A pointer that only passes over a − asks nothing, in milliseconds. */
const REST = 120;
/** Rows asked about beyond those in sight, on either side. */
const BESIDE = 100;
/** Rows told of at most. */
const LIMIT = 1_000;

/** The clause whose − has the focus or the pointer. */
const considered = signal<string | null>(null);
/** The time that the rows asked about lie in. */
const near = signal<{ from: string; to: string } | null>(null);
let timer = 0;
let inSight: (beside: number) => readonly LogEvent[] = () => [];

/** The time from the first of the events to just after the last; null without any. Works in any order. */
export function spanOf(events: readonly LogEvent[]): { from: string; to: string } | null {
  if (events.length === 0) return null;
  const times = events.map((event) => millis(event.time));
  return { from: isoOf(Math.min(...times)), to: isoOf(Math.max(...times) + 1) };
}

/** Says where the rows in sight are to be had, with so many more on either side. */
export function watchSight(read: (beside: number) => readonly LogEvent[]): () => void {
  inSight = read;
  return () => {
    inSight = () => [];
  };
}

function look(): void {
  near.value = spanOf(inSight(BESIDE));
}

/** Other rows may be in sight than were. */
export function sightMoved(): void {
  if (considered.peek() === null) return;
  const seen = spanOf(inSight(0));
  const known = near.peek();
  if (seen && !(known && millis(known.from) <= millis(seen.from) && millis(seen.to) <= millis(known.to))) look();
}

export function consider(clause: string): void {
  clearTimeout(timer);
  timer = window.setTimeout(
    () =>
      batch(() => {
        considered.value = clause;
        look();
      }),
    REST,
  );
}

/** Answers whether something was considered. */
export function leaveAll(): boolean {
  clearTimeout(timer);
  const was = considered.peek() !== null;
  considered.value = null;
  return was;
}

const narrower = steady<string | null>(() => {
  const clause = considered.value;
  const now = listing.listed.value;
  if (clause === null || !now || view.value.list !== "events") return null;
  // pressed, it brings rows back
  if (stands(view.value.q, clause) === "out") return null;
  // as the list's own query was read, without a time that was typed in it
  return narrowed(now.query.canonical, clause);
});

const rowQuestion = steady(
  () => narrower.value !== null && near.value && { q: narrower.value, ...near.value, order: view.value.order },
);
const rowAnswer = resource(
  computed(() => rowQuestion.value || null),
  (ask, signal) => client.search({ ...ask, limit: LIMIT, count: "off" }, signal),
);

const countQuestion = steady<Ask | null>(() => {
  const range = listing.listed.value?.range;
  if (narrower.value === null || !range) return null;
  return { q: narrower.value, from: range.from, to: live.value ? null : range.to };
});
const countAnswer = resource(countQuestion, (ask, signal) =>
  client.search({ ...ask, limit: 1, order: "newest" }, signal),
);

/** Ids of the rows that would go, as far as they are in sight; null while nothing is considered or known. */
export const leaving = computed<ReadonlySet<string> | null>(() => {
  const answer = rowAnswer.data.value;
  if (!answer || rowAnswer.answered.value?.q !== narrower.value) return null;
  return new Set(answer.events.map((event) => event.id));
});

export interface Leaving {
  /** All events that would go; null while they are counted. */
  events: Count | null;
  /** True when they cannot be counted. */
  uncounted: boolean;
  /** How many of the rows in sight and near would go; null while that is asked. */
  rows: number | null;
  /** False where the page cannot say of every row in sight whether it would go. */
  told: boolean;
}

/** What there is to say of it; null while nothing is considered. */
export const leavingSaid = computed<Leaving | null>(() => {
  if (narrower.value === null) return null;
  const isCounted = countAnswer.answered.value === countQuestion.value;
  return {
    events: isCounted ? (countAnswer.data.value?.total ?? null) : null,
    uncounted: countAnswer.error.value !== null,
    rows: leaving.value?.size ?? null,
    told: rowAnswer.error.value === null && (rowAnswer.data.value?.next ?? null) === null,
  };
});

/** The same in words. */
export function leavingText({ events, uncounted, rows, told }: Leaving): string {
  const many = events?.exact && events.value === 1 ? "event" : "events";
  const count = events ? `${counted(events)} ${many}` : uncounted ? "events that could not be counted" : "events";
  if (events?.exact && events.value === 0) return "− would hide no event";
  const which =
    rows === null ? "" : rows > 0 ? ", among them the rows struck through" : told ? ", none of the rows here" : "";
  return `− would hide ${count}${which}${told ? "" : "; not of every row here is it known whether it would go"}`;
}
