// SPDX-License-Identifier: Apache-2.0
// Everything the Timeline page asks the server, and where the reader is in it.
import { computed, signal } from "@preact/signals";
import { type Ask, client } from "../api/client.ts";
import { type TimelineAnswer, timelineClient } from "../api/timelinetypes.ts";
import { centred, panned, type Window, zoomed } from "../islands/timeline/geometry.ts";
import { isoOf, millis } from "./instant.ts";
import { status } from "./investigation.ts";
import { go, move, view } from "./location.ts";
import { currentIncident, pinned } from "./pinning.ts";
import { narrowed } from "./querytext.ts";
import { resource } from "./resource.ts";
import { steady } from "./steady.ts";
import { type LaneInfo, type LaneOrder, lanesClause, lanesOf, movedLane, ORDERS, ordered } from "./timelanes.ts";
import { marksOf, type TimeMark } from "./timemarks.ts";
import { tell } from "./toast.ts";
import { isInstant } from "./urltext.ts";
import { causes } from "./verdicts.ts";
import { START, type View } from "./view.ts";

/** Lanes and cells that are asked for, and marks that are drawn, at most. */
export const MOST_LANES = 200;
export const CELLS = 240;
export const MOST_MARKS = 5000;
const PROFILE = 240;
/** Lanes that an address can name. */
const MOST_CHOSEN = 50;

let visited: View = START;
/** The view of this page: the one in sight, or the last one while another page is. */
export const shown = computed<View>(() => {
  if (view.value.page === "timeline") visited = view.value;
  return visited;
});
const opened = computed(() => shown.value !== START);

export const asked = steady<Ask>(() => ({ q: shown.value.q, from: shown.value.from, to: shown.value.to }));
const wanted = computed(() => (opened.value ? asked.value : null));

export function hides(word: string): boolean {
  return shown.value.hidden.includes(word);
}

export function toggle(word: string): void {
  const { hidden } = view.peek();
  go({ hidden: hidden.includes(word) ? hidden.filter((other) => other !== word) : [...hidden, word] });
}

/** "hide=skew": times are corrected, so that no skew of clocks shows. */
export const corrected = computed(() => hides("skew"));
/** "hide=chart": the same as a table. */
export const asTable = computed(() => hides("chart"));

const question = steady(
  () =>
    wanted.value && {
      ...wanted.value,
      limit: MOST_LANES,
      buckets: CELLS,
      skew: corrected.value ? ("correct" as const) : ("read" as const),
    },
);
export const timeline = resource(question, (ask, signal) => timelineClient.timeline(ask, signal));

const profileQuestion = steady(() => (opened.value ? { q: shown.value.q, from: null, to: null } : null));
/** The whole time there are events for, whatever part of it is shown. */
export const profile = resource(profileQuestion, (ask, signal) =>
  client.histogram({ ...ask, buckets: PROFILE }, signal),
);

/** Clocks are looked at once the lanes are there: they come second. */
const skewQuestion = steady(() => (timeline.data.value && wanted.value ? { ...wanted.value, q: "" } : null));
export const skews = resource(skewQuestion, (ask, signal) => timelineClient.skew(ask, signal));

export const order = computed<LaneOrder>(() => ORDERS.find((name) => name === shown.value.sort) ?? "first-error");
const graphQuestion = steady(() => (order.value === "dependency" && wanted.value ? { ...wanted.value, q: "" } : null));
export const graph = resource(graphQuestion, (ask, signal) => timelineClient.graph(ask, signal));

const incidentQuestion = steady(() => {
  pinned.value;
  const id = currentIncident.value?.id;
  return opened.value && id ? { id, seen: pinned.value + noted.value } : null;
});
const noted = signal(0);
export const incident = resource(incidentQuestion, ({ id }, signal) => timelineClient.incident(id, signal));

/** Asks for the incident's marks again, after one was told. */
export function askMarksAgain(): void {
  noted.value++;
}

export const lanes = computed<LaneInfo[]>(() => {
  const answer = timeline.data.value;
  if (!answer) return [];
  const all = ordered(lanesOf(answer), order.value, shown.value.rows, graph.data.value);
  return hides("empty") ? all.filter(({ lane }) => lane !== null) : all;
});

