// SPDX-License-Identifier: Apache-2.0
// Two stretches of time that are compared: B, the problem, and A, the baseline.
import { isoOf, millis } from "./instant.ts";
import type { Stretch } from "./rates.ts";

const DAY = 86_400_000;

export type Preset = "before" | "yesterday" | "week";

export const PRESETS: readonly { id: Preset; name: string }[] = [
  { id: "before", name: "just before" },
  { id: "yesterday", name: "same time yesterday" },
  { id: "week", name: "same time last week" },
];

/** The baseline of a preset for the problem's time. */
export function baselineOf(problem: Stretch, preset: Preset): Stretch {
  const [from, to] = [millis(problem.from), millis(problem.to)];
  const back = preset === "before" ? to - from : preset === "yesterday" ? DAY : 7 * DAY;
  return { from: isoOf(from - back), to: isoOf(to - back) };
}

/** Which preset the baseline is, or null for another time. */
export function presetOf(problem: Stretch, baseline: Stretch): Preset | null {
  const same = (one: Stretch, two: Stretch) =>
    millis(one.from) === millis(two.from) && millis(one.to) === millis(two.to);
  return PRESETS.find(({ id }) => same(baselineOf(problem, id), baseline))?.id ?? null;
}
