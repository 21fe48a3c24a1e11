// SPDX-License-Identifier: Apache-2.0
// The server leaves empty buckets out; here they are zeros again, stacked with the worst level at the base line.
import type { HistogramAnswer, LevelKey } from "../../api/types.ts";
import { millis } from "../../state/instant.ts";

/** From the base line upwards. */
export const STACK: readonly LevelKey[] = ["fatal", "error", "warn", "info", "debug", "trace", "unspecified"];

export interface Bins {
  /** Start of each bin, in milliseconds since the epoch. */
  starts: number[];
  step: number;
  from: number;
  to: number;
  totals: number[];
  counts: Record<LevelKey, number[]>;
  sums: Record<LevelKey, number>;
}

const MAX_BINS = 2000;

export function binsOf(answer: HistogramAnswer): Bins {
  const step = Math.max(1, answer.stepMs);
  const [from, to] = [millis(answer.from), millis(answer.to)];
  const first = answer.buckets[0];
  const anchor = first ? millis(first.time) : from;
  const start = anchor - Math.max(0, Math.ceil((anchor - from) / step)) * step;
  const size = Math.min(MAX_BINS, Math.max(1, Math.ceil((to - start) / step)));
  const zeros = () => new Array<number>(size).fill(0);
  const counts = Object.fromEntries(STACK.map((level) => [level, zeros()])) as Record<LevelKey, number[]>;
  const sums = Object.fromEntries(STACK.map((level) => [level, 0])) as Record<LevelKey, number>;
  const totals = zeros();
  for (const bucket of answer.buckets) {
    const index = Math.min(size - 1, Math.round((millis(bucket.time) - start) / step));
    if (index < 0) continue;
    totals[index] = (totals[index] ?? 0) + bucket.total;
    for (const level of STACK) {
      const count = bucket.counts[level] ?? 0;
      const column = counts[level];
      column[index] = (column[index] ?? 0) + count;
      sums[level] += count;
    }
  }
  const starts = Array.from({ length: size }, (_, index) => start + index * step);
  return { starts, step, from: Math.min(from, start), to: Math.max(to, start + size * step), totals, counts, sums };
}

export function binAt(bins: Bins, ms: number): number {
  const index = Math.floor((ms - (bins.starts[0] ?? 0)) / bins.step);
  return Math.min(bins.starts.length - 1, Math.max(0, index));
}
