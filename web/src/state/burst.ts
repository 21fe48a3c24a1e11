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
  /** Start of the first bucket of the burst, in milliseconds since the epoch. */
  at: number;
  /** End of its last bucket. */
  until: number;
  /** Errors per millisecond inside and outside. */
  inside: number;
  outside: number;
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

/** Fewer errors than this are no burst, however still it was before. */
const LEAST = 6;
/** A burst's rate against the rate of the rest, at least. */
const RISE = 2.5;
/** Log likelihood ratio from which a burst is not chance. */
const SURE = 8;

/** What a rate of its own explains of the errors of some buckets, as a log likelihood. */
function likelihood(count: number, buckets: number): number {
  return count > 0 ? count * Math.log(count / buckets) : 0;
}

/**
 * The stretch of time that a rate of its own explains best against one rate for all: the scan statistic for Poisson
 * counts (M. Kulldorff, A spatial scan statistic, 1997), for rises only.
 */
export function findBurst({ start, step, errors }: Series): Burst | null {
  const sums = [0];
  for (const count of errors) sums.push((sums.at(-1) ?? 0) + count);
  const total = sums.at(-1) ?? 0;
  const steady = likelihood(total, errors.length);
  let best: Burst | null = null;
  let bestScore = SURE;
  for (let from = 0; from < errors.length; from++) {
    for (let to = from + 1; to <= errors.length && to - from < errors.length; to++) {
      const found = (sums[to] ?? 0) - (sums[from] ?? 0);
      const outside = (total - found) / (errors.length - (to - from));
      const expected = Math.max(outside, 1 / errors.length) * (to - from);
      if (found < LEAST || found < RISE * expected) continue;
      const score = likelihood(found, to - from) + likelihood(total - found, errors.length - (to - from)) - steady;
      if (score <= bestScore) continue;
      bestScore = score;
      best = {
        at: start + from * step,
        until: start + to * step,
        inside: found / ((to - from) * step),
        outside: outside / step,
      };
    }
  }
  return best;
}

/** A range that shows the burst with some of the time before and after it. */
export function frameOf(burst: Burst, least: number): { from: number; to: number } {
  const length = burst.until - burst.at;
  return { from: burst.at - Math.max(least, length / 2), to: burst.until + Math.max(least, length / 4) };
}
