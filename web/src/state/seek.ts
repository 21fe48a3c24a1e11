// SPDX-License-Identifier: Apache-2.0
// Moving through the list, also to places that are not loaded yet.
import { signal } from "@preact/signals";
import { client } from "../api/client.ts";
import type { LogEvent } from "../api/types.ts";
import { isoOf, millis } from "./instant.ts";
import { asked, listing, live, places, rowEvents } from "./investigation.ts";
import { move, view } from "./location.ts";
import { narrowed } from "./querytext.ts";
import { failureOf } from "./resource.ts";

/** What the last seek has to say: "no error further down", or where it went. */
export const said = signal("");

const FAR = 20;

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

async function seekDown(from: number): Promise<void> {
  const events = rowEvents.peek();
  const last = events.at(-1);
  if (!last || live.peek() || !listing.listed.peek()?.next) {
    said.value = "no error further down";
    return;
  }
  const { q, from: start, to: end } = asked.peek();
  const { order } = view.peek();
  const bound = order === "newest" ? { from: start, to: isoOf(millis(last.time) + 1) } : { from: last.time, to: end };
  const found = await client.search({ q: narrowed(q, "level>=error"), ...bound, limit: 50, order });
  const target = found.events.find((event) => !places.peek().has(event.id));
  if (!target) {
    said.value = "no error further down";
    return;
  }
  for (let pages = 0; pages < FAR && !places.peek().has(target.id); pages++) {
    if (!(await listing.more())) break;
  }
  const place = findLoaded(from, 1, isError);
  if (place >= 0) selectAt(place);
  else {
    move({ selected: target.id });
    said.value = "the next error lies beyond the loaded rows; its details are open";
  }
}

/** The next error down the list, or the one before it up the list. */
export function seekError(direction: 1 | -1): void {
  const selected = view.peek().selected;
  const place = selected ? (places.peek().get(selected) ?? -1) : -1;
  const from = place < 0 && direction < 0 ? -1 : place + direction;
  const found = findLoaded(from, direction, isError);
  if (found >= 0) selectAt(found);
  else if (direction < 0) said.value = "no error further up";
  else
    void seekDown(from).catch((thrown) => {
      said.value = failureOf(thrown).message;
    });
}
