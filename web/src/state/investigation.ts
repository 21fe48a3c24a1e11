// SPDX-License-Identifier: Apache-2.0
// Everything the Investigate page asks the server, derived from its view.
import { computed, signal } from "@preact/signals";
import { type Ask, client } from "../api/client.ts";
import { Unreachable } from "../api/problem.ts";
import type { LogEvent } from "../api/types.ts";
import { type Burst, errorSeries, findBurst, frameOf } from "./burst.ts";
import { isoOf } from "./instant.ts";
import { BUCKETS, createListing } from "./listing.ts";
import { countWhile } from "./livecounts.ts";
import { view } from "./location.ts";
import { resource } from "./resource.ts";
import { steady } from "./steady.ts";
import { createTail, type TailQuestion } from "./tail.ts";
import { START, type View } from "./view.ts";

const FACET_STEPS = 24;
const CONTEXT = 20;
/** Patterns listed at most. */
export const PATTERNS = 500;

let visited: View = START;
/** The view of this page: the one in sight, or the last one while another page is. */
const shown = computed<View>(() => {
  if (view.value.page === "investigate") visited = view.value;
  return visited;
});
/** False until the page is first opened: what nobody looks at is not asked for. */
const opened = computed(() => shown.value !== START);

export const asked = steady<Ask>(() => ({ q: shown.value.q, from: shown.value.from, to: shown.value.to }));
const once = signal<"status" | null>("status");
export const status = resource(once, (_, signal) => client.status(signal));

const question = steady(() => (opened.value ? { ...asked.value, order: shown.value.order } : null));
export const listing = createListing(question);

/** The counts over time, which come with the list. */
export const histogram = {
  data: listing.histogram,
  answered: listing.counted,
  error: listing.error,
  retry: listing.retry,
};

/** What is counted besides comes after the list: its rows wait for nothing. */
const besides = steady<Ask | null>(() => {
  const ended = listing.settled.value;
  return ended && { q: ended.q, from: ended.from, to: ended.to };
});

export const facetLimit = signal(8);
const facetQuestion = steady(
  () => besides.value && { ...besides.value, limit: facetLimit.value, buckets: FACET_STEPS },
);
export const facets = resource(facetQuestion, (ask, signal) => client.facets(ask, signal));

export const patterns = resource(besides, (ask, signal) => client.patterns({ ...ask, limit: PATTERNS }, signal));

/** Lines of context asked for before and after the event. */
export const contextSize = signal(CONTEXT);
const detailQuestion = steady(() => {
  const { selected, panel, scope } = shown.value;
  if (!selected || panel === null) return null;
  return { id: selected, scope, size: panel === "context" ? contextSize.value : 3 };
});
export const detail = resource(detailQuestion, (what, signal) => client.event(what.id, what.size, what.scope, signal));

let seeded: { subject: object; question: TailQuestion } | null = null;
/** What is followed: it begins once the list has something to stand below what arrives. */
const followed = computed<TailQuestion | null>(() => {
  const now = listing.listed.value;
  if (!shown.value.live) seeded = null;
  else if (now && now.question === question.value && (now.events.length > 0 || now.ended)) {
    if (seeded?.subject !== now.subject) {
      seeded = { subject: now.subject, question: { q: now.question.q, events: now.events } };
    }
  } else if (seeded?.question.q !== shown.value.q) seeded = null;
  return seeded?.question ?? null;
});
export const tail = createTail(followed);
export const resumed = tail.resumed;
export const live = computed(() => followed.value !== null);

/** Whoever paused looks at what is there. */
const painted = computed(() => live.value && tail.state.value.connected && !tail.state.value.paused);
countWhile(painted, async (signal) => {
  const now = question.peek();
  if (!now) return;
  try {
    const counts = await client.histogram({ ...asked.peek(), buckets: BUCKETS }, signal);
    listing.recount(now, counts);
    for (const asks of [status, facets, patterns]) if (!asks.loading.peek()) asks.retry();
  } catch {
    // The older counts stay: what is wrong with the connection is told where events arrive.
  }
});

/** The events of the list, whether they were found or arrived. */
export const rowEvents = computed<readonly LogEvent[]>(() => {
  if (!live.value) return listing.listed.value?.events ?? [];
  return tail.state.value.rows.flatMap((item) => ("event" in item ? [item.event] : []));
});

/** Where each loaded event stands in the list. */
export const places = computed(() => {
  const found = new Map<string, number>();
  rowEvents.value.forEach((event, index) => {
    found.set(event.id, index);
  });
  return found;
});

/** The selected event as far as it is known: with its raw line once the server gave it. */
export const selectedEvent = computed<LogEvent | null>(() => {
  const id = shown.value.selected;
  if (!id) return null;
  const known = detail.data.value?.event;
  if (known?.id === id) return known;
  const place = places.value.get(id);
  return place === undefined ? null : (rowEvents.value[place] ?? null);
});

/** On the start state only: where errors rise in the whole store, as fine as its histogram. */
const coarseBurst = computed<Burst | null>(() => {
  const { q, from, to } = asked.value;
  const answer = histogram.data.value;
  const whole = histogram.answered.value;
  if (q !== "" || from || to || !answer || whole?.q || whole?.from || whole?.to) return null;
  return findBurst(errorSeries(answer));
});

/** The time its beginning lies in, asked again with much shorter steps. */
const onsetQuestion = steady<Ask | null>(() => {
  const found = coarseBurst.value;
  const step = histogram.data.value?.stepMs ?? 0;
  return found && { q: "level>=error", from: isoOf(found.at - 2 * step), to: isoOf(found.at + 3 * step) };
});
const onset = resource(onsetQuestion, (ask, signal) => client.histogram({ ...ask, buckets: BUCKETS }, signal));

export interface Rise {
  /** When it begins, as exactly as `step`; both in milliseconds. */
  at: number;
  step: number;
  /** Errors inside against outside; null when there are none outside. */
  ratio: number | null;
  /** A range that shows it. */
  from: number;
  to: number;
}

export const rise = computed<Rise | null>(() => {
  const coarse = coarseBurst.value;
  const near = onset.data.value;
  if (!coarse || !near) return null;
  const at = findBurst(errorSeries(near))?.at ?? coarse.at;
  const ratio = coarse.outside > 0 ? coarse.inside / coarse.outside : null;
  return { at, step: near.stepMs, ratio, ...frameOf({ ...coarse, at }, 10 * near.stepMs) };
});

export const unreachable = computed(() =>
  [listing, facets, status, detail, patterns].some((asks) => asks.error.value instanceof Unreachable),
);

export function retryAll(): void {
  for (const asks of [status, listing, facets, patterns, detail]) {
    if (asks.error.peek()) asks.retry();
  }
}

/** Asks everything again: the store holds more than it did. */
export function reask(): void {
  for (const asks of [status, listing, facets, patterns]) asks.retry();
}
