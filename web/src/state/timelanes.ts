// SPDX-License-Identifier: Apache-2.0
// The lanes of the timeline: which there are, and in which order.
import type {
  ClockSkew,
  GraphAnswer,
  LaneWithout,
  SkewAnswer,
  TimelineAnswer,
  TimelineLane,
} from "../api/timelinetypes.ts";
import { clause, missing } from "./querytext.ts";

export type LaneOrder = "first-error" | "dependency" | "name" | "hand";
export const ORDERS: readonly LaneOrder[] = ["first-error", "dependency", "name", "hand"];
export const ORDER_NAMES: Record<LaneOrder, string> = {
  "first-error": "first error",
  dependency: "dependency",
  name: "name",
  hand: "by hand",
};

/** How the lane of the events without a service is called, in links too. */
export const NO_NAME = "(no service)";

export interface LaneInfo {
  /** Its name, or NO_NAME. */
  key: string;
  lane: TimelineLane | null;
  without: LaneWithout | null;
}

export function lanesOf(answer: TimelineAnswer): LaneInfo[] {
  return [
    ...answer.lanes.map((lane) => ({ key: lane.name ?? NO_NAME, lane, without: null })),
    ...answer.without.map((without) => ({ key: without.name, lane: null, without })),
  ];
}

/** The clause that finds the events of the lanes. */
export function lanesClause(field: string, keys: readonly string[]): string {
  const each = keys.map((key) => (key === NO_NAME ? missing(field) : clause(field, key)));
  return each.length === 1 ? (each[0] ?? "") : `(${each.join(" OR ")})`;
}

function byName(one: LaneInfo, other: LaneInfo): number {
  return one.key.localeCompare(other.key, "en", { sensitivity: "base", numeric: true });
}

/** Names so that callers come before what they call; of a circle, the one with most calls out of it is first. */
export function callersFirst(names: readonly string[], graph: GraphAnswer): string[] {
  const left = new Set(names);
  const calls = graph.calls.filter(({ caller, callee }) => left.has(caller) && left.has(callee) && caller !== callee);
  const entries = new Map(graph.services.map(({ service, entries }) => [service, entries]));
  const known = new Set(calls.flatMap(({ caller, callee }) => [caller, callee]));
  const sorted: string[] = [];
  const open = () => [...left].filter((name) => known.has(name));
  const weight = (name: string) => {
    let into = 0;
    let out = 0;
    for (const { caller, callee, calls: count } of calls) {
      if (callee === name && left.has(caller)) into += count;
      if (caller === name && left.has(callee)) out += count;
    }
    return { into, out };
  };
  for (let names = open(); names.length > 0; names = open()) {
    let best = names[0] as string;
    let bestWeight = weight(best);
    for (const name of names.slice(1)) {
      const own = weight(name);
      const free = Number(own.into === 0) - Number(bestWeight.into === 0);
      const better =
        free ||
        own.out - own.into - (bestWeight.out - bestWeight.into) ||
        (entries.get(name) ?? 0) - (entries.get(best) ?? 0);
      if (better > 0) [best, bestWeight] = [name, own];
    }
    sorted.push(best);
    left.delete(best);
  }
  // What no call is known of keeps its place after the others.
  return [...sorted, ...names.filter((name) => left.has(name))];
}

/** Lanes in the order asked for; those without events come last, but by hand. */
export function ordered(
  lanes: readonly LaneInfo[],
  order: LaneOrder,
  hand: readonly string[],
  graph: GraphAnswer | null,
): LaneInfo[] {
  const sorted = [...lanes];
  if (order === "name") sorted.sort(byName);
  if (order === "dependency" && graph) {
    const place = new Map(
      callersFirst(
        lanes.map(({ key }) => key),
        graph,
      ).map((key, index) => [key, index]),
    );
    sorted.sort((one, other) => (place.get(one.key) ?? 0) - (place.get(other.key) ?? 0));
  }
  if (order === "hand") {
    const place = (lane: LaneInfo) => {
      const at = hand.indexOf(lane.key);
      return at < 0 ? hand.length : at;
    };
    return sorted.sort((one, other) => place(one) - place(other));
  }
  return sorted.sort((one, other) => Number(one.lane === null) - Number(other.lane === null));
}

/** The order by hand after the lane went up or down by one. */
export function movedLane(keys: readonly string[], key: string, delta: 1 | -1): string[] {
  const from = keys.indexOf(key);
  const to = from + delta;
  if (from < 0 || to < 0 || to >= keys.length) return [...keys];
  const next = [...keys];
  [next[from], next[to]] = [next[to] as string, next[from] as string];
  return next;
}

/** What is known of the clock by which a lane's events are timed; null when nothing is. */
export function clockOf(skew: SkewAnswer | null, key: string): ClockSkew | null {
  return skew?.clocks.find(({ clock }) => clock.kind === "service" && clock.name === key) ?? null;
}
