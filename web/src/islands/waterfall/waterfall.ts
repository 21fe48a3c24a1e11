// SPDX-License-Identifier: Apache-2.0
// A trace as bars under each other, on a canvas as large as what is in sight. What a choice means is the page's business.
import { type Colour, type Palette, palette } from "../histogram/colours.ts";
import { drawAxis, drawGrid, drawRow, type Frame, HEAD, timeAt } from "./draw.ts";
import type { Tree } from "./tree.ts";

export interface WaterfallModel {
  tree: Tree;
  closed: Uint8Array;
  /** The bars in sight, in order. */
  rows: Int32Array;
  /** The chosen bar, or -1. */
  selected: number;
  /** The stretch of time that is drawn, in milliseconds since the start. */
  from: number;
  to: number;
  /** A label of the axis. */
  tick(ms: number, step: number): string;
  /** A number that changes with the theme. */
  painted: number;
  select(bar: number): void;
  toggle(bar: number): void;
  zoom(from: number, to: number): void;
}

export interface Waterfall {
  update(model: WaterfallModel): void;
  /** Scrolls so that the row is in sight. */
  reveal(row: number): void;
  destroy(): void;
}

export const ROW = 24;
/** Share of the width that the names have, and its limits in pixels. */
const NAMES = 0.28;
const LEAST_NAMES = 200;
const MOST_NAMES = 420;
const MORE_COLOURS = ["--bg", "--panel", "--raise", "--line-strong", "--hover"] as const;

export type Shades = Palette & Record<(typeof MORE_COLOURS)[number], string>;

function shadesOf(host: HTMLElement): Shades {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.appendChild(probe);
  const more = Object.fromEntries(
    MORE_COLOURS.map((name) => {
      probe.style.color = `var(${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return { ...(palette(host) as Record<Colour, string>), ...more } as Shades;
}

export function mountWaterfall(host: HTMLElement, first: WaterfallModel): Waterfall {
  const scroller = document.createElement("div");
  scroller.className = "waterfall";
  const canvas = document.createElement("canvas");
  const space = document.createElement("div");
  space.className = "waterfall-space";
  scroller.append(canvas, space);
  host.appendChild(scroller);
  const context = canvas.getContext("2d");
  let model = first;
  let shades = shadesOf(host);
  let paintedAs = first.painted;
  let frame = 0;
  let hovered = -1;
  let drag: { from: number; to: number } | null = null;

  function frameOf(): Frame {
    const width = scroller.clientWidth;
    const names = Math.min(MOST_NAMES, Math.max(LEAST_NAMES, width * NAMES));
    return { width, names, from: model.from, to: model.to, row: ROW };
  }

  function paint(): void {
    frame = 0;
    if (!context) return;
    if (paintedAs !== model.painted) {
      shades = shadesOf(host);
      paintedAs = model.painted;
    }
    const ratio = devicePixelRatio || 1;
    const [width, height] = [scroller.clientWidth, scroller.clientHeight];
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
    }
    const style = getComputedStyle(host);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.font = `${style.fontSize} ${style.fontFamily}`;
    context.textBaseline = "middle";
    const shape = frameOf();
    drawGrid(context, shape, shades, height);
    const top = Math.floor(scroller.scrollTop / ROW);
    const last = Math.min(model.rows.length, top + Math.ceil((height - HEAD) / ROW) + 1);
    for (let row = top; row < last; row++) {
      const bar = model.rows[row] ?? 0;
      const y = HEAD + row * ROW - scroller.scrollTop;
      const state = bar === model.selected ? "selected" : row === hovered ? "hovered" : "";
      drawRow(context, model.tree, bar, y, shape, shades, state, model.closed[bar] === 1);
    }
    drawAxis(context, shape, shades, height, model.tick, drag);
  }

  function soon(): void {
    if (frame === 0) frame = requestAnimationFrame(paint);
  }

  function rowAt(event: MouseEvent): number {
    const y = event.clientY - scroller.getBoundingClientRect().top - HEAD;
    if (y < 0) return -1;
    const row = Math.floor((y + scroller.scrollTop) / ROW);
    return row < model.rows.length ? row : -1;
  }

  const place = (event: MouseEvent) => event.clientX - scroller.getBoundingClientRect().left;

  const down = (event: PointerEvent) => {
    const shape = frameOf();
    if (event.button !== 0 || place(event) < shape.names || event.offsetX >= scroller.clientWidth) return;
    const start = timeAt(place(event), shape);
    scroller.setPointerCapture(event.pointerId);
    const move = (next: PointerEvent) => {
      drag = { from: start, to: timeAt(place(next), shape) };
      soon();
    };
    const up = () => {
      scroller.removeEventListener("pointermove", move);
      const wide = drag && Math.abs(drag.to - drag.from) > ((shape.to - shape.from) * 4) / shape.width;
      if (drag && wide) model.zoom(Math.min(drag.from, drag.to), Math.max(drag.from, drag.to));
      window.setTimeout(() => {
        drag = null; // after the click that follows
        soon();
      });
    };
    scroller.addEventListener("pointermove", move);
    scroller.addEventListener("pointerup", up, { once: true });
  };

  const click = (event: MouseEvent) => {
    const shape = frameOf();
    if (drag && Math.abs(drag.to - drag.from) > ((shape.to - shape.from) * 4) / shape.width) return;
    const row = rowAt(event);
    if (row < 0) return;
    const bar = model.rows[row] ?? 0;
    const indent = 8 + (model.tree.depth[bar] ?? 0) * 12;
    const hasMore = (model.tree.end[bar] ?? 0) > bar + 1;
    if (hasMore && place(event) < Math.min(shape.names, indent + 20)) model.toggle(bar);
    else model.select(bar);
  };

  const hover = (event: MouseEvent) => {
    const row = event.type === "mouseleave" ? -1 : rowAt(event);
    if (row === hovered) return;
    hovered = row;
    soon();
  };

  const resized = new ResizeObserver(soon);
  resized.observe(scroller);
  scroller.addEventListener("scroll", soon, { passive: true });
  scroller.addEventListener("pointerdown", down);
  scroller.addEventListener("click", click);
  scroller.addEventListener("mousemove", hover);
  scroller.addEventListener("mouseleave", hover);

  function update(next: WaterfallModel): void {
    model = next;
    space.style.height = `${HEAD + next.rows.length * ROW}px`;
    soon();
  }
  update(first);

  return {
    update,
    reveal(row) {
      if (row < 0) return;
      const room = scroller.clientHeight - HEAD;
      const top = row * ROW;
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + ROW > scroller.scrollTop + room) scroller.scrollTop = top + 2 * ROW - room;
      soon();
    },
    destroy() {
      cancelAnimationFrame(frame);
      resized.disconnect();
      scroller.remove();
    },
  };
}
