// SPDX-License-Identifier: Apache-2.0
// The rows of a list: a window on all that was found. It grows at both ends, a page at a time, and what lies too far
// from where the reader is gets dropped.
import type { Ask, Order } from "../api/client.ts";
import { client } from "../api/client.ts";
import type { Range } from "../api/streamtypes.ts";
import type { Count, LogEvent, QueryReading } from "../api/types.ts";
import { isoOf, millis } from "./instant.ts";

export type ListQuestion = Ask & { order: Order };

/** One end of the window: where further rows are asked for. At the upper end the question's order is turned round. */
export interface Edge {
  ask: ListQuestion;
  cursor: string | null;
}

export interface Listed {
  question: ListQuestion;
  /** Another one means other rows; more rows of the same question keep it. */
  subject: object;
  query: QueryReading;
  /** What is searched, with no end open. */
  range: Range;
  total: Count;
  tookMs: number | null;
  events: LogEvent[];
  /** The first rows that came: what is guessed from rows is guessed from these, so that nothing moves later. */
  sample: readonly LogEvent[];
  /** The rows stand around this event, the first at or behind the time that was sought; null when they begin at the top. */
  sought: LogEvent | null;
  /** Where rows before the first one are; null when that is the first of all. */
  previous: Edge | null;
  /** Where rows behind the last one are; null when there are none, or they are still being found. */
  next: Edge | null;
  /** True once the answer ended: with everything, or with the part that was found. */
  ended: boolean;
}

export const PAGE = 500;
/** Rows that are kept at most; of more the page at the far end is dropped, to be asked for again. */
export const MOST = 100_000;

export type End = "previous" | "next";

function turned(order: Order): Order {
  return order === "newest" ? "oldest" : "newest";
}

/** The part of the range before the time and the one from it on, in milliseconds; null for one that holds nothing. */
function split(range: Range, at: number): { early: Range | null; late: Range | null } {
  if (at <= millis(range.from)) return { early: null, late: range };
  if (at >= millis(range.to)) return { early: range, late: null };
  return { early: { from: range.from, to: isoOf(at) }, late: { from: isoOf(at), to: range.to } };
}

/** Both ends of a window that is opened at a time, in milliseconds; null for one that has nothing beyond it. */
export function edgesAt(question: ListQuestion, range: Range, at: number): Record<End, Edge | null> {
  const newest = question.order === "newest";
  const { early, late } = split(range, Math.floor(at) + (newest ? 1 : 0));
  const edge = (part: Range | null, order: Order) => part && { ask: { ...question, ...part, order }, cursor: null };
  const [previous, next] = newest ? [late, early] : [early, late];
  return { previous: edge(previous, turned(question.order)), next: edge(next, question.order) };
}

/** The next page from an edge on, in the edge's order, and the edge behind it. */
export async function pageFrom(
  edge: Edge | null,
  signal: AbortSignal,
): Promise<{ events: LogEvent[]; edge: Edge | null }> {
  if (edge === null) return { events: [], edge: null };
  const { ask, cursor } = edge;
  const page = await client.search({ ...ask, limit: PAGE, cursor, count: "off" }, signal);
  return { events: page.events, edge: page.next === null ? null : { ask, cursor: page.next } };
}

/** Where rows that were dropped are asked for again: those of the outermost time come twice and are told by their ids. */
function edgeOf(listed: Listed, end: End, outermost: LogEvent): Edge {
  const { question, range } = listed;
  const order = end === "next" ? question.order : turned(question.order);
  const at = millis(outermost.time);
  const part = order === "newest" ? split(range, at + 1).early : split(range, at).late;
  return { ask: { ...question, ...(part ?? range), order }, cursor: null };
}

/** The window with a page more at one end. */
export function grown(listed: Listed, end: End, page: { events: LogEvent[]; edge: Edge | null }): Listed {
  const known = listed[end]?.cursor === null ? new Set(listed.events.map((event) => event.id)) : new Set<string>();
  const fresh = page.events.filter((event) => !known.has(event.id));
  if (end === "next") {
    const events = listed.events.concat(fresh);
    const over = Math.max(0, events.length - MOST);
    const kept = over > 0 ? events.slice(over) : events;
    const previous = over > 0 ? edgeOf(listed, "previous", kept[0] as LogEvent) : listed.previous;
    return { ...listed, events: kept, previous, next: page.edge };
  }
  const events = fresh.reverse().concat(listed.events);
  const over = events.length > MOST;
  const kept = over ? events.slice(0, MOST) : events;
  const next = over ? edgeOf(listed, "next", kept.at(-1) as LogEvent) : listed.next;
  return { ...listed, events: kept, previous: page.edge, next };
}
