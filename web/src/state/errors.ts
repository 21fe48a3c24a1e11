// SPDX-License-Identifier: Apache-2.0
// Everything the page of errors asks the server, derived from its view.
import { computed, effect } from "@preact/signals";
import { client } from "../api/client.ts";
import { errorClient } from "../api/errors.ts";
import type { ErrorOrder, ErrorRow } from "../api/errortypes.ts";
import type { LogEvent, SearchAnswer } from "../api/types.ts";
import { EVENT, SELECTION } from "./actions.ts";
import { isoOf, millis } from "./instant.ts";
import { move, view } from "./location.ts";
import { narrowed } from "./querytext.ts";
import { resource } from "./resource.ts";
import { steady } from "./steady.ts";
import { START, type View } from "./view.ts";

/** Errors that are listed at most. */
export const MOST_ERRORS = 100;
/** Events of one moment that can be told apart while walking. */
const TIES = 12;
const ORDERS: readonly ErrorOrder[] = ["events", "latest", "newest"];

let visited: View = START;
/** The view of this page: the one in sight, or the last one while another page is. */
const shown = computed<View>(() => {
  if (view.value.page === "errors") visited = view.value;
  return visited;
});
const opened = computed(() => shown.value !== START);

export const subject = steady(() => ({ q: shown.value.q, from: shown.value.from, to: shown.value.to }));

export function orderOf(view: View): ErrorOrder {
  return ORDERS.find((order) => order === view.sort) ?? "events";
}

const listQuestion = steady(() =>
  opened.value ? { ...subject.value, order: orderOf(shown.value), limit: MOST_ERRORS } : null,
);
export const errors = resource(listQuestion, (what, signal) => errorClient.all(what, signal));

/** The event that was asked for by name. */
const named = computed(() => (shown.value.id === null ? null : shown.value.selected));

const oneQuestion = steady(() => {
  const { id } = shown.value;
  if (id === null || id === SELECTION) return null;
  if (named.value) return { ...subject.value, event: named.value };
  return id === EVENT ? null : { ...subject.value, group: id };
});
const one = resource(oneQuestion, (what, signal) => errorClient.one(what, signal));

/** Why the error itself could not be asked for. */
export const oneTrouble = one.error;
export const oneRetry = one.retry;
/** True once it is known whether the events of the selection have this error. */
export const oneKnown = computed(() => one.answered.value !== null && one.answered.value === oneQuestion.value);

/** The error in view; null while it is not known, and where the selection has no such error. */
export const error = computed<ErrorRow | null>(() => {
  const found = one.data.value?.errors[0];
  return found && (oneKnown.value || found.id === shown.value.id) ? found : null;
});

/** Steps of `counts` of the error in view, in milliseconds. */
export const errorStep = computed(() => one.data.value?.stepMs ?? 0);

/** The event that is explained: the one asked for, else the one that says most. */
export const eventId = computed(() => {
  if (shown.value.id === null || shown.value.id === SELECTION) return null;
  return named.value ?? error.value?.event ?? null;
});

const detailQuestion = steady(() => eventId.value);
const detail = resource(detailQuestion, (id, signal) => client.event(id, 0, "file", signal));
export const detailTrouble = detail.error;
export const detailRetry = detail.retry;

/** The explained event, whole; null until it is there. */
export const shownEvent = computed<LogEvent | null>(() => {
  const event = detail.data.value?.event;
  return event && event.id === eventId.value ? event : null;
});

const suspectQuestion = steady(() => {
  if (shown.value.id === SELECTION) return subject.value;
  return eventId.value ? { event: eventId.value } : null;
});
export const suspects = resource(suspectQuestion, (what, signal) => client.suspects(what, signal));

/** Asked for first: it is there long before the suspects are weighed. */
export const code = resource(detailQuestion, (id, signal) => errorClient.code(id, signal));

/** The address gets the error's own name once that is known. */
effect(() => {
  const found = error.value;
  const { page, id } = view.value;
  const mine = page === "errors" && id !== null && id !== SELECTION;
  if (mine && found && found.id !== id && oneKnown.value) move({ id: found.id });
});

export interface Walk {
  /** Its place among the error's events, the newest first; null when many have the same time. */
  place: number | null;
  total: SearchAnswer["total"];
  newer: string | null;
  older: string | null;
}

const walkQuestion = steady(() => {
  const event = shownEvent.value;
  const found = error.value;
  if (!event || !found) return null;
  return {
    ...subject.value,
    q: narrowed(subject.value.q, found.query),
    id: event.id,
    time: event.time,
    total: found.count,
  };
});

/** Where the event stands among the others of its error. */
export const walk = resource(walkQuestion, async ({ id, time, total, ...ask }, signal): Promise<Walk> => {
  const after = isoOf(millis(time) + 1);
  const [up, down] = await Promise.all([
    client.search({ ...ask, from: time, order: "oldest", limit: TIES }, signal),
    client.search({ ...ask, to: after, order: "newest", limit: TIES }, signal),
  ]);
  const above = up.events.findIndex((event) => event.id === id);
  const below = down.events.findIndex((event) => event.id === id);
  return {
    place: above < 0 || !up.total.exact ? null : up.total.value - above,
    total,
    newer: above < 0 ? null : (up.events[above + 1]?.id ?? null),
    older: below < 0 ? null : (down.events[below + 1]?.id ?? null),
  };
});

/** Shows the next event of the error: older with 1, newer with -1. */
export function walkEvents(delta: 1 | -1): void {
  const known = walk.data.peek();
  if (!known || walk.answered.peek()?.id !== eventId.peek()) return;
  const next = delta > 0 ? known.older : known.newer;
  if (next) move({ selected: next });
}
