// SPDX-License-Identifier: Apache-2.0
// The picture: overview, ruler, lanes with cells, bursts, silences, versions, and the marks through all of them.
import { clockSeconds } from "../../state/instant.ts";
import { LEVELS, STACK } from "./cells.ts";
import type { Colour, Palette } from "./colours.ts";
import { type Tick, ticksOf, type Window, xOf } from "./geometry.ts";
import type { LanePicture, MarkKind, TimelineModel } from "./model.ts";
import type { Pen } from "./pen.ts";

export interface Paper {
  width: number;
  height: number;
}

/** A level with events is never thinner than this, so that three errors among a million lines can be seen. */
const LEAST = 2;
const BAND = 14;
const HEADROOM = 14;
const DASH = [3, 3] as const;
const DOTS = [2, 3] as const;

export const MARK_COLOURS: Record<MarkKind, Colour> = {
  deploy: "--deploy",
  restart: "--commit",
  config: "--config",
  flag: "--flag",
  commit: "--commit",
  alert: "--t-error",
  note: "--text",
  state: "--ok",
  job: "--muted",
  pin: "--accent",
  event: "--text",
};

/** Corners of a mark's sign around a point, x and y by turns: shape carries the kind, colour only helps. */
export function signOf(kind: MarkKind, x: number, y: number): number[] {
  const ring = (corners: number, turn: number, size: number) =>
    Array.from({ length: corners }, (_, corner) => {
      const angle = turn + (corner * 2 * Math.PI) / corners;
      return [x + size * Math.sin(angle), y - size * Math.cos(angle)];
    }).flat();
  switch (kind) {
    case "deploy":
      return ring(3, 0, 6);
    case "restart":
      return ring(3, Math.PI, 6);
    case "config":
      return ring(4, 0, 6);
    case "commit":
      return ring(16, 0, 4);
    case "alert":
      return [x - 1.5, y - 6, x + 1.5, y - 6, x + 1, y + 2, x + 2, y + 5, x - 2, y + 5, x - 1, y + 2];
    case "flag":
    case "state":
      return [x - 4, y - 6, x + 5, y - 3, x - 2.5, y, x - 2.5, y + 6, x - 4, y + 6];
    case "note":
      return [x - 5, y + 5, x - 4, y + 2, x + 3, y - 5, x + 5, y - 3, x - 2, y + 4];
    case "pin":
      return [x - 3, y - 6, x + 3, y - 6, x + 2, y, x + 1, y, x, y + 6, x - 1, y, x - 2, y];
    default:
      return ring(4, Math.PI / 4, 5);
  }
}

export function drawTimeline(pen: Pen, model: TimelineModel, colours: Palette, paper: Paper): void {
  const head = model.overview + model.ruler + model.changes;
  const ticks = ticksOf(model.window, paper.width, model.zone);
  drawOverview(pen, model, colours, paper.width);
  drawGrid(pen, model, colours, paper, ticks);
  pen.within(0, head, paper.width, paper.height - head, () => drawLanes(pen, model, colours, paper, head));
  drawUnknown(pen, model, colours, paper, head);
  drawMarks(pen, model, colours, paper);
  drawSelection(pen, model, colours, paper);
  drawCursor(pen, model, colours, paper);
}

function drawOverview(pen: Pen, model: TimelineModel, colours: Palette, width: number): void {
  const { whole, profile, window, overview } = model;
  const base = overview - 4;
  pen.fill(0, 0, width, overview, colours["--panel"]);
  if (profile) {
    const most = Math.max(1, ...profile.totals);
    const cell = Math.max(1, xOf(whole.from + profile.step, whole, width) - 0.5);
    profile.totals.forEach((total, index) => {
      if (total === 0) return;
      const x = xOf(profile.start + index * profile.step, whole, width);
      const high = Math.max(1, (total / most) * (base - 6));
      pen.fill(x, base - high, cell, high, colours["--f-unspecified"]);
      const errors = profile.errors[index] ?? 0;
      if (errors > 0) {
        const bad = Math.max(LEAST, (errors / most) * (base - 6));
        pen.fill(x, base - bad, cell, bad, colours["--f-error"]);
      }
    });
  }
  const from = Math.max(0, xOf(window.from, whole, width));
  const to = Math.min(width, Math.max(from + 3, xOf(window.to, whole, width)));
  pen.fill(0, 0, from, overview, colours["--bg"], 0.55);
  pen.fill(to, 0, width - to, overview, colours["--bg"], 0.55);
  pen.frame(from, 1, to - from, overview - 2, colours["--accent"]);
  for (const x of [from, to - 3]) pen.fill(x, overview / 2 - 8, 3, 16, colours["--accent"]);
  pen.line(0, overview, width, overview, colours["--line"]);
}

