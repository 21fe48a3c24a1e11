// SPDX-License-Identifier: Apache-2.0
// Events over time by level. Drawing and brushing only; what a zoom means is the page's business.
import uPlot from "uplot";
import type { Change } from "../../api/types.ts";
import { clockSeconds, dateAndClock } from "../../state/instant.ts";
import type { Bins } from "./bins.ts";
import { binAt } from "./bins.ts";
import { palette } from "./colours.ts";
import { drawBand, drawBars, drawChanges, drawHatch } from "./draw.ts";

/** Beside the bars, in pixels: for the numbers, and for half of the last label. */
const LEFT = 48;
const BESIDE = 22;
/** How wide a character of a label is, about. */
const CHAR = 6;
/** Pixels from which on a press is a brush; a shorter one chooses the bar. */
const DRAG = 4;

export interface HistogramModel {
  bins: Bins;
  changes: readonly Change[];
  zone: string;
  /** Bins the keyboard holds, first and last, or null. */
  held: [number, number] | null;
  /** The part that was not looked at, in milliseconds since the epoch, or null. */
  unscanned?: { from: number; to: number } | null;
  /** Time of the selected event, in milliseconds since the epoch, or null. */
  at: number | null;
  /** A number that changes with the theme. */
  painted: number;
  zoom(from: number, to: number): void;
  /** The bin under the pointer and its place in pixels, or -1. */
  hover(bin: number, left: number): void;
  /** Left edge and width of the plot in pixels, whenever they change. */
  placed(left: number, width: number): void;
}

export interface Histogram {
  update(model: HistogramModel): void;
  destroy(): void;
}

const DAY = 86_400_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200].map(
  (s) => s * 1000,
);
const INCREMENTS = [1, 2, 5, 10, 20, 50, 100, 200, 500, ...STEPS, DAY, 2 * DAY, 7 * DAY, 28 * DAY];

function tickLabel(ms: number, increment: number, zone: string): string {
  if (increment < 1000) return `${clockSeconds(ms, zone)}.${String(ms % 1000).padStart(3, "0")}`;
  if (increment < 60_000) return clockSeconds(ms, zone);
  if (increment < DAY / 2) return clockSeconds(ms, zone).slice(0, 5);
  return dateAndClock(ms, zone).slice(5, 10);
}

function options(host: HTMLElement, model: () => HistogramModel): uPlot.Options {
  const colours = () => palette(host);
  let shades = colours();
  let shadesOf = model().painted;
  const current = () => {
    if (shadesOf !== model().painted) {
      shades = colours();
      shadesOf = model().painted;
    }
    return shades;
  };
  const style = getComputedStyle(host);
  const font = `${style.fontSize} ${style.fontFamily}`;
  const axis = { font, stroke: () => current()["--muted"], ticks: { show: false } };
  return {
    width: Math.max(200, host.clientWidth),
    height: Math.max(60, host.clientHeight),
    ms: 1,
    legend: { show: false },
    padding: [6, BESIDE, 0, 0],
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false, dist: DRAG } },
    scales: {
      x: { time: false, range: () => [model().bins.from, model().bins.to] },
      y: { range: (_plot, _min, max) => [0, Math.max(4, max * 1.04)] },
    },
    series: [{}, { paths: () => null, points: { show: false } }],
    axes: [
      {
        ...axis,
        size: 20,
        gap: 4,
        space: 72,
        incrs: INCREMENTS,
        grid: { show: false },
        values: (plot, splits, _axis, _space, increment) => {
          const { from, to } = model().bins;
          const scale = (plot.width - LEFT - BESIDE) / Math.max(1, to - from);
          return splits.map((ms) => {
            const label = tickLabel(ms, increment, model().zone);
            // The last one would be cut off where it reaches beyond the picture.
            return (to - ms) * scale + BESIDE < (label.length * CHAR) / 2 ? "" : label;
          });
        },
      },
      {
        ...axis,
        size: LEFT,
        gap: 6,
        space: 34,
        grid: { stroke: () => current()["--line"], width: 1 },
        values: (_plot, splits) =>
          splits.map((value) => (Number.isInteger(value) ? value.toLocaleString("en-US") : "")),
      },
    ],
    hooks: {
      draw: [
        (plot) => {
          const { unscanned } = model();
          if (unscanned) drawHatch(plot, unscanned.from, unscanned.to, current()["--muted"]);
          drawBars(plot, model().bins, current());
          drawChanges(plot, model().changes, current());
          const { at, bins, held } = model();
          if (at !== null && at >= bins.from && at <= bins.to) drawBand(plot, at, at, current()["--accent"]);
          if (held) {
            const first = bins.starts[held[0]] ?? bins.from;
            drawBand(plot, first, (bins.starts[held[1]] ?? bins.from) + bins.step, current()["--accent"]);
          }
          model().placed(plot.bbox.left / devicePixelRatio, plot.bbox.width / devicePixelRatio);
        },
      ],
      ready: [
        (plot) => {
          let down = 0;
          plot.over.addEventListener("mousedown", (event) => (down = event.clientX));
          plot.over.addEventListener("click", (event) => {
            if (Math.abs(event.clientX - down) >= DRAG) return;
            const { bins, zoom } = model();
            const bin = binAt(bins, plot.posToVal(event.offsetX, "x"));
            const start = bins.starts[bin];
            if (start !== undefined && bins.totals[bin]) zoom(start, start + bins.step);
          });
        },
      ],
      setSelect: [
        (plot) => {
          if (plot.select.width < DRAG) return;
          const from = plot.posToVal(plot.select.left, "x");
          const to = plot.posToVal(plot.select.left + plot.select.width, "x");
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          model().zoom(from, to);
        },
      ],
      setCursor: [
        (plot) => {
          const left = plot.cursor.left ?? -1;
          if (left < 0) model().hover(-1, 0);
          else model().hover(binAt(model().bins, plot.posToVal(left, "x")), left + plot.bbox.left / devicePixelRatio);
        },
      ],
    },
  };
}

export function mountHistogram(host: HTMLElement, first: HistogramModel): Histogram {
  let model = first;
  const data = (): uPlot.AlignedData => [model.bins.starts, model.bins.totals];
  const plot = new uPlot(
    options(host, () => model),
    data(),
    host,
  );
  const resized = new ResizeObserver(() => {
    if (host.clientWidth > 0) plot.setSize({ width: host.clientWidth, height: Math.max(60, host.clientHeight) });
  });
  resized.observe(host);
  return {
    update(next) {
      const fresh = next.bins !== model.bins;
      model = next;
      if (fresh) plot.setData(data());
      else plot.redraw(false, true);
    },
    destroy() {
      resized.disconnect();
      plot.destroy();
    },
  };
}
