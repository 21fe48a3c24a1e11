// SPDX-License-Identifier: Apache-2.0
import { spanText } from "../../state/numbers.ts";
import { plain } from "../../widgets/plaintext.ts";
import type { Colour } from "../histogram/colours.ts";
import { LEVELS, type Tree } from "./tree.ts";
import type { Shades } from "./waterfall.ts";

/** Height of the axis at the top, in pixels. */
export const HEAD = 24;
const AIR = 72;
/** Between the names and the start of the time, so that a mark at the start is whole. */
const EDGE = 10;
const LEAST = 2;
const INDENT = 12;
const LONGEST = 120;

export interface Frame {
  width: number;
  /** Width of the names at the left. */
  names: number;
  from: number;
  to: number;
  row: number;
}

export function placeOf(ms: number, { names, width, from, to }: Frame): number {
  return names + EDGE + ((ms - from) / Math.max(1e-6, to - from)) * (width - names - EDGE - AIR);
}

export function timeAt(x: number, { names, width, from, to }: Frame): number {
  const share = (x - names - EDGE) / Math.max(1, width - names - EDGE - AIR);
  return from + Math.min(1, Math.max(0, share)) * (to - from);
}

function fillOf(level: number, shades: Shades): string {
  const name = LEVELS[level] ?? "none";
  return shades[name === "none" ? "--f-unspecified" : (`--f-${name}` as Colour)];
}

/** A line as a mark whose shape says its level: a full square for errors, a hollow diamond for warnings, else a bar. */
function drawTick(context: CanvasRenderingContext2D, x: number, y: number, level: number, shades: Shades): void {
  context.fillStyle = fillOf(level, shades);
  context.strokeStyle = context.fillStyle;
  if (level <= 1) {
    context.fillRect(x - 4, y - 4, 8, 8);
    context.strokeStyle = shades["--bg"];
    context.strokeRect(x - 4.5, y - 4.5, 9, 9);
  } else if (level === 2) {
    context.beginPath();
    context.moveTo(x, y - 5);
    context.lineTo(x + 5, y);
    context.lineTo(x, y + 5);
    context.lineTo(x - 5, y);
    context.closePath();
    context.fillStyle = shades["--bg"];
    context.fill();
    context.lineWidth = 1.5;
    context.stroke();
    context.lineWidth = 1;
  } else {
    context.fillRect(x - 1, y - 6, 2, 12);
  }
}

function drawBar(
  context: CanvasRenderingContext2D,
  left: number,
  right: number,
  y: number,
  span: boolean,
  fill: string,
) {
  const width = Math.max(LEAST, right - left);
  context.fillStyle = fill;
  context.strokeStyle = fill;
  if (span) {
    context.globalAlpha = 0.75;
    context.fillRect(left, y - 7, width, 14);
    context.globalAlpha = 1;
  } else {
    // From the first to the last line: nobody measured it, so it is no solid bar.
    context.globalAlpha = 0.15;
    context.fillRect(left, y - 6, width, 12);
    context.globalAlpha = 1;
    context.strokeRect(left + 0.5, y - 6.5, Math.max(1, width - 1), 13);
  }
}

function drawName(
  context: CanvasRenderingContext2D,
  tree: Tree,
  bar: number,
  y: number,
  frame: Frame,
  shades: Shades,
  isClosed: boolean,
): void {
  const left = 8 + (tree.depth[bar] ?? 0) * INDENT;
  context.save();
  context.beginPath();
  context.rect(0, y - frame.row / 2, frame.names - 8, frame.row);
  context.clip();
  const below = (tree.end[bar] ?? 0) - bar - 1;
  if (below > 0) {
    context.fillStyle = shades["--muted"];
    context.beginPath();
    if (isClosed) {
      context.moveTo(left + 2, y - 4);
      context.lineTo(left + 7, y);
      context.lineTo(left + 2, y + 4);
    } else {
      context.moveTo(left, y - 2);
      context.lineTo(left + 8, y - 2);
      context.lineTo(left + 4, y + 4);
    }
    context.fill();
  }
  let x = left + 14;
  const level = tree.level[bar] ?? LEVELS.length - 1;
  if (level <= 2) {
    drawTick(context, x + 4, y, level, shades);
    x += 14;
  }
  context.fillStyle = shades["--text"];
  const service = plain(tree.services[bar] || "no service", LONGEST);
  context.fillText(service, x, y);
  x += context.measureText(service).width + 8;
  context.fillStyle = shades["--muted"];
  const more = below > 0 && isClosed ? ` +${below}` : "";
  context.fillText(`${plain(tree.names[bar] ?? "", LONGEST)}${more}`, x, y);
  context.restore();
}

