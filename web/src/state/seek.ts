// SPDX-License-Identifier: Apache-2.0
// Moving through the list, also to places that are not loaded yet.
import { signal } from "@preact/signals";
import { client } from "../api/client.ts";
import type { LogEvent } from "../api/types.ts";
import { isoOf, millis } from "./instant.ts";
import { detail, listing, live, places, rowEvents } from "./investigation.ts";
import { wanted } from "./listplace.ts";
import { move, view } from "./location.ts";
import { narrowed } from "./querytext.ts";
import { failureOf } from "./resource.ts";
import type { Listed } from "./rowwindow.ts";

/** What the last seek has to say: "no error further down", or where it went. */
export const said = signal("");

/** The times of the rows in sight, in milliseconds. */
export const inSight = signal<{ from: number; to: number } | null>(null);

export function isError(event: LogEvent): boolean {
  return event.level === "error" || event.level === "fatal";
}

export function selectAt(index: number): void {
  const event = rowEvents.peek()[index];
  if (!event) return;
  said.value = "";
  move({ selected: event.id });
}

export function step(delta: number): void {
  const events = rowEvents.peek();
  if (events.length === 0) return;
  const selected = view.peek().selected;
  const place = selected ? (places.peek().get(selected) ?? -1) : -1;
  const target = place < 0 ? (delta > 0 ? 0 : events.length - 1) : place + delta;
  selectAt(Math.min(events.length - 1, Math.max(0, target)));
}

function findLoaded(from: number, direction: 1 | -1, wanted: (event: LogEvent) => boolean): number {
  const events = rowEvents.peek();
  for (let i = from; i >= 0 && i < events.length; i += direction) {
    const event = events[i];
    if (event && wanted(event)) return i;
  }
  return -1;
}

/** The time of the first or the last of the rows that were found, wherever it is. */
function timeOf(end: 1 | -1): number {
  const { range, question } = listing.listed.peek() as Listed;
  return millis(end > 0 === (question.order === "newest") ? range.from : range.to);
}

/** The first or the last row of all. */
export function edge(end: 1 | -1): void {
  const listed = listing.listed.peek();
  const last = () => selectAt(end < 0 ? 0 : rowEvents.peek().length - 1);
  if (live.peek() || !listed?.[end < 0 ? "previous" : "next"]) last();
  else void listing.seek(timeOf(end)).then((went) => went && last());
}

/** Shows the rows of a time, and chooses the first of them. */
export async function seekTime(at: number): Promise<void> {
  said.value = "";
  if (live.peek() || !(await listing.seek(at))) return;
  const sought = listing.listed.peek()?.sought;
  if (sought) move({ selected: sought.id });
}

/** The next event in a direction that is not loaded and that the clause holds for; null when there is none. */
async function beyond(direction: 1 | -1, clause: string): Promise<LogEvent | null> {
  const listed = listing.listed.peek();
  const events = rowEvents.peek();
  const outermost = direction > 0 ? events.at(-1) : events[0];
  const end = direction > 0 ? listed?.next : listed?.previous;
  if (!listed || !outermost || !end || live.peek()) return null;
  const at = millis(outermost.time);
  const { order, ...bounds } = end.ask;
  const part = order === "newest" ? { ...bounds, to: isoOf(at + 1) } : { ...bounds, from: isoOf(at) };
  const found = await client.search({ ...part, q: narrowed(bounds.q, clause), limit: 50, order, count: "off" });
  return found.events.find((event) => !places.peek().has(event.id)) ?? null;
}

/** What is looked for down or up the list. */
export interface Sought {
  /** What a row must hold that is loaded. */
  holds(event: LogEvent): boolean;
  /** The same for the server, which is asked of rows that are not. */
  clause: string;
  /** Its name where there is no more of it. */
  name: string;
}

const ERROR: Sought = { holds: isError, clause: "level>=error", name: "error" };

async function seekFar(sought: Sought, direction: 1 | -1): Promise<void> {
  const target = await beyond(direction, sought.clause);
  if (!target) {
    said.value = `no ${sought.name} further ${direction > 0 ? "down" : "up"}`;
    return;
  }
  const held = await listing.seek(millis(target.time), target.id);
  move({ selected: target.id });
  if (!held) said.value = `the ${sought.name} stands among too many of its time; its details tell of it`;
}

/** The choice that the list stood around, or was asked for in vain. */
let tried = "";

/** Lets the list stand around the event whose details are open, where a link or a step leads to one far down. */
export function standAround(): void {
  const listed = listing.listed.value;
  const event = detail.data.value?.event;
  const { selected } = view.value;
  if (!listed || live.value || !selected) return;
  const attempt = JSON.stringify([listed.question, selected]);
  if (wanted.value || places.value.has(selected)) tried = attempt;
  if (attempt === tried || !listed.ended || event?.id !== selected) return;
  tried = attempt;
  void listing.seek(millis(event.time), event.id);
}

/** The next row down the list that holds it, or the one before up the list, also beyond those that are loaded. */
export function seekNext(sought: Sought, direction: 1 | -1): void {
  const selected = view.peek().selected;
  const place = selected ? (places.peek().get(selected) ?? -1) : -1;
  const from = place < 0 && direction < 0 ? -1 : place + direction;
  const found = findLoaded(from, direction, sought.holds);
  if (found >= 0) selectAt(found);
  else
    void seekFar(sought, direction).catch((thrown) => {
      said.value = failureOf(thrown).message;
    });
}

/** Chooses the first loaded row from the chosen one on that holds it; answers whether there is one. */
export function seekHere(sought: Sought): boolean {
  const selected = view.peek().selected;
  const from = selected ? (places.peek().get(selected) ?? 0) : 0;
  const found = findLoaded(from, 1, sought.holds);
  if (found >= 0) selectAt(found);
  return found >= 0;
}

export function seekError(direction: 1 | -1): void {
  seekNext(ERROR, direction);
}