function drawGrid(pen: Pen, model: TimelineModel, colours: Palette, paper: Paper, ticks: readonly Tick[]): void {
  const { overview, ruler, changes } = model;
  for (const tick of ticks) {
    const x = xOf(tick.at, model.window, paper.width);
    pen.line(x, overview, x, paper.height, colours["--line"]);
    pen.text(tick.label, x + 4, overview + ruler / 2, colours["--muted"], { mono: true });
  }
  pen.line(0, overview + ruler, paper.width, overview + ruler, colours["--line"]);
  const bottom = overview + ruler + changes;
  pen.line(0, bottom, paper.width, bottom, colours["--line"]);
}

function drawLanes(pen: Pen, model: TimelineModel, colours: Palette, paper: Paper, head: number): void {
  const { tops } = model.room;
  model.lanes.forEach((lane, row) => {
    const top = head + (tops[row] ?? 0) - model.scroll;
    const bottom = head + (tops[row + 1] ?? 0) - model.scroll;
    if (bottom < head || top > paper.height) return;
    if (row === model.active) pen.fill(0, top, paper.width, bottom - top, colours["--sel"], 0.25);
    drawGaps(pen, model, lane, colours, paper.width, top, bottom);
    if (lane.without === null) drawLane(pen, model, lane, row, colours, paper.width, top, bottom);
    else drawEmpty(pen, lane, colours, paper.width, top, bottom);
    if (model.chosen.length > 0 && !model.chosen[row]) {
      pen.fill(0, top, paper.width, bottom - top, colours["--bg"], 0.6);
    }
    pen.line(0, bottom - 1, paper.width, bottom - 1, colours["--line"]);
  });
}

function drawGaps(
  pen: Pen,
  model: TimelineModel,
  lane: LanePicture,
  colours: Palette,
  width: number,
  top: number,
  bottom: number,
): void {
  for (const gap of lane.gaps) {
    const from = Math.max(0, xOf(gap.from, model.window, width));
    const to = Math.min(width, xOf(gap.to, model.window, width));
    if (to - from < 1) continue;
    if (gap.kind === "arriving") {
      pen.frame(from, top + 3, to - from, bottom - top - 7, colours["--muted"], DOTS);
      if (to - from > 90 && lane.without === null) {
        pen.text("still arriving", to - 6, top + 11, colours["--muted"], { align: "right" });
      }
    } else {
      pen.hatch(from, top + 1, to - from, bottom - top - 2, colours["--line-strong"]);
      const words = gap.kind === "damaged" ? "lost: damaged" : gap.kind === "unknown" ? "unknown" : "not collected";
      if (lane.without === null && to - from > 100) boxed(pen, words, from + 8, top + 12, colours, colours["--muted"]);
    }
  }
}

/** Text on a plate of the ground's colour. */
function boxed(pen: Pen, text: string, x: number, y: number, colours: Palette, colour: string): number {
  const width = pen.widthOf(text) + 6;
  pen.fill(x - 3, y - 7, width, 14, colours["--bg"], 0.9);
  pen.text(text, x, y, colour);
  return width;
}

function drawEmpty(pen: Pen, lane: LanePicture, colours: Palette, width: number, top: number, bottom: number): void {
  const middle = (top + bottom) / 2;
  if (lane.without === "no_source") pen.hatch(0, top + 1, width, bottom - top - 2, colours["--line-strong"]);
  if (lane.without === "zero") pen.line(0, bottom - 5, width, bottom - 5, colours["--line-strong"]);
  boxed(pen, lane.words, 12, middle, colours, colours["--muted"]);
}

