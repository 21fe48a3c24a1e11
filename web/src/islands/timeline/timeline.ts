// SPDX-License-Identifier: Apache-2.0
// The canvas of the timeline, and what the mouse does to it. Knows nothing of the framework.
import { palette } from "./colours.ts";
import { drawTimeline } from "./draw.ts";
import { laneAt, panned, timeAt, type Window, xOf, zoomed } from "./geometry.ts";
import type { TimelineModel } from "./model.ts";
import { canvasPen } from "./pen.ts";

export interface TimelineIsland {
  update(model: TimelineModel): void;
  destroy(): void;
}

const GRIP = 8;
const FAR = 4;
const STEP = 1.0015;
/** Redraws whose times are kept for who asks how long they take. */
const MEASURES = 500;

type Drag =
  | { kind: "none" }
  | { kind: "lanes"; x: number; y: number; moved: boolean; lane: number }
  | { kind: "pan"; x: number; window: Window }
  | { kind: "overview"; grip: "from" | "to" | "all"; x: number; window: Window };

export function mountTimeline(host: HTMLElement, first: TimelineModel): TimelineIsland {
  const canvas = document.createElement("canvas");
  canvas.className = "tl-canvas";
  host.appendChild(canvas);
  const ctx = canvas.getContext("2d") as CanvasRenderingContext2D;
  let model = first;
  let colours = palette(host);
  let shade = model.painted;
  let width = 0;
  let height = 0;
  let frame = 0;
  let measured = 0;
  let drag: Drag = { kind: "none" };
  let range: Window | null = null;

  function paint(): void {
    frame = 0;
    if (shade !== model.painted) {
      colours = palette(host);
      shade = model.painted;
    }
    performance.mark("timeline-draw");
    ctx.clearRect(0, 0, width, height);
    const shown = range ? { ...model, selection: range } : model;
    drawTimeline(canvasPen(ctx, colours), shown, colours, { width, height });
    performance.measure("timeline-draw", "timeline-draw");
    performance.clearMarks("timeline-draw");
    if (++measured % MEASURES === 0) performance.clearMeasures("timeline-draw");
  }

  function soon(): void {
    if (frame === 0) frame = requestAnimationFrame(paint);
  }

  function resize(): void {
    const [wide, high] = [host.clientWidth, host.clientHeight];
    if (wide === 0 || high === 0) return;
    const ratio = devicePixelRatio || 1;
    if (wide !== width || high !== height || canvas.width !== Math.round(wide * ratio)) {
      [width, height] = [wide, high];
      canvas.width = Math.round(wide * ratio);
      canvas.height = Math.round(high * ratio);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      paint();
      model.act.resized(wide, high);
    }
  }

  const head = () => model.overview + model.ruler + model.changes;
  const place = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const laneOf = (y: number) => (y < head() ? -1 : laneAt(model.room, y - head() + model.scroll));

  function grab(x: number): Drag {
    const from = xOf(model.window.from, model.whole, width);
    const to = xOf(model.window.to, model.whole, width);
    if (Math.abs(x - from) <= GRIP) return { kind: "overview", grip: "from", x, window: model.window };
    if (Math.abs(x - to) <= GRIP) return { kind: "overview", grip: "to", x, window: model.window };
    if (x > from && x < to) return { kind: "overview", grip: "all", x, window: model.window };
    const half = (model.window.to - model.window.from) / 2;
    const at = timeAt(x, model.whole, width);
    const window = { from: at - half, to: at + half };
    model.act.slide(window);
    return { kind: "overview", grip: "all", x, window };
  }

  const down = (event: PointerEvent) => {
    if (event.button > 1) return;
    const { x, y } = place(event);
    canvas.setPointerCapture(event.pointerId);
    if (y < model.overview) drag = grab(x);
    else if (event.button === 1 || event.shiftKey) drag = { kind: "pan", x, window: model.window };
    else drag = { kind: "lanes", x, y, moved: false, lane: laneOf(y) };
    if (event.button === 1) event.preventDefault();
  };

  function slide(x: number): void {
    if (drag.kind === "pan") {
      model.act.slide(panned(drag.window, ((drag.x - x) / width) * (drag.window.to - drag.window.from)));
    } else if (drag.kind === "overview") {
      const by = timeAt(x, model.whole, width) - timeAt(drag.x, model.whole, width);
      const { from, to } = drag.window;
      if (drag.grip === "all") model.act.slide(panned(drag.window, by));
      else if (drag.grip === "from") model.act.slide({ from: Math.min(from + by, to - model.cells.step), to });
      else model.act.slide({ from, to: Math.max(to + by, from + model.cells.step) });
    }
  }

  const move = (event: PointerEvent) => {
    const { x, y } = place(event);
    if (drag.kind === "none") {
      const ends = y < model.overview ? [model.window.from, model.window.to] : [];
      const grip = ends.some((at) => Math.abs(xOf(at, model.whole, width) - x) <= GRIP);
      canvas.style.cursor = grip ? "ew-resize" : y < model.overview ? "grab" : "crosshair";
      model.act.hover(y < model.overview ? -1 : laneOf(y), timeAt(x, model.window, width), x, y);
    } else if (drag.kind === "lanes") {
      drag.moved ||= Math.abs(x - drag.x) > FAR;
      if (drag.moved) {
        const [a, b] = [timeAt(drag.x, model.window, width), timeAt(x, model.window, width)];
        range = { from: Math.min(a, b), to: Math.max(a, b) };
        model.act.hover(-1, 0, 0, 0);
        soon();
      }
    } else slide(x);
  };

  const up = (event: PointerEvent) => {
    const { x, y } = place(event);
    const ended = drag;
    drag = { kind: "none" };
    if (ended.kind !== "lanes") return;
    if (ended.moved && range) {
      const rows = [ended.lane, laneOf(y)].filter((row) => row >= 0);
      const tall = Math.abs(y - ended.y) > 2 * FAR && rows.length === 2;
      model.act.select(range, tall ? Math.min(...rows) : -1, tall ? Math.max(...rows) : -1);
    } else model.act.point(ended.lane, timeAt(x, model.window, width));
    range = null;
    soon();
  };

  const cancel = () => {
    drag = { kind: "none" };
    range = null;
    soon();
  };
  const leave = () => drag.kind === "none" && model.act.hover(-1, 0, 0, 0);

  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      model.act.slide(zoomed(model.window, STEP ** (event.deltaY * unit), timeAt(place(event).x, model.window, width)));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const by = (event.shiftKey ? event.deltaY || event.deltaX : event.deltaX) * unit;
      model.act.slide(panned(model.window, (by / width) * (model.window.to - model.window.from)));
    } else model.act.scroll(event.deltaY * unit);
  };
  const back = () => model.act.back();

  canvas.addEventListener("pointerdown", down);
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", cancel);
  canvas.addEventListener("pointerleave", leave);
  canvas.addEventListener("wheel", wheel, { passive: false });
  canvas.addEventListener("dblclick", back);
  const resized = new ResizeObserver(resize);
  resized.observe(host);
  resize();

  return {
    update(next) {
      model = next;
      soon();
    },
    destroy() {
      cancelAnimationFrame(frame);
      resized.disconnect();
      canvas.remove();
    },
  };
}
