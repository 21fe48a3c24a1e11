// SPDX-License-Identifier: Apache-2.0
import { type Ask, get } from "./client.ts";
import type { CodeAnswer, ErrorOrder, ErrorsAnswer } from "./errortypes.ts";

export const errorClient = {
  all: (what: Ask & { order: ErrorOrder; limit: number }, signal?: AbortSignal) =>
    get<ErrorsAnswer>("/api/errors", { ...what }, signal),

  /** The error of an event, or that of a name. */
  one: (what: Ask & ({ event: string } | { group: string }), signal?: AbortSignal) =>
    get<ErrorsAnswer>("/api/errors", { ...what }, signal),

  code: (event: string, signal?: AbortSignal) => get<CodeAnswer>("/api/code", { event }, signal),
};
