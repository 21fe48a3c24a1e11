// SPDX-License-Identifier: Apache-2.0
// From the answer about a unit of work to the bars that are drawn.
import type { Bar, UnitAnswer, UnitEvent } from "../../api/tracetypes.ts";
import { type Draft, levelNumber, type Tree, treeOf } from "../../islands/waterfall/tree.ts";

/** Milliseconds since the epoch with the digits below: Date.parse cuts them. */
export function exactMillis(iso: string): number {
  const whole = Date.parse(iso);
  const digits = /\.(\d+)Z?$/.exec(iso)?.[1] ?? "";
  return digits.length > 3 ? Math.floor(whole / 1000) * 1000 + Number(`0.${digits}`) * 1000 : whole;
}

export function timeOf({ event, corrected }: UnitEvent): number {
  return exactMillis(corrected ?? event.time);
}

/** Where the picture begins and ends: lines and bars may begin before and end after the unit's own times. */
export function boundsOf(answer: UnitAnswer): { start: number; length: number } {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const event of answer.events) {
    const at = timeOf(event);
    start = Math.min(start, at);
    end = Math.max(end, at);
  }
  for (const bar of answer.bars) {
    const at = exactMillis(bar.start);
    start = Math.min(start, at);
    end = Math.max(end, at + bar.durationMs);
  }
  return Number.isFinite(start) ? { start, length: Math.max(1, end - start) } : { start: 0, length: 1 };
}

function joinsOf(answer: UnitAnswer, events: readonly number[]): string {
  const names = new Set<string>();
  for (const at of events) {
    const followed = answer.followed[answer.events[at]?.joinedBy ?? 0];
    if (followed) names.add(followed.name ?? "its text");
  }
  return [...names].join(", ");
}

function worst(answer: UnitAnswer, events: readonly number[]): number {
  return Math.min(levelNumber(null), ...events.map((at) => levelNumber(answer.events[at]?.event.level ?? null)));
}

function fromLines(answer: UnitAnswer, events: readonly number[], origin: number, more: Partial<Draft>): Draft {
  const times = events.map((at) => timeOf(answer.events[at] as UnitEvent) - origin);
  const start = Math.min(...times);
  return {
    depth: 0,
    start,
    length: Math.max(...times) - start,
    level: worst(answer, events),
    span: false,
    service: "",
    name: "",
    join: joinsOf(answer, events),
    ticks: events.map((at, index) => [times[index] ?? 0, levelNumber(answer.events[at]?.event.level ?? null), at]),
    ...more,
  };
}

function groupBy(events: readonly number[], key: (at: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const at of events) {
    const group = groups.get(key(at));
    if (group) group.push(at);
    else groups.set(key(at), [at]);
  }
  return groups;
}

/** A service's bar from its first to its last line, with a bar for each thread where it has several. */
function service(answer: UnitAnswer, name: string, events: readonly number[], origin: number, note: string): Draft[] {
  const threads = groupBy(events, (at) => answer.events[at]?.event.thread ?? "");
  const whole = fromLines(answer, events, origin, { service: name, name: note });
  if (threads.size < 2) {
    const [only = ""] = [...threads.keys()];
    return [{ ...whole, name: [note, only].filter(Boolean).join(" · ") }];
  }
  const below = [...threads].map(([thread, own]) =>
    fromLines(answer, own, origin, { depth: 1, service: name, name: thread || "no thread" }),
  );
  below.sort((one, two) => one.start - two.start);
  // The lines stand in the bars of their threads; the service's own bar only spans them.
  return [{ ...whole, ticks: [] }, ...below];
}

function spanDraft(answer: UnitAnswer, bar: Bar, events: readonly number[], origin: number): Draft {
  const lines = events.length > 0 ? fromLines(answer, events, origin, {}) : null;
  return {
    depth: bar.depth,
    start: exactMillis(bar.start) - origin,
    length: bar.durationMs,
    level: Math.min(levelNumber(bar.level), lines?.level ?? levelNumber(null)),
    span: true,
    service: bar.service ?? "",
    name: bar.name,
    join: lines?.join || "span",
    ticks: lines?.ticks ?? [],
  };
}

/**
 * The bars of a unit: its spans as they called each other, with the lines that name them; and for the services, or lines,
 * that no span tells of, a bar from the first to the last line.
 */
export function build(answer: UnitAnswer): Tree {
  const origin = boundsOf(answer).start;
  const spans = answer.bars.filter(({ kind }) => kind === "span");
  const named = new Set(spans.map(({ span }) => span));
  const all = answer.events.map((_, at) => at);
  const bySpan = groupBy(all, (at) => {
    const span = answer.events[at]?.event.span ?? "";
    return named.has(span) ? span : "";
  });
  const drafts = spans.map((bar) => spanDraft(answer, bar, bySpan.get(bar.span ?? "") ?? [], origin));
  const loose = groupBy(bySpan.get("") ?? [], (at) => answer.events[at]?.event.service ?? "");
  const note = spans.length > 0 ? "logs only" : "";
  const services = [...loose].map(([name, events]) => service(answer, name, events, origin, note));
  services.sort((one, two) => (one[0]?.start ?? 0) - (two[0]?.start ?? 0));
  return treeOf([...drafts, ...services.flat()]);
}

/** "order=82714", a trace id, or any other value, as a question. */
export function asked(id: string): { key: string; value: string } {
  const named = /^([\p{L}_@][\p{L}\p{N}_.@-]{0,99})=(.+)$/u.exec(id);
  return named ? { key: named[1] ?? "", value: named[2] ?? "" } : { key: "", value: id };
}

/** The same as an address. */
export function idOf(key: string | null, value: string): string {
  return key ? `${key}=${value}` : value;
}
