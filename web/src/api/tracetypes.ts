// SPDX-License-Identifier: Apache-2.0
// What the API says of one unit of work across services. Times are ISO 8601 UTC.
import type { Count, Level, LogEvent, Span } from "./types.ts";

export interface UnitEvent {
  event: LogEvent;
  /** The value that found it: its place in `followed`. */
  joinedBy: number;
  /** By the clock of reference. */
  corrected?: string;
}

export interface Bar {
  kind: "span" | "reconstructed";
  service: string | null;
  name: string;
  start: string;
  durationMs: number;
  depth: number;
  events: number;
  level: Level | null;
  span?: string;
  parent?: string;
}

export interface Clock {
  clock: { name: string; kind: "host" | "service" };
  skew: { aheadMs: number; uncertaintyMs: number; certain: boolean; agreeing: number; requests: number } | null;
  why: string;
}

export interface UnitAnswer {
  key: string | null;
  value: string;
  query: string;
  total: Count;
  start: string | null;
  end: string | null;
  durationMs: number;
  level: Level | null;
  services: { service: string | null; start: string; end: string; events: number; level: Level | null }[];
  events: UnitEvent[];
  /** Events that are not listed. */
  left: number;
  followed: { name: string | null; value: string; hops: number; events: number; added: number }[];
  stopped: { name: string | null; value: string; events: number | null; reason: string }[];
  view: "spans" | "reconstructed";
  bars: Bar[];
  notes: string[];
  skew: { reference: { name: string } | null; clocks: Clock[] } | null;
  complete: boolean;
  reason?: string;
}

/** A field whose values are seen in several services. */
export interface JoinKey {
  name: string;
  services: string[];
  places: { service: string; name: string }[];
  values: number;
  joinedValues: number;
  coverage: number;
  medianSpreadMs: number;
  score: number;
  example: string;
}

export interface JoinsAnswer {
  range: Span;
  keys: JoinKey[];
  rejected: { name?: string; reason?: string }[];
  total: Count;
  read: number;
  complete: boolean;
}

/** A request with an error, by its trace id. */
export interface FailedRequest {
  trace: string;
  first: string;
  last: string;
  firstError: string;
  errors: number;
  events: number;
  services: string[];
}
