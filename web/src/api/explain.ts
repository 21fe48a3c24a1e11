// SPDX-License-Identifier: Apache-2.0
// Questions to the API about what sets two times apart.
import { get } from "./client.ts";
import type { ExplainAnswer, TableAnswer } from "./explaintypes.ts";
import type { Compared } from "./patterns.ts";

/** Things that are named at most. */
const THINGS = 3;

export const explainClient = {
  /** What differs, and which few things account for the events of `of` that there are more of. */
  explain: (what: Compared & { of: string }, signal?: AbortSignal) =>
    get<ExplainAnswer>("/api/explain", { ...what, things: THINGS }, signal),

  table: (what: { q: string; from: string; to: string }, signal?: AbortSignal) =>
    get<TableAnswer>("/api/query", { ...what }, signal),
};