export function drawRow(
  context: CanvasRenderingContext2D,
  tree: Tree,
  bar: number,
  top: number,
  frame: Frame,
  shades: Shades,
  state: "selected" | "hovered" | "",
  isClosed: boolean,
): void {
  const y = top + frame.row / 2;
  if (state) {
    context.fillStyle = state === "selected" ? shades["--sel"] : shades["--hover"];
    context.fillRect(0, top, frame.width, frame.row);
  }
  context.fillStyle = shades["--line"];
  context.fillRect(0, top + frame.row - 1, frame.width, 1);
  drawName(context, tree, bar, y, frame, shades, isClosed);
  const start = tree.start[bar] ?? 0;
  const length = tree.length[bar] ?? 0;
  const left = placeOf(start, frame);
  const right = placeOf(start + length, frame);
  context.save();
  context.beginPath();
  context.rect(frame.names, top, frame.width - frame.names, frame.row);
  context.clip();
  const level = tree.level[bar] ?? LEVELS.length - 1;
  drawBar(context, left, right, y, tree.spans[bar] === 1, level <= 2 ? fillOf(level, shades) : shades["--line-strong"]);
  for (let tick = tree.tickFrom[bar] ?? 0; tick < (tree.tickFrom[bar + 1] ?? 0); tick++) {
    const x = placeOf(tree.tickAt[tick] ?? 0, frame);
    if (x > frame.names - 6 && x < frame.width) drawTick(context, x, y, tree.tickLevel[tick] ?? 0, shades);
  }
  context.fillStyle = shades["--muted"];
  const join = tree.joins[bar] ?? "";
  const text = `${spanText(length)}${join && join !== "span" ? ` · by ${plain(join, 40)}` : ""}`;
  const width = context.measureText(text).width;
  const room = frame.width - right - 12;
  if (room >= width) context.fillText(text, Math.max(right + 10, frame.names + 4), y);
  else if (left - frame.names > width + 16) context.fillText(text, left - width - 10, y);
  context.restore();
}

const STEPS = [1, 2, 5];

/** A round step of which some six fit the width. */
export function axisStep(length: number, width: number): number {
  const least = length / Math.max(1, width / 110);
  let step = 1e-3;
  for (let size = 1e-3; size < 1e12; size *= 10) {
    for (const factor of STEPS) {
      step = size * factor;
      if (step >= least) return step;
    }
  }
  return step;
}

function ticks(frame: Frame, draw: (x: number, ms: number, step: number) => void): void {
  const step = axisStep(frame.to - frame.from, frame.width - frame.names);
  const first = Math.ceil(frame.from / step);
  for (let at = first; at * step <= frame.to; at++) draw(placeOf(at * step, frame), at * step, step);
}

/** What stands behind the rows: a line for each label of the axis. */
export function drawGrid(context: CanvasRenderingContext2D, frame: Frame, shades: Shades, height: number): void {
  context.fillStyle = shades["--line"];
  ticks(frame, (x) => context.fillRect(Math.round(x), HEAD, 1, height));
}

/** What stands before the rows: the axis at the top, and the stretch that is being chosen. */
export function drawAxis(
  context: CanvasRenderingContext2D,
  frame: Frame,
  shades: Shades,
  height: number,
  label: (ms: number, step: number) => string,
  drag: { from: number; to: number } | null,
): void {
  context.fillStyle = shades["--panel"];
  context.fillRect(0, 0, frame.width, HEAD);
  context.fillStyle = shades["--muted"];
  context.fillText("service / operation, thread", 8, HEAD / 2);
  ticks(frame, (x, ms, step) => context.fillText(label(ms, step), x, HEAD / 2));
  context.fillStyle = shades["--line"];
  context.fillRect(frame.names - 1, 0, 1, height);
  context.fillRect(0, HEAD - 1, frame.width, 1);
  if (drag) {
    const [left, right] = [placeOf(Math.min(drag.from, drag.to), frame), placeOf(Math.max(drag.from, drag.to), frame)];
    context.fillStyle = shades["--accent"];
    context.globalAlpha = 0.2;
    context.fillRect(left, HEAD, right - left, height);
    context.globalAlpha = 1;
  }
}
