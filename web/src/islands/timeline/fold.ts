// SPDX-License-Identifier: Apache-2.0
// Marks that stand too close to tell apart become one; none is lost.

/** Pixels: marks closer than this to the one before fold into it (WCAG 2.5.8, targets of 24 px). */
export const NEAR = 24;

export interface Fold {
  /** Where its sign stands. */
  x: number;
  /** The marks in it, by their numbers, in order of time. */
  marks: number[];
  /** Pixels for a label to the right of the sign. */
  room: number;
}

/**
 * Folds marks at `xs`, ascending; what lies outside 0 to `width` is left out.
 *
 * A mark joins the fold before it when it stands nearer than {@link NEAR} to that fold's sign, so a row of close marks
 * makes several folds and no endless one.
 */
export function foldMarks(xs: readonly number[], width: number): Fold[] {
  const folds: Fold[] = [];
  xs.forEach((x, mark) => {
    if (x < 0 || x > width) return;
    const last = folds.at(-1);
    if (last && x - last.x < NEAR) last.marks.push(mark);
    else folds.push({ x, marks: [mark], room: 0 });
  });
  folds.forEach((fold, index) => {
    const next = folds[index + 1];
    fold.room = (next ? next.x - NEAR / 2 : width) - fold.x - NEAR / 2;
  });
  return folds;
}
