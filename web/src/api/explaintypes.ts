// SPDX-License-Identifier: Apache-2.0
// What the API says of what sets two times apart.
import type { Span } from "./types.ts";

export type FindingKind = "field" | "pattern" | "variable" | "repeated" | "shift" | "silence";

/** How a number spreads, in nanoseconds, bytes, percent or as it is. */
export interface Spread {
  count: number;
  median: number;
  p95: number;
}

export interface Difference {
  kind: FindingKind;
  sentence: string;
  change?: "new" | "gone" | "more" | "less";
  field: string;
  value?: string;
  pattern?: { id: string; template: string };
  counts?: { here: number; allHere: number; there: number; allThere: number; ratio: number };
  numbers?: { dimension: string; here: Spread; there: Spread; dominance: number };
  silence?: { field: string; host: string; perMinute: number; expected: number; since: string; others: number };
  effect: number;
  p: number;
  q: number;
  /** About the events that were read, not about all. */
  sampled: boolean;
  query?: string;
}

export interface ComparedSet {
  query: string;
  range: Span;
  members: number;
  read: number;
  perMinute: number;
}

export interface Thing {
  finding: Difference;
  together: Difference[];
  /** Finds its events, of which there are so many in B and in A. */
  query: string;
  here: number;
  there: number;
  /** Events that it accounts for, and none of the things before it. */
  extra: number;
}

export interface ExplainAnswer {
  here: ComparedSet;
  there: ComparedSet;
  verdict: "different" | "no_difference" | "not_enough_data";
  sentence: string;
  ratio: number;
  groups: { leading: Difference; together: Difference[] }[];
  more: number;
  tests: number;
  leftOut: { name: string; reason: string }[];
  alike: { name: string; kind: "field" | "number"; tests: number; p: number }[];
  explained?: { extra: number; share: number; things: Thing[] };
  notes: string[];
  complete: boolean;
  reason?: string;
  tookMs: number;
}

/** A table that a query with pipes gave. */
export interface TableAnswer {
  columns: { name: string }[];
  rows: (string | number | null)[][];
  complete: boolean;
  notes: string[];
}
