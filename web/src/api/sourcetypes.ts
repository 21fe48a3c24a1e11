// SPDX-License-Identifier: Apache-2.0
// Answers of the API about sources, imports and lines that are tried.
import type { LogEvent } from "./types.ts";

export type SourceState = "live" | "late" | "silent" | "failing" | "never_seen" | "reading" | "at_rest" | "unknown";

/** What became of the lines of a source. */
export interface SourceAccount {
  format: string;
  share: number;
  bytes: number;
  lines: number;
  events: number;
  timed: number;
  failures: number;
  rejected: number;
  reasons: Record<string, number>;
}

export interface SourceRow {
  name: string;
  kind: string;
  state: SourceState;
  why: string;
  events: number;
  first: string | null;
  last: string | null;
  perMinute: number | null;
  services: string[];
  hosts: string[];
  files: number;
  query: string;
  account: SourceAccount | null;
  listed: number;
}

export interface ServiceCode {
  service: string;
  events: number;
  repository: string | null;
  how: string;
  version: string | null;
  commit: string | null;
}

export interface SourcesAnswer {
  sources: SourceRow[];
  services: ServiceCode[];
  followed: string[];
  zone: string;
  takes: boolean;
  trouble: string | null;
  complete: boolean;
  reason?: string;
}

export interface UnreadLine {
  line: number;
  offset: number;
  reason: string;
  text: string;
  event: boolean;
}

export interface UnreadAnswer {
  source: string;
  reasons: Record<string, number> | null;
  kept: number;
  lines: UnreadLine[];
  next: number | null;
}

export type ImportState = "receiving" | "waiting" | "reading" | "done" | "failed" | "stopped";

export interface Import {
  id: string;
  name: string;
  service: string | null;
  state: ImportState;
  bytes: number | null;
  received: number;
  read: number;
  percent: number | null;
  rate: number | null;
  leftMs: number | null;
  events: number;
  unread: number;
  started: string;
  ended: string | null;
  sources: string[];
  query: string | null;
  problems: string[];
  why: string;
}

export interface ImportsAnswer {
  takes: boolean;
  limits: { file: number; held: number; waiting: number } | null;
  imports: Import[];
}

export interface TriedUnit {
  line: number;
  text: string;
  event: LogEvent | null;
  reason: string | null;
}

export interface TriedAnswer {
  format: string;
  title: string;
  share: number;
  columns: string[];
  known: string[];
  units: TriedUnit[];
  lines: number;
}

/** How far a clock is ahead of the reference; behind it below 0. */
export interface ClockSkew {
  aheadMs: number;
  uncertaintyMs: number;
  certain: boolean;
}

/** How far the clocks of hosts are apart. */
export interface SkewAnswer {
  reference: { name: string; kind: string } | null;
  clocks: { clock: { name: string; kind: string }; skew: ClockSkew | null; why: string }[];
}