function drawLane(
  pen: Pen,
  model: TimelineModel,
  lane: LanePicture,
  row: number,
  colours: Palette,
  width: number,
  top: number,
  bottom: number,
): void {
  const band = model.shows.versions && lane.versions.length > 0 ? BAND : 0;
  const base = bottom - 2 - band;
  drawCells(pen, model, row, colours, width, top + HEADROOM, base);
  if (band) drawVersions(pen, model, lane, colours, width, base + 1, band - 2);
  let taken = -1;
  if (model.shows.bursts) taken = drawBursts(pen, model, lane, colours, width, top, base);
  for (const silence of lane.silences) {
    const [from, to] = clipped(silence.from, silence.to, model.window, width);
    // What was not collected is hatched, and need not be called stopped as well.
    const hatched = lane.gaps.some((gap) => gap.from < silence.to && silence.from < gap.to);
    if (to - from < 3 || hatched) continue;
    pen.frame(from, top + HEADROOM, to - from, base - top - HEADROOM, colours["--muted"], DASH);
    if (to - from > pen.widthOf(silence.label) + 10) {
      pen.text(silence.label, (from + to) / 2, (top + base + HEADROOM) / 2, colours["--muted"], { align: "center" });
    }
  }
  if (lane.firstError !== null) drawFirst(pen, model, lane.firstError, colours, width, top, taken, lane.firstSaid);
}

function clipped(from: number, to: number, window: Window, width: number): [number, number] {
  return [Math.max(0, xOf(from, window, width)), Math.min(width, xOf(to, window, width))];
}

function drawCells(
  pen: Pen,
  model: TimelineModel,
  row: number,
  colours: Palette,
  width: number,
  roof: number,
  base: number,
): void {
  const { cells, window } = model;
  const scale = (base - roof) / Math.max(1, cells.peaks[row] ?? 0);
  const pixels = (cells.step / (window.to - window.from)) * width;
  const origin = xOf(cells.start, window, width);
  const first = Math.max(0, Math.floor(-origin / pixels));
  const last = Math.min(cells.size, Math.ceil((width - origin) / pixels));
  const gap = pixels > 3 ? 1 : 0;
  for (let cell = first; cell < last; cell++) {
    if ((cells.totals[row * cells.size + cell] ?? 0) === 0) continue;
    const x = origin + cell * pixels;
    let floor = base;
    const at = (row * cells.size + cell) * LEVELS;
    for (let depth = 0; depth < LEVELS; depth++) {
      const count = cells.counts[at + depth] ?? 0;
      if (count === 0) continue;
      const high = Math.max(LEAST, count * scale);
      const seam = floor < base && high > 3 ? 1 : 0;
      pen.fill(x, floor - high, Math.max(1, pixels - gap), high - seam, levelColour(colours, depth));
      floor -= high;
      if (floor < roof - 4) break;
    }
  }
}

function levelColour(colours: Palette, depth: number): string {
  return colours[`--f-${STACK[depth] ?? "unspecified"}` as Colour];
}

function drawVersions(
  pen: Pen,
  model: TimelineModel,
  lane: LanePicture,
  colours: Palette,
  width: number,
  top: number,
  high: number,
): void {
  lane.versions.forEach((version, index) => {
    const [from, to] = clipped(version.from, version.to, model.window, width);
    if (to - from < 1) return;
    pen.fill(from, top, to - from - 1, high, colours[index % 2 ? "--sel" : "--raise"]);
    pen.fill(from, top, 2, high, colours["--deploy"]);
    const room = to - from - 10;
    let shown = `v${version.version.replace(/^v(?=\d)/, "")}`;
    if (pen.widthOf(shown, { size: 10, mono: true }) > room) shown = "";
    if (shown) pen.text(shown, from + 6, top + high / 2, colours["--text"], { size: 10, mono: true });
  });
}

