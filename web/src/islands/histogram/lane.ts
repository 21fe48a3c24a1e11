// SPDX-License-Identifier: Apache-2.0
// Where the labels of the change lane stand: beside their mark while there is room, folded into one when not.

export interface Mark {
  x: number;
  /** Width of the mark's label in pixels. */
  width: number;
}

export interface Placed {
  /** Numbers of the marks that share the label; one for a label of its own. */
  marks: number[];
  side: "left" | "right";
  x: number;
  /** Room for the label in pixels; a longer label is cut with an ellipsis, with no room only the shape stands. */
  room: number;
}

const SHAPE = 10;
const AIR = 12;
/** A label cut shorter than this says nothing. */
const LEAST = 84;

function alone(marks: readonly Mark[], at: number, taken: number, end: number): Placed | null {
  const { x, width } = marks[at] as Mark;
  const next = marks[at + 1];
  const right = (next ? next.x - SHAPE - AIR : end) - x - SHAPE;
  const left = x - SHAPE - taken;
  const short = Math.min(width, LEAST);
  const side = right >= width ? "right" : left >= width ? "left" : right >= Math.max(short, left) ? "right" : "left";
  const room = side === "right" ? right : left;
  return room >= short ? { marks: [at], side, x, room } : null;
}

/** Marks must come in order of x; `end` is the lane's width, `folded` that of a label such as "3 changes". */
export function placeLabels(marks: readonly Mark[], end: number, folded: number): Placed[] {
  const placed: Placed[] = [];
  let taken = 0;
  for (let at = 0; at < marks.length; at++) {
    const single = alone(marks, at, taken, end);
    if (single) {
      placed.push(single);
      const width = Math.min(single.room, marks[at]?.width ?? 0);
      taken = single.x + SHAPE + AIR + (single.side === "right" ? width : 0);
      continue;
    }
    const group = [at];
    const first = (marks[at] as Mark).x;
    let last = first;
    while (at + 1 < marks.length && (marks[at + 1] as Mark).x < last + 2 * SHAPE + folded + AIR) {
      at++;
      group.push(at);
      last = (marks[at] as Mark).x;
    }
    const fits = last + SHAPE + folded <= end;
    const room = fits || first - SHAPE - folded >= taken ? folded : 0;
    placed.push({ marks: group, side: fits ? "right" : "left", x: fits ? last : first, room });
    taken = last + SHAPE + AIR + (fits ? folded : 0);
  }
  return placed;
}
