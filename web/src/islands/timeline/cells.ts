// SPDX-License-Identifier: Apache-2.0
// Lanes as flat arrays: what is drawn sixty times a second allocates nothing.
import type { TimelineAnswer, TimelineLane } from "../../api/timelinetypes.ts";
import type { LevelKey } from "../../api/types.ts";
import { millis } from "../../state/instant.ts";

/** From the base line upwards. */
export const STACK: readonly LevelKey[] = ["fatal", "error", "warn", "info", "debug", "trace", "unspecified"];
export const LEVELS = STACK.length;
const BAD = 2;

export interface Cells {
  /** Start of the first cell and length of each, in milliseconds since the epoch. */
  start: number;
  step: number;
  size: number;
  lanes: number;
  /** Number of level `l` of lane `i` in cell `c`: at `(i * size + c) * LEVELS + l`. */
  counts: Float64Array;
  /** Events of lane `i` in cell `c`: at `i * size + c`. */
  totals: Float64Array;
  /** The highest cell of each lane. */
  peaks: Float64Array;
  /** Errors and worse of each lane. */
  errors: Float64Array;
}

export function cellsOf(answer: TimelineAnswer, lanes: readonly (TimelineLane | null)[]): Cells {
  const size = answer.cells;
  const counts = new Float64Array(lanes.length * size * LEVELS);
  const totals = new Float64Array(lanes.length * size);
  const peaks = new Float64Array(lanes.length);
  const errors = new Float64Array(lanes.length);
  lanes.forEach((lane, row) => {
    if (!lane) return;
    STACK.forEach((level, depth) => {
      const own = lane.levels[level];
      if (!own) return;
      for (let cell = 0; cell < size; cell++) {
        const count = own[cell] ?? 0;
        const at = row * size + cell;
        counts[at * LEVELS + depth] = count;
        totals[at] = (totals[at] ?? 0) + count;
        if (depth < BAD) errors[row] = (errors[row] ?? 0) + count;
      }
    });
    for (let cell = 0; cell < size; cell++) {
      peaks[row] = Math.max(peaks[row] ?? 0, totals[row * size + cell] ?? 0);
    }
  });
  const step = Math.max(1e-6, answer.stepNs / 1e6);
  return { start: millis(answer.start), step, size, lanes: lanes.length, counts, totals, peaks, errors };
}

/** The cell that holds the instant, or -1. */
export function cellAt(cells: Cells, ms: number): number {
  const cell = Math.floor((ms - cells.start) / cells.step);
  return cell >= 0 && cell < cells.size ? cell : -1;
}

export function errorsAt(cells: Cells, lane: number, cell: number): number {
  const at = (lane * cells.size + cell) * LEVELS;
  return (cells.counts[at] ?? 0) + (cells.counts[at + 1] ?? 0);
}
