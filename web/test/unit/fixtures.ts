// SPDX-License-Identifier: Apache-2.0
import type { HistogramAnswer, LogEvent } from "../../src/api/types.ts";

export function event(id: string, time: string, more: Partial<LogEvent> = {}): LogEvent {
  return {
    id,
    time,
    timeQuality: null,
    level: "info",
    levelText: "INFO",
    service: "checkout",
    version: null,
    host: null,
    logger: null,
    thread: null,
    trace: null,
    span: null,
    message: `message ${id}`,
    attributes: {},
    exception: null,
    pattern: null,
    origin: { file: "a.log", line: 1, lines: 1, offset: 0 },
    ...more,
  };
}

/** A histogram of one-minute buckets from error counts, one a minute from 14:00; zeros are left out as the server does. */
export function errorsPerMinute(errors: readonly number[]): HistogramAnswer {
  const start = Date.parse("2026-11-21T14:00:00Z");
  const iso = (minute: number) => new Date(start + minute * 60_000).toISOString();
  return {
    from: iso(0),
    to: iso(errors.length),
    stepMs: 60_000,
    levels: ["error", "info"],
    buckets: errors.flatMap((count, minute) =>
      count > 0 ? [{ time: iso(minute), counts: { error: count, info: 2 }, total: count + 2 }] : [],
    ),
    total: { value: errors.reduce((all, count) => all + count, 0), exact: true },
    changes: [],
    changesComplete: true,
    tookMs: 1,
  };
}

/** A small seeded generator, so that a failing property can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
