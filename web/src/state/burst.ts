// SPDX-License-Identifier: Apache-2.0
// Where errors rise: the one place of a histogram worth offering as a zoom.
import type { HistogramAnswer } from "../api/types.ts";
import { millis } from "./instant.ts";

export interface Series {
  /** Start of the first bucket, in milliseconds since the epoch. */
  start: number;
  step: number;
  /** Error and fatal events per bucket; a bucket without events is zero. */
  errors: number[];
}

export interface Burst {
  /** Start of the bucket the rise begins in. */
  at: number;
  until: number;
  /** Errors per bucket after the rise against before it; null when there were none before. */
  ratio: number | null;
  from: number;
  to: number;
}

export function errorSeries(answer: HistogramAnswer): Series {
  const step = answer.stepMs;
  const [from, to] = [millis(answer.from), millis(answer.to)];
  const first = answer.buckets[0];
  const start = first ? millis(first.time) - Math.ceil((millis(first.time) - from) / step) * step : from;
  const errors = new Array<number>(Math.max(1, Math.ceil((to - start) / step))).fill(0);
  for (const bucket of answer.buckets) {
    const index = Math.round((millis(bucket.time) - start) / step);
    if (index >= 0 && index < errors.length) errors[index] = (bucket.counts.error ?? 0) + (bucket.counts.fatal ?? 0);
  }
  return { start, step, errors };
}

function mean(values: number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ?? 0;
  return to > from ? sum / (to - from) : 0;
}

/** The strongest lasting rise: the split with the largest jump measured in the deviation of counts before it. */
export function findBurst({ start, step, errors }: Series): Burst | null {
  const width = Math.max(2, Math.round(errors.length / 24));
  let best = { score: 0, index: -1, before: 0, after: 0 };
  for (let i = 2; i < errors.length; i++) {
    const before = mean(errors, 0, i);
    const after = mean(errors, i, Math.min(errors.length, i + width));
    const score = (after - before) / Math.sqrt(before + 1);
    if ((errors[i] ?? 0) > before && score > best.score) best = { score, index: i, before, after };
  }
  if (best.index < 0 || best.after < 3 || best.after < 3 * best.before) return null;
  const low = Math.max(1, (best.before + best.after) / 4);
  let last = best.index;
  for (let i = best.index; i < errors.length; i++) if ((errors[i] ?? 0) >= low) last = i;
  const at = start + best.index * step;
  const until = start + (last + 1) * step;
  const margin = Math.max(2 * step, (until - at) * 0.25);
  return {
    at,
    until,
    ratio: best.before > 0 ? best.after / best.before : null,
    from: at - margin,
    to: Math.min(until + margin / 2, start + errors.length * step),
  };
}
