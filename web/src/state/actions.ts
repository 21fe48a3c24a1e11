// SPDX-License-Identifier: Apache-2.0
// What a click or a key does to the view.
import { signal } from "@preact/signals";
import { isoOf, millis } from "./instant.ts";
import { histogram, listing, selectedEvent, status, tail } from "./investigation.ts";
import { go, goTo, move, view } from "./location.ts";
import { excluding, narrowed, stands, without } from "./querytext.ts";
import type { Panel } from "./view.ts";

/** Text in the query box, which may be ahead of the query that ran. */
export const draft = signal(view.peek().q);
export const timeOpen = signal(false);

export function run(q: string): void {
  draft.value = q;
  go({ q: q.trim() });
}

/** No query, nor clauses that stand ready. */
export function clear(): void {
  draft.value = "";
  go({ q: "", off: [] });
}

/** Narrows by the clause, or takes it out again when it stands already. */
export function filterIn(clause: string): void {
  const { q } = view.peek();
  run(stands(q, clause) === "in" ? without(q, clause) : narrowed(q, clause));
}

export function filterOut(clause: string): void {
  const { q } = view.peek();
  const opposite = `-${clause}`;
  run(stands(q, clause) === "out" ? without(q, opposite) : excluding(q, clause));
}

export function zoom(from: number, to: number): void {
  go({ from: isoOf(Math.floor(from)), to: isoOf(Math.ceil(Math.max(to, from + 1))) });
}

/** The shown range, in milliseconds; null while nothing is known of the store. */
export function shownRange(): { from: number; to: number } | null {
  const { page, from, to } = view.peek();
  const answer = page === "investigate" ? histogram.data.peek() : null;
  const whole = status.data.peek()?.range;
  const start = from ?? answer?.from ?? whole?.from;
  const end = to ?? answer?.to ?? whole?.to;
  return start && end ? { from: millis(start), to: millis(end) } : null;
}

/** Three times the range around the same middle; the whole store once that would cover it. */
export function zoomOut(): void {
  const range = shownRange();
  const whole = status.data.peek()?.range;
  if (!range || (!view.peek().from && !view.peek().to)) return;
  const length = Math.max(1000, range.to - range.from);
  const [from, to] = [range.from - length, range.to + length];
  if (whole && from <= millis(whole.from) && to >= millis(whole.to)) go({ from: null, to: null });
  else zoom(from, to);
}

export function wholeStore(): void {
  go({ from: null, to: null });
}

export function around(half: number): void {
  const event = selectedEvent.peek();
  if (event) zoom(millis(event.time) - half, millis(event.time) + half);
}

/** Follows what arrives; resumes where the painting is paused; ends what goes on. */
export function toggleLive(): void {
  if (!view.peek().live) go({ live: true, order: "newest", to: null, list: "events" });
  else if (tail.state.peek().paused) tail.resume();
  else endLive();
}

/** Back to what is found, up to the newest event. */
export function endLive(): void {
  go({ live: false });
  listing.retry();
  status.retry();
}

export function openPanel(panel: Panel): void {
  move({ panel });
}

/** Names of what has no error of its own name yet: that of the chosen event, and what the selection shows. */
export const EVENT = "event";
export const SELECTION = "selection";

/** The code behind the chosen row, or behind what is listed, and the changes suspected of it: a page of its own. */
export function openSuspects(): void {
  const { selected } = view.peek();
  goTo("errors", selected ? { id: EVENT, selected } : { id: SELECTION });
}

export function closePanel(): void {
  move({ panel: null });
}

export function open(id: string): void {
  move({ selected: id, panel: "event" });
}