const everyMark = computed<TimeMark[]>(() =>
  marksOf(timeline.data.value?.changes ?? [], incident.data.value, causes.value),
);
/** Root causes that are pinned to the incident and were made before this time: no mark stands for them. */
export const earlierCauses = computed(() => {
  const pinnedOnes = incident.data.value?.evidence ?? [];
  return causes.value.filter(
    ({ kind, id }) =>
      pinnedOnes.some(({ chosen }) => chosen?.kind === kind && chosen.id === id) &&
      !everyMark.value.some(({ change }) => change?.kind === kind && change.id === id),
  );
});
export const allMarks = computed<TimeMark[]>(() => everyMark.value.slice(-MOST_MARKS));
/** Marks that are too many to be drawn. */
export const leftOut = computed(() => everyMark.value.length - allMarks.value.length);
/** The marks whose kind is shown. */
export const marks = computed<TimeMark[]>(() => allMarks.value.filter(({ group }) => !hides(group)));

function rangeOf(answer: TimelineAnswer | null): Window | null {
  if (!answer) return null;
  const [from, to] = [millis(answer.range.from), millis(answer.range.to)];
  return { from, to: Math.max(to, from + 1) };
}

/** The time that the page is about, by its address, its answer, or the store. */
const settled = computed<Window | null>(() => {
  const { from, to } = shown.value;
  const range = rangeOf(timeline.data.value);
  const known = status.data.value?.range;
  const start = from ? millis(from) : known ? millis(known.from) : range?.from;
  const end = to ? millis(to) : known ? millis(known.to) + 1 : range?.to;
  return start !== undefined && end !== undefined ? { from: start, to: Math.max(end, start + 1) } : range;
});

/** The window while it is moved, before it becomes part of the address. */
const moving = signal<Window | null>(null);
export const sight = computed<Window | null>(() => moving.value ?? settled.value);

export const whole = computed<Window | null>(() => {
  const known = status.data.value?.range;
  const window = settled.value;
  if (!known) return window;
  const all = { from: millis(known.from), to: millis(known.to) + 1 };
  return window ? { from: Math.min(all.from, window.from), to: Math.max(all.to, window.to) } : all;
});

const SETTLES = 220;
let timer = 0;

function settle(): void {
  clearTimeout(timer);
  const window = moving.peek();
  if (!window) return;
  go({ from: isoOf(Math.floor(window.from)), to: isoOf(Math.ceil(window.to)) });
  moving.value = null;
}

/** Nobody loses the logs from sight: half of the window stays over times that have events. */
function held(window: Window): Window {
  const all = whole.peek();
  if (!all) return window;
  const half = (window.to - window.from) / 2;
  const by = Math.max(all.from - half - window.from, 0) + Math.min(all.to + half - window.to, 0);
  return by === 0 ? window : panned(window, by);
}

/** Shows another time at once, and asks for it when it stays. */
export function slide(window: Window): void {
  moving.value = held(window);
  clearTimeout(timer);
  timer = globalThis.setTimeout(settle, SETTLES) as unknown as number;
}

export function pan(share: number): void {
  const window = sight.peek();
  if (window) slide(panned(window, share * (window.to - window.from)));
}

/** Zooms around the cursor when it is in sight, else around the middle. */
export function zoomBy(factor: number): void {
  const window = sight.peek();
  if (!window) return;
  const at = cursor.peek();
  const seen = at !== null && at >= window.from && at <= window.to;
  slide(zoomed(window, factor, seen ? at : (window.from + window.to) / 2));
}

export function showAll(): void {
  clearTimeout(timer);
  moving.value = null;
  go({ from: null, to: null });
}

export function showRange(from: number, to: number): void {
  clearTimeout(timer);
  moving.value = null;
  go({ from: isoOf(Math.floor(from)), to: isoOf(Math.ceil(Math.max(to, from + 1))) });
}

