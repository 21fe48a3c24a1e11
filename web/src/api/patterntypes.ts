// SPDX-License-Identifier: Apache-2.0
// What the API says of patterns over time, and of what stands in their variables. Times are ISO 8601 UTC.
import type { PatternKind, PatternRow, Span } from "./types.ts";

/** The earliest event of a pattern in all that is stored. */
export interface FirstSeen {
  time: string;
  event: string;
  version: string | null;
  /** How the version is known. */
  by: "event" | "deploy" | null;
}

export interface TrendRow extends PatternRow {
  /** Events in each step of the range, and of the baseline. */
  trend: number[];
  trendBefore: number[];
  seen?: FirstSeen;
}

export interface TrendsAnswer {
  total: number;
  /** The time that was counted. */
  range: Span;
  /** Rows there are, listed or not. */
  different: number;
  kinds: Partial<Record<PatternKind, number>>;
  patterns: TrendRow[];
  baseline: (Span & { events: number }) | null;
  stepMs: number;
  complete: boolean;
  reason?: string;
}

/** What stands in one place of a pattern. */
export interface Variable {
  index: number;
  word: string;
  type: string;
  different: number;
  values: { value: string; count: number }[];
  numbers?: { dimension: string; least: number; median: number; p95: number; most: number };
}

export interface PatternAnswer {
  id: string;
  template: string | null;
  count: number;
  /** Events that the variables are of: all, or a sample spread over the time. */
  read: number;
  variables: Variable[];
  complete: boolean;
  reason?: string;
}