/** Where the last label of a burst ends, in pixels. */
function drawBursts(
  pen: Pen,
  model: TimelineModel,
  lane: LanePicture,
  colours: Palette,
  width: number,
  top: number,
  base: number,
): number {
  let taken = -1;
  for (const burst of lane.bursts) {
    const [from, to] = clipped(burst.from, burst.to, model.window, width);
    if (to - from < 1) continue;
    const colour = burst.errors ? colours["--t-error"] : colours["--muted"];
    const roof = top + HEADROOM - 1;
    if (burst.errors) pen.frame(from - 1, roof, to - from + 1, base - roof + 1, colour);
    else {
      pen.line(from, roof, to - 1, roof, colour);
      for (const x of [from, to - 1]) pen.line(x, roof, x, roof + 4, colour);
    }
    const label = pen.widthOf(burst.label);
    const sign = lane.firstError === null ? -9 : xOf(lane.firstError, model.window, width);
    const start = sign >= from - 5 && sign < from + label ? Math.max(from, sign + 7) : from;
    const x = start + label + 4 > width ? width - label - 4 : start;
    if (x < taken) continue;
    pen.text(burst.label, x, top + HEADROOM / 2 + 1, colour, { strong: burst.errors });
    taken = x + label + 12;
  }
  return taken;
}

function drawFirst(
  pen: Pen,
  model: TimelineModel,
  at: number,
  colours: Palette,
  width: number,
  top: number,
  taken: number,
  said: boolean,
): void {
  const x = xOf(at, model.window, width);
  if (x < 0 || x > width) return;
  pen.shape([x - 4, top + 2, x + 4, top + 2, x, top + 9], colours["--t-error"]);
  const words = `first error ${clockSeconds(at, model.zone)}`;
  const room = pen.widthOf(words) + 10;
  if (!said && (taken < 0 || x > taken + 6)) {
    const right = x + room < width;
    pen.text(words, right ? x + 8 : x - 8, top + HEADROOM / 2 + 1, colours["--t-error"], {
      align: right ? "left" : "right",
    });
  }
}

/** What lies outside of the answer, while the next one is on its way. */
function drawUnknown(pen: Pen, model: TimelineModel, colours: Palette, paper: Paper, head: number): void {
  const from = xOf(model.known.from, model.window, paper.width);
  const to = xOf(model.known.to, model.window, paper.width);
  if (from > 1) pen.fill(0, head, Math.min(from, paper.width), paper.height - head, colours["--panel"], 0.7);
  if (to < paper.width - 1) {
    const start = Math.max(0, to);
    pen.fill(start, head, paper.width - start, paper.height - head, colours["--panel"], 0.7);
  }
}

function drawMarks(pen: Pen, model: TimelineModel, colours: Palette, paper: Paper): void {
  const top = model.overview + model.ruler + model.changes - 4;
  let last = -10;
  for (const mark of model.marks) {
    const x = xOf(mark.at, model.window, paper.width);
    if (x < 0 || x > paper.width || x - last < 1) continue;
    last = x;
    pen.line(x, top, x, paper.height, colours[MARK_COLOURS[mark.kind]], DASH);
  }
}

function drawSelection(pen: Pen, model: TimelineModel, colours: Palette, paper: Paper): void {
  if (!model.selection) return;
  const [from, to] = clipped(model.selection.from, model.selection.to, model.window, paper.width);
  const top = model.overview;
  if (to < 0 || from > paper.width) return;
  const width = Math.max(2, to - from);
  pen.fill(from, top, width, paper.height - top, colours["--accent"], 0.12);
  pen.line(from, top, from, paper.height, colours["--accent"], []);
  pen.line(from + width - 1, top, from + width - 1, paper.height, colours["--accent"], []);
}

function drawCursor(pen: Pen, model: TimelineModel, colours: Palette, paper: Paper): void {
  if (model.at === null) return;
  const x = xOf(model.at, model.window, paper.width);
  if (x < -1 || x > paper.width + 1) return;
  pen.line(x, model.overview, x, paper.height, colours["--accent"], [], 2);
  const words = `${clockSeconds(model.at, model.zone)}.${String(Math.floor(((model.at % 1000) + 1000) % 1000)).padStart(3, "0")}`;
  const wide = pen.widthOf(words, { mono: true }) + 12;
  const left = Math.min(paper.width - wide, Math.max(0, x - wide / 2));
  const top = paper.height - 19;
  pen.fill(left, top, wide, 18, colours["--accent"]);
  pen.text(words, left + wide / 2, top + 9, colours["--accent-ink"], { mono: true, align: "center" });
}
