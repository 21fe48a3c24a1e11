// SPDX-License-Identifier: Apache-2.0
// Counts of stretches of time that differ in length, made comparable: events a minute, and how many times as many.
import { millis } from "./instant.ts";
import { grouped } from "./numbers.ts";

export interface Stretch {
  from: string;
  to: string;
}

const MINUTE = 60_000;

export function lengthOf(stretch: Stretch): number {
  return Math.max(0, millis(stretch.to) - millis(stretch.from));
}

/** Events a minute; 0 for a stretch without length. */
export function perMinute(count: number, stretch: Stretch): number {
  const length = lengthOf(stretch);
  return length === 0 ? 0 : (count * MINUTE) / length;
}

/** How many times as often now as before, whatever the lengths; null when it was never before. */
export function ratioOf(count: number, now: Stretch, before: number, baseline: Stretch): number | null {
  const then = perMinute(before, baseline);
  return then === 0 ? null : perMinute(count, now) / then;
}

/** A rate with as many digits as say something: 393.5, 3.3, 0.067. */
export function rateText(rate: number): string {
  if (rate === 0) return "0";
  if (rate >= 1000) return grouped(Math.round(rate));
  return rate >= 10 ? rate.toFixed(1) : rate >= 0.1 ? rate.toFixed(2) : rate.toPrecision(2);
}

/** In words: "×41", "÷9", "new", "gone"; a difference too small for words is "±". */
export function changeText(ratio: number | null, count: number): string {
  if (ratio === null) return count > 0 ? "new" : "none";
  if (count === 0) return "gone";
  if (ratio > 0.95 && ratio < 1.05) return "same";
  const size = ratio >= 1 ? ratio : 1 / ratio;
  const text = size < 10 ? size.toFixed(1).replace(/\.0$/, "") : grouped(Math.round(size));
  return `${ratio >= 1 ? "×" : "÷"}${text}`;
}
