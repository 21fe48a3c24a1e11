// SPDX-License-Identifier: Apache-2.0
// The two windows on the histogram: bars that move them and edges that stretch them, by mouse and by keyboard.
import { useSignal } from "@preact/signals";
import type { Bins } from "../../islands/histogram/bins.ts";
import { clockSeconds, isoOf, millis } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { duration } from "../../state/numbers.ts";
import { lengthOf, type Stretch } from "../../state/rates.ts";

export type Side = "A" | "B";
type Part = "whole" | "from" | "to";

/** The window with one part moved; never shorter than `least`, all in milliseconds. */
export function moved(stretch: Stretch, part: Part, by: number, least: number): Stretch {
  let [from, to] = [millis(stretch.from), millis(stretch.to)];
  if (part !== "to") from += by;
  if (part !== "from") to += by;
  if (to - from < least) {
    if (part === "from") from = to - least;
    else to = from + least;
  }
  return { from: isoOf(Math.round(from)), to: isoOf(Math.round(to)) };
}

const NAMES: Record<Side, string> = { A: "A before", B: "B problem" };
const DOES: Record<Part, string> = { whole: "move", from: "start", to: "end" };

interface Props {
  side: Side;
  stretch: Stretch;
  bins: Bins;
  place: { left: number; width: number };
  take(stretch: Stretch): void;
}

function Handle(props: Props & { part: Part; show(stretch: Stretch | null): void }) {
  const { side, stretch, bins, place, take, part, show } = props;
  const span = Math.max(1, bins.to - bins.from);
  const drag = (event: PointerEvent) => {
    const handle = event.currentTarget as HTMLElement;
    event.preventDefault();
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    const start = event.clientX;
    let now: Stretch = stretch;
    const move = (next: PointerEvent) => {
      now = moved(stretch, part, ((next.clientX - start) / Math.max(1, place.width)) * span, bins.step);
      show(now);
    };
    const end = () => {
      handle.removeEventListener("pointermove", move);
      show(null);
      if (now !== stretch) take(now);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", end, { once: true });
    handle.addEventListener("pointercancel", end, { once: true });
  };
  const keys = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 10 : 1;
    const by = event.key === "ArrowLeft" ? -step : event.key === "ArrowRight" ? step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    take(moved(stretch, part, by * bins.step, bins.step));
  };
  const { zone } = view.value;
  const at = part === "to" ? millis(stretch.to) : millis(stretch.from);
  return (
    <div
      className={`brush-${part}`}
      role="slider"
      tabIndex={0}
      aria-label={`${NAMES[side]}: ${DOES[part]}`}
      aria-valuemin={Math.min(bins.from, at)}
      aria-valuemax={Math.max(bins.to, at)}
      aria-valuenow={at}
      aria-valuetext={`${clockSeconds(millis(stretch.from), zone)} to ${clockSeconds(millis(stretch.to), zone)}, ${duration(lengthOf(stretch))}`}
      onPointerDown={drag}
      onKeyDown={keys}
    >
      {part === "whole" && NAMES[side]}
    </div>
  );
}

export function Brush(props: Props) {
  const { side, bins, place } = props;
  const dragged = useSignal<Stretch | null>(null);
  const stretch = dragged.value ?? props.stretch;
  const span = Math.max(1, bins.to - bins.from);
  const pixel = (iso: string) => Math.min(place.width, Math.max(0, ((millis(iso) - bins.from) / span) * place.width));
  const [left, right] = [pixel(stretch.from), pixel(stretch.to)];
  if (place.width === 0) return null;
  const show = (next: Stretch | null) => {
    dragged.value = next;
  };
  return (
    <div
      className={`brush of-${side}`}
      style={{ left: `${place.left + left}px`, width: `${Math.max(2, right - left)}px` }}
    >
      {(["whole", "from", "to"] as const).map((part) => (
        <Handle key={part} {...props} part={part} show={show} />
      ))}
    </div>
  );
}
