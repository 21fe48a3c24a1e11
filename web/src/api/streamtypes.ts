// SPDX-License-Identifier: Apache-2.0
// The frames of an answer that is told while it is found, and of what is said when nothing is.
import type { Count, HistogramAnswer, LogEvent, ProblemBody, QueryReading } from "./types.ts";

export interface Range {
  from: string;
  to: string;
}

export type StreamFrame =
  | { frame: "begin"; query: QueryReading; range: Range; order: "newest" | "oldest" }
  /** `after` is the cursor of what follows the last of them. */
  | { frame: "rows"; events: LogEvent[]; after: string }
  /** `rest` is where what was not looked at begins, or ends with the newest first; null at the end. */
  | {
      frame: "progress";
      scanned: number;
      ofEvents: number;
      percent: number;
      rest: string | null;
      elapsedMs: number;
    }
  /** So far, with the part of the range that was not looked at. */
  | { frame: "hist"; histogram: HistogramAnswer; unscanned: Range | null }
  | { frame: "partial"; why: string; percent: number; rest: string | null }
  | { frame: "problem"; problem: ProblemBody; ends: boolean }
  | {
      frame: "done";
      query: QueryReading;
      total: Count;
      rows: number;
      next: string | null;
      complete: boolean;
      reason?: string;
      tookMs: number;
    };

/** The question that shows a number. */
export interface AskFor {
  q: string;
  from: string | null;
  to: string | null;
}

export interface NamedService {
  service: string;
  events: Count;
  last: string | null;
  next: string | null;
  silent: boolean;
  ask: AskFor | null;
}

export interface WhyNoneAnswer {
  query: QueryReading;
  range: Range;
  total: Count;
  without: { clause: string; words: string; total: Count; ask: AskFor }[];
  clauses: number;
  tried: number;
  elsewhere: { when: "last_day" | "whole_store"; total: Count; ask: AskFor }[];
  nearest: { side: "before" | "after"; time: string; ask: AskFor }[];
  services: NamedService[];
  complete: boolean;
  reason?: string;
}
