// SPDX-License-Identifier: Apache-2.0
// The picture and its numbers as files.
import { palette } from "../../islands/timeline/colours.ts";
import { drawTimeline, MARK_COLOURS, signOf } from "../../islands/timeline/draw.ts";
import { foldMarks } from "../../islands/timeline/fold.ts";
import { xOf } from "../../islands/timeline/geometry.ts";
import type { TimelineModel } from "../../islands/timeline/model.ts";
import { canvasPen, type Pen, svgPen } from "../../islands/timeline/pen.ts";
import { clockSeconds, dateAndClock, millis, offsetLabel } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { grouped, plural } from "../../state/numbers.ts";
import { lanes, marks, timeline } from "../../state/timeline.ts";
import { foldedName } from "../../state/timemarks.ts";
import { tell } from "../../state/toast.ts";
import { encode } from "../../state/view.ts";
import { plain } from "../../widgets/plaintext.ts";
import { cells, HEAD, OVERVIEW, pictureModel, RULER, zone } from "./picture.ts";
import { csvOf, markdownOf } from "./texts.ts";
import { finding } from "./words.ts";

const NAMES = 200;
const WIDTH = 1400;
const TITLE = 28;

const NOTHING = () => {};
const IDLE = {
  hover: NOTHING,
  point: NOTHING,
  select: NOTHING,
  slide: NOTHING,
  scroll: NOTHING,
  back: NOTHING,
  resized: NOTHING,
};

/** Moves a pen, so that a picture can stand beside its names. */
function moved(pen: Pen, dx: number, dy: number): Pen {
  return {
    fill: (x, y, w, h, colour, alpha) => pen.fill(x + dx, y + dy, w, h, colour, alpha),
    frame: (x, y, w, h, colour, dash) => pen.frame(x + dx, y + dy, w, h, colour, dash),
    line: (x, y, toX, toY, colour, dash, width) => pen.line(x + dx, y + dy, toX + dx, toY + dy, colour, dash, width),
    text: (text, x, y, colour, how) => pen.text(text, x + dx, y + dy, colour, how),
    hatch: (x, y, w, h, colour) => pen.hatch(x + dx, y + dy, w, h, colour),
    shape: (points, colour) =>
      pen.shape(
        points.map((at, index) => at + (index % 2 ? dy : dx)),
        colour,
      ),
    within: (x, y, w, h, body) => pen.within(x + dx, y + dy, w, h, body),
    widthOf: pen.widthOf,
  };
}

function drawAll(pen: Pen, model: TimelineModel, height: number, colours: ReturnType<typeof palette>): void {
  const window = model.window;
  pen.fill(0, 0, WIDTH, height, colours["--bg"]);
  const title = `${dateAndClock(window.from, zone.peek())} → ${dateAndClock(window.to, zone.peek())} ${offsetLabel(window.from, zone.peek())}`;
  pen.text(title, 12, TITLE / 2, colours["--text"], { size: 13, strong: true });
  const right = WIDTH - NAMES;
  drawTimeline(moved(pen, NAMES, TITLE), model, colours, { width: right, height: height - TITLE });
  pen.text("Overview", 12, TITLE + OVERVIEW / 2, colours["--muted"]);
  pen.text("Changes", 12, TITLE + OVERVIEW + RULER + 16, colours["--text"], { strong: true });
  const all = marks.peek();
  for (const fold of foldMarks(
    all.map(({ at }) => xOf(at, window, right)),
    right,
  )) {
    const group = fold.marks.flatMap((mark) => all[mark] ?? []);
    const first = group[0];
    if (!first) continue;
    const y = TITLE + OVERVIEW + RULER + 16;
    const x = NAMES + fold.x;
    pen.shape(signOf(first.kind, x, y), colours[MARK_COLOURS[first.kind]]);
    const label = group.length === 1 ? plain(first.text, 40) : foldedName(group);
    if (pen.widthOf(label) < fold.room) pen.text(label, x + 9, y, colours["--text"]);
  }
  lanes.peek().forEach((info, row) => {
    const top = TITLE + HEAD + (model.room.tops[row] ?? 0);
    pen.text(plain(info.key, 30), 12, top + 14, colours["--text"], { strong: true, size: 12 });
    if (!info.lane) return;
    const errors = cells.peek()?.errors[row] ?? 0;
    pen.text(`${grouped(errors)} err of ${grouped(info.lane.total)}`, 12, top + 30, colours["--muted"]);
    const first = info.lane.firstError;
    if (first) pen.text(`first ${clockSeconds(millis(first), zone.peek())}`, 12, top + 45, colours["--t-error"]);
  });
}

function drawn(): { model: TimelineModel; height: number; colours: ReturnType<typeof palette> } | null {
  const model = pictureModel(IDLE);
  if (!model) return null;
  const height = TITLE + HEAD + (model.room.tops.at(-1) ?? 0) + 24;
  return { model: { ...model, scroll: 0, active: -1 }, height, colours: palette(document.body) };
}

function save(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  tell({ text: `Saved as ${name}` });
}

function fileName(end: string): string {
  const from = timeline.data.peek()?.range.from ?? "";
  return `timeline-${from.slice(0, 19).replaceAll(":", "")}.${end}`;
}

function saveText(end: string, type: string, text: string): void {
  save(fileName(end), new Blob([text], { type: `${type};charset=utf-8` }));
}

function savePng(): void {
  const found = drawn();
  if (!found) return;
  const canvas = document.createElement("canvas");
  const ratio = found.height > 6000 ? 1 : 2;
  canvas.width = WIDTH * ratio;
  canvas.height = found.height * ratio;
  const ctx = canvas.getContext("2d") as CanvasRenderingContext2D;
  ctx.scale(ratio, ratio);
  drawAll(canvasPen(ctx, found.colours), found.model, found.height, found.colours);
  canvas.toBlob((blob) => {
    if (blob) save(fileName("png"), blob);
    else tell({ text: `The browser could not make a picture of ${plural(lanes.peek().length, "lane")}`, bad: true });
  });
}

/** The picture as an SVG file. */
export function svgText(): string | null {
  const [found, answer] = [drawn(), timeline.data.peek()];
  if (!found || !answer) return null;
  const pen = svgPen(WIDTH, found.height, found.colours);
  drawAll(pen, found.model, found.height, found.colours);
  return pen.file(finding(answer, lanes.peek(), marks.peek(), zone.peek()));
}

export function exportsOf(): { name: string; says: string; save(): void }[] {
  const answer = timeline.data.peek();
  if (!answer) return [];
  const link = `${window.location.origin}${encode({ ...view.peek(), from: answer.range.from, to: answer.range.to })}`;
  return [
    { name: "PNG", says: "the picture", save: savePng },
    { name: "SVG", says: "the picture, to scale", save: () => saveText("svg", "image/svg+xml", svgText() ?? "") },
    {
      name: "Markdown",
      says: "lanes and marks as tables",
      save: () => saveText("md", "text/markdown", markdownOf(answer, lanes.peek(), marks.peek(), zone.peek(), link)),
    },
    {
      name: "CSV",
      says: "every cell and mark",
      save: () => saveText("csv", "text/csv", csvOf(answer, lanes.peek(), marks.peek())),
    },
  ];
}
