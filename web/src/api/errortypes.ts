// SPDX-License-Identifier: Apache-2.0
// What the API says of errors. Times are ISO 8601 UTC.
import type { Count, ResolvedFrame, Running, Verdict } from "./types.ts";

/** Which versions, or hosts, have an error: the first few, how many do, and how many the service has. */
export interface Spread {
  seen: { value: string; count: number; first: string }[];
  count: number;
  of: number;
}

export interface ErrorRow {
  /** Short name for addresses. */
  id: string;
  /** What verdicts call it. */
  group: string;
  /** How many patterns of one statement it is. */
  patterns: number;
  template: string;
  /** Type of the innermost cause. */
  exception: string | null;
  service: string | null;
  level: string | null;
  count: Count;
  /** Of the selection. */
  first: string;
  last: string;
  /** Of all that is stored. */
  began: string;
  /** Events of each step. */
  counts: number[];
  versions: Spread;
  hosts: Spread;
  /** The last deploy before it began. */
  deploy: { time: string; version: string | null; commit: string | null; label: string; afterMs: number } | null;
  /** True when it was not there before the latest deploy; null when that cannot be told. */
  fresh: boolean | null;
  frame: { module: string; function: string; file: string | null; line: number; path: string } | null;
  state: "confirmed" | "new" | "dismissed" | "open";
  verdicts: Verdict[];
  /** A recent event with much context; null when it expired. */
  event: string | null;
  /** Finds its events. */
  query: string;
}

export interface ErrorsAnswer {
  /** All failing events. */
  total: Count;
  /** All errors, listed or not. */
  errorCount: number;
  /** Failing events of no listed error. */
  unlisted: number;
  start: string;
  stepMs: number;
  errors: ErrorRow[];
  complete: boolean;
  reason?: string;
  tookMs: number;
}

/** Where an event failed: known before any change is weighed. */
export interface CodeAnswer {
  running: Running | null;
  /** The first frame of the application. */
  frame: ResolvedFrame | null;
}

export type ErrorOrder = "events" | "latest" | "newest";
