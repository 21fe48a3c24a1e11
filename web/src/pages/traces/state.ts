// SPDX-License-Identifier: Apache-2.0
// What the Trace page asks about one id, and which of its bars are in sight.
import { computed, effect, signal } from "@preact/signals";
import { traceClient } from "../../api/traces.ts";
import type { UnitAnswer } from "../../api/tracetypes.ts";
import { eventsBelow, failed, kept, type Tree, visible } from "../../islands/waterfall/tree.ts";
import { view } from "../../state/location.ts";
import { preferred } from "../../state/preferences.ts";
import { resource } from "../../state/resource.ts";
import { asked, boundsOf, build } from "./build.ts";

/** Events that are read of a unit at most. */
export const MOST = 5000;
/** Lines that the drawer lists at most. */
export const DRAWN = 1000;
/** Larger trees open with what is deep in them closed. */
const MANY = 400;
const DEEP = 2;

export const times = preferred("traceTimes", ["relative", "clock"]);

const question = computed(() => {
  const { page, id, from, to, hidden } = view.value;
  if (page !== "traces" || id === null) return null;
  return JSON.stringify({ ...asked(id), from, to, skew: hidden.includes("skew") ? "read" : "correct" });
});
export const unit = resource(question, (text, signal) =>
  traceClient.unit({ ...JSON.parse(text), limit: MOST }, signal),
);

const listed = computed(() => {
  const { page, id, q, from, to } = view.value;
  return page === "traces" && id === null ? JSON.stringify({ q, from, to }) : null;
});
export const joins = resource(listed, (text, signal) => traceClient.joins(JSON.parse(text), signal));
export const failures = resource(listed, (text, signal) => traceClient.failed(JSON.parse(text), signal));

export const tree = computed<Tree | null>(() => (unit.data.value ? build(unit.data.value) : null));
export const bounds = computed(() => (unit.data.value ? boundsOf(unit.data.value) : { start: 0, length: 1 }));

/** One for each bar that is closed; another array whenever one changes. */
export const closed = signal(new Uint8Array(0));
/** The stretch of time that is drawn, in milliseconds since the start; null for all. */
export const window = signal<{ from: number; to: number } | null>(null);
/** The chosen bar, or -1. */
export const selected = signal(-1);

effect(() => {
  const now = tree.value;
  if (!now) return;
  const fresh = new Uint8Array(now.size);
  if (now.size > MANY) for (let at = 0; at < now.size; at++) if ((now.depth[at] ?? 0) >= DEEP) fresh[at] = 1;
  closed.value = fresh;
  window.value = null;
  selected.value = now.size > 0 ? firstFailed(now) : -1;
});

/** Where a reader looks first: the first bar with an error, else the first of all. */
function firstFailed(now: Tree): number {
  for (let at = 0; at < now.size; at++) if (failed(now, at)) return at;
  return 0;
}

export const onlyErrors = computed(() => view.value.hidden.includes("fine"));

function fits(now: Tree, answer: UnitAnswer, word: string, bar: number): boolean {
  if (onlyErrors.value && !failed(now, bar)) return false;
  if (word === "") return true;
  const label = `${now.services[bar]} ${now.names[bar]}`.toLowerCase();
  if (label.includes(word)) return true;
  for (let tick = now.tickFrom[bar] ?? 0; tick < (now.tickFrom[bar + 1] ?? 0); tick++) {
    const message = answer.events[now.tickEvent[tick] ?? 0]?.event.message ?? "";
    if (message.toLowerCase().includes(word)) return true;
  }
  return false;
}

/** The bars in sight. */
export const rows = computed(() => {
  const now = tree.value;
  const answer = unit.data.value;
  if (!now || !answer) return new Int32Array(0);
  const word = (view.value.find ?? "").trim().toLowerCase();
  const all = word === "" && !onlyErrors.value;
  const keep = all ? null : kept(now, (bar) => fits(now, answer, word, bar));
  const shut = closed.value.length === now.size ? closed.value : new Uint8Array(now.size);
  return visible(now, shut, keep);
});

export function toggle(bar: number): void {
  const next = closed.peek().slice();
  next[bar] = next[bar] === 1 ? 0 : 1;
  closed.value = next;
}

export function choose(bar: number): void {
  selected.value = bar;
}

export function walk(delta: number): void {
  const all = rows.peek();
  if (all.length === 0) return;
  const at = all.indexOf(selected.peek());
  const next = Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + delta));
  selected.value = all[next] ?? -1;
}

/** The lines of the chosen bar and of all below it that fit what is looked for. */
export const lines = computed(() => {
  const now = tree.value;
  const answer = unit.data.value;
  if (!now || !answer || selected.value < 0 || selected.value >= now.size) return [];
  const word = (view.value.find ?? "").trim().toLowerCase();
  const all = eventsBelow(now, selected.value).flatMap((at) => answer.events[at] ?? []);
  const found = word === "" ? [] : all.filter(({ event }) => event.message.toLowerCase().includes(word));
  // A word may be one of a bar's name: then its lines stay whole.
  return found.length > 0 ? found : all;
});
