// SPDX-License-Identifier: Apache-2.0
// What was counted in two parts of one range, as one.
import type { HistogramAnswer, LevelKey } from "../api/types.ts";

type Bucket = HistogramAnswer["buckets"][number];

function both(one: Bucket, other: Bucket): Bucket {
  const counts = { ...one.counts };
  for (const [level, count] of Object.entries(other.counts) as [LevelKey, number][]) {
    counts[level] = (counts[level] ?? 0) + count;
  }
  return { time: one.time, counts, total: one.total + other.total };
}

/** The counts of both, which share no event; the steps of both are the same. */
export function merged(one: HistogramAnswer | null, other: HistogramAnswer): HistogramAnswer {
  if (one === null || one.buckets.length === 0) return other;
  const byTime = new Map(one.buckets.map((bucket) => [bucket.time, bucket]));
  for (const bucket of other.buckets) {
    const known = byTime.get(bucket.time);
    byTime.set(bucket.time, known ? both(known, bucket) : bucket);
  }
  const buckets = [...byTime.values()].sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  const total = { value: one.total.value + other.total.value, exact: other.total.exact };
  return { ...other, buckets, total };
}
