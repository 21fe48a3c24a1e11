// SPDX-License-Identifier: Apache-2.0
import type uPlot from "uplot";
import type { Change } from "../../api/types.ts";
import { millis } from "../../state/instant.ts";
import { type Bins, STACK } from "./bins.ts";
import type { Colour, Palette } from "./colours.ts";

/** A level with events is never thinner than this, so that three errors among a million lines can be seen. */
const LEAST = 2;

export function drawBars(plot: uPlot, bins: Bins, colours: Palette): void {
  const { ctx } = plot;
  const ratio = devicePixelRatio || 1;
  const base = plot.valToPos(0, "y", true);
  const top = plot.bbox.top;
  ctx.save();
  for (let i = 0; i < bins.starts.length; i++) {
    if ((bins.totals[i] ?? 0) === 0) continue;
    const start = bins.starts[i] ?? 0;
    const left = plot.valToPos(start, "x", true);
    const width = plot.valToPos(start + bins.step, "x", true) - left;
    const gap = width > 4 * ratio ? ratio : 0;
    let sum = 0;
    let floor = base;
    for (const level of STACK) {
      const count = bins.counts[level][i] ?? 0;
      if (count === 0) continue;
      sum += count;
      const roof = Math.max(top, Math.min(plot.valToPos(sum, "y", true), floor - LEAST * ratio));
      const seam = floor < base && floor - roof > 3 * ratio ? ratio : 0;
      ctx.fillStyle = colours[`--f-${level}` as Colour];
      ctx.fillRect(left, roof, Math.max(ratio, width - gap), floor - roof - seam);
      floor = roof;
    }
  }
  ctx.restore();
}

export function drawChanges(plot: uPlot, changes: readonly Change[], colours: Palette): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.lineWidth = devicePixelRatio;
  for (const change of changes) {
    const x = Math.round(plot.valToPos(millis(change.time), "x", true)) + 0.5;
    ctx.strokeStyle = colours[`--${change.kind}` as Colour];
    ctx.beginPath();
    ctx.moveTo(x, bbox.top - 6 * devicePixelRatio);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/** The bins the keyboard holds, or the time the selected event stands at. */
export function drawBand(plot: uPlot, from: number, to: number, colour: string): void {
  const { ctx, bbox } = plot;
  const left = plot.valToPos(from, "x", true);
  const right = plot.valToPos(to, "x", true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * devicePixelRatio;
  if (right - left < 2) {
    ctx.beginPath();
    ctx.moveTo(left, bbox.top);
    ctx.lineTo(left, bbox.top + bbox.height);
    ctx.stroke();
  } else {
    ctx.strokeRect(left, bbox.top + 1, right - left, bbox.height - 2);
  }
  ctx.restore();
}

/** Slanted lines where nothing is known. */
const HATCH = 8;

/** Marks a time of which nothing is known, which is not the same as nothing. */
export function drawHatch(plot: uPlot, from: number, to: number, colour: string): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio || 1;
  const left = Math.max(bbox.left, plot.valToPos(from, "x", true));
  const right = Math.min(bbox.left + bbox.width, plot.valToPos(to, "x", true));
  if (right <= left) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, bbox.top, right - left, bbox.height);
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.5;
  ctx.lineWidth = ratio;
  ctx.beginPath();
  for (let x = left - bbox.height; x < right; x += HATCH * ratio) {
    ctx.moveTo(x, bbox.top + bbox.height);
    ctx.lineTo(x + bbox.height, bbox.top);
  }
  ctx.stroke();
  ctx.restore();
}
