// SPDX-License-Identifier: Apache-2.0
// Where times and lanes stand: milliseconds to pixels and back, lane heights, ticks at round wall times.
import { clockSeconds, dateAndClock, instantOfWall, offsetAt } from "../../state/instant.ts";

export interface Window {
  from: number;
  to: number;
}

/** Times of a window, closer than which nobody looks, and longer than which no log is. */
export const SHORTEST = 10;
export const LONGEST = 200 * 365 * 86_400_000;

export function xOf(ms: number, window: Window, width: number): number {
  return ((ms - window.from) / (window.to - window.from)) * width;
}

export function timeAt(x: number, window: Window, width: number): number {
  return window.from + (x / Math.max(1, width)) * (window.to - window.from);
}

/** A window `factor` times as long, in which `around` stays where it is. */
export function zoomed(window: Window, factor: number, around: number): Window {
  const length = window.to - window.from;
  const wanted = Math.min(LONGEST, Math.max(SHORTEST, length * factor));
  const share = Math.min(1, Math.max(0, (around - window.from) / length));
  const from = around - share * wanted;
  return { from, to: from + wanted };
}

export function panned(window: Window, ms: number): Window {
  return { from: window.from + ms, to: window.to + ms };
}

/** A window of the same length with `around` in its middle. */
export function centred(window: Window, around: number): Window {
  return panned(window, around - (window.from + window.to) / 2);
}

const DAY = 86_400_000;
const STEPS = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200].map((s) => s * 1000),
  ...[1, 2, 7, 14, 28, 91, 182, 364, 1820, 3640, 18_200].map((days) => days * DAY),
];

export interface Tick {
  at: number;
  label: string;
  /** The first one, and those of a new day: they say the date. */
  day: boolean;
}

function label(ms: number, step: number, zone: string): string {
  if (step < 1000) return `${clockSeconds(ms, zone)}.${String(Math.floor(ms % 1000)).padStart(3, "0")}`;
  if (step < 60_000) return clockSeconds(ms, zone);
  if (step < DAY) return clockSeconds(ms, zone).slice(0, 5);
  return dateAndClock(ms, zone).slice(5, 10);
}

/** Ticks at round wall times of the zone, at least `space` pixels apart. */
export function ticksOf(window: Window, width: number, zone: string, space = 96): Tick[] {
  const most = Math.max(1, Math.floor(width / space));
  const length = window.to - window.from;
  const step = STEPS.find((size) => length / size <= most) ?? length;
  const ticks: Tick[] = [];
  const first = window.from + offsetAt(window.from, zone);
  let last = Number.NEGATIVE_INFINITY;
  let today = "";
  for (let wall = Math.ceil(first / step) * step; ticks.length <= 2 * most; wall += step) {
    // Below an hour steps are the same in every zone; above, clocks may have been changed in between.
    const at = step < 3_600_000 ? wall - offsetAt(wall - offsetAt(wall, zone), zone) : instantOfWall(wall, zone);
    if (at > window.to) break;
    if (at <= last) continue;
    last = at;
    const date = dateAndClock(at, zone).slice(0, 10);
    ticks.push({ at, label: label(at, step, zone), day: date !== today });
    today = date;
  }
  return ticks;
}

export interface LaneRoom {
  /** Top of each lane; one more than there are lanes: the last is the end. */
  tops: Float64Array;
}

export const EMPTY_HEIGHT = 34;
const LEAST_HEIGHT = 46;
/** Lanes lower than this have no room for three lines of text. */
export const TIGHT = 56;
const MOST_HEIGHT = 92;

/** Lanes share the room there is; those without events need less. */
export function layOut(full: readonly boolean[], room: number): LaneRoom {
  const many = full.filter(Boolean).length;
  const rest = room - (full.length - many) * EMPTY_HEIGHT;
  const height = Math.floor(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, rest / Math.max(1, many))));
  const tops = new Float64Array(full.length + 1);
  full.forEach((isFull, lane) => {
    tops[lane + 1] = (tops[lane] ?? 0) + (isFull ? height : EMPTY_HEIGHT);
  });
  return { tops };
}

/** The lane at a height, or -1. */
export function laneAt({ tops }: LaneRoom, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  if (y < 0 || y >= (tops[high] ?? 0)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle;
  }
  return low;
}
