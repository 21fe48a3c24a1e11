// SPDX-License-Identifier: Apache-2.0
// Questions to the API about patterns.
import { get } from "./client.ts";
import type { PatternAnswer, TrendsAnswer } from "./patterntypes.ts";
import type { Change } from "./types.ts";

/** Events, and the time they are compared with; a null end is the server's own. */
export interface Compared {
  q: string;
  from: string | null;
  to: string | null;
  baselineFrom: string | null;
  baselineTo: string | null;
}

export const patternClient = {
  trends: (what: Compared & { limit: number; buckets: number }, signal?: AbortSignal) =>
    get<TrendsAnswer>("/api/patterns", { ...what, seen: "store" }, signal),

  values: (what: { id: string; q: string; from: string | null; to: string | null }, signal?: AbortSignal) =>
    get<PatternAnswer>("/api/pattern", { ...what }, signal),

  changes: (from: string, to: string, signal?: AbortSignal) =>
    get<{ changes: Change[]; complete: boolean }>("/api/changes", { from, to }, signal),
};