/** Centres the cursor; a second time shows the selection, or all. */
export function centre(): void {
  const [window, at] = [sight.peek(), cursor.peek()];
  if (!window) return;
  const off = at === null ? 0 : at - (window.from + window.to) / 2;
  const range = selection.peek();
  if (at !== null && Math.abs(off) > (window.to - window.from) / 1000) slide(centred(window, at));
  else if (range) showRange(range.from, range.to);
  else showAll();
}

/** Where the cursor of time stands. */
export const cursor = computed<number | null>(() => (shown.value.at ? millis(shown.value.at) : null));

export function pointAt(time: number | string): void {
  move({ at: typeof time === "string" ? time : isoOf(Math.round(time)) });
}

/** Moves the cursor, and the window after it when it would be out of sight. */
export function lookAt(time: string): void {
  pointAt(time);
  const [window, at] = [sight.peek(), millis(time)];
  if (window && (at < window.from || at > window.to)) slide(centred(window, at));
}

/** The range that is chosen in the picture: an ISO 8601 interval in the address. */
export const selection = computed<Window | null>(() => {
  const [from = "", to = ""] = (shown.value.selected ?? "").split("/");
  if (!isInstant(from) || !isInstant(to)) return null;
  return millis(from) < millis(to) ? { from: millis(from), to: millis(to) } : null;
});

export function select(range: Window | null, keys?: readonly string[]): void {
  if (keys && keys.length > MOST_CHOSEN) {
    tell({ text: `At most ${MOST_CHOSEN} lanes can be chosen at once: these are the first of ${keys.length}.` });
  }
  const selected = range && `${isoOf(Math.floor(range.from))}/${isoOf(Math.ceil(range.to))}`;
  go({ selected, ...(keys ? { lanes: keys.slice(0, MOST_CHOSEN) } : {}) });
}

/** Where a range by keys began. */
export const rangeStart = signal<number | null>(null);

/** The first time begins a range at the cursor, the second ends it. */
export function markRange(): void {
  const at = cursor.peek() ?? middle();
  if (at === null) return;
  const start = rangeStart.peek();
  if (start === null || start === at) {
    rangeStart.value = at;
    pointAt(at);
    return;
  }
  rangeStart.value = null;
  select({ from: Math.min(start, at), to: Math.max(start, at) });
}

export function middle(): number | null {
  const window = sight.peek();
  return window && (window.from + window.to) / 2;
}

export function toggleLane(key: string): void {
  const { lanes: chosen } = view.peek();
  go({ lanes: chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key] });
}

/** Moves a lane by one; from then on the order is by hand. */
export function moveLane(key: string, delta: 1 | -1): void {
  const keys = lanes.peek().map((lane) => lane.key);
  go({ sort: "hand", rows: movedLane(keys, key, delta).slice(0, MOST_CHOSEN) });
}

/** Name of the lane that keys are about. */
export const activeLane = signal<string | null>(null);

/** What the drawer is about: the selection, or all that is in sight, of the chosen lanes. */
export const scope = steady<Ask | null>(() => {
  const range = selection.value ?? (timeline.data.value ? settled.value : null);
  if (!range) return null;
  const { q, lanes: chosen } = shown.value;
  return {
    q: chosen.length > 0 ? narrowed(q, lanesClause("service", chosen)) : q,
    from: isoOf(Math.floor(range.from)),
    to: isoOf(Math.ceil(range.to)),
  };
});

/** Moments that `.` and `,` walk over: the marks and the first errors of lanes. */
export const moments = computed<{ at: number; time: string }[]>(() => {
  const errors = lanes.value.flatMap(({ lane }) => (lane?.firstError ? [lane.firstError] : []));
  return [...marks.value, ...errors.map((time) => ({ at: millis(time), time }))].sort((a, b) => a.at - b.at);
});

export function walkMarks(delta: 1 | -1): void {
  const window = sight.peek();
  const at = cursor.peek() ?? (delta > 0 ? (window?.from ?? 0) - 1 : (window?.to ?? 0) + 1);
  const all = moments.peek();
  const next = delta > 0 ? all.find((mark) => mark.at > at) : all.findLast((mark) => mark.at < at);
  if (next) lookAt(next.time);
}
