// SPDX-License-Identifier: Apache-2.0
// Questions to the API about units of work, and the values that join services.
import { type Ask, get } from "./client.ts";
import type { FailedRequest, JoinsAnswer, UnitAnswer } from "./tracetypes.ts";
import type { Count } from "./types.ts";

export const traceClient = {
  unit: (
    what: {
      key: string;
      value: string;
      from: string | null;
      to: string | null;
      skew: "read" | "correct";
      limit: number;
    },
    signal?: AbortSignal,
  ) => get<UnitAnswer>("/api/correlate", { ...what }, signal),

  joins: (ask: Ask, signal?: AbortSignal) => get<JoinsAnswer>("/api/joins", { ...ask }, signal),

  failed: (ask: Ask, signal?: AbortSignal) =>
    get<{ requests: { failing: Count; earliest: FailedRequest[] } }>(
      "/api/timeline",
      { ...ask, buckets: 2, limit: 1 },
      signal,
    ),
};
