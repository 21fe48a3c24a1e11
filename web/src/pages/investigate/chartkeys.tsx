// SPDX-License-Identifier: Apache-2.0
import type { Signal } from "@preact/signals";
import type { Change } from "../../api/types.ts";
import type { Bins } from "../../islands/histogram/bins.ts";
import { zoom } from "../../state/actions.ts";
import { clockSeconds, dateAndClock, isoOf } from "../../state/instant.ts";
import { goTo, view } from "../../state/location.ts";
import { duration, grouped, plural } from "../../state/numbers.ts";
import { singleKeys } from "../../state/preferences.ts";

type Held = Signal<[number, number] | null>;

function bad(bins: Bins, index: number): number {
  return (bins.counts.error[index] ?? 0) + (bins.counts.fatal[index] ?? 0);
}

/** The finding of the picture in a sentence. */
function sentence(bins: Bins, changes: readonly Change[], zone: string): string {
  let worst = 0;
  bins.starts.forEach((_, index) => {
    if (bad(bins, index) > bad(bins, worst)) worst = index;
  });
  const most = bad(bins, worst);
  const start = bins.starts[worst] ?? bins.from;
  const errors = most > 0 ? `most errors, ${grouped(most)}, at ${clockSeconds(start, zone)}` : "no errors";
  const span = `${dateAndClock(bins.from, zone)} to ${dateAndClock(bins.to, zone)}`;
  return `Events per ${duration(bins.step)}, ${span}: ${errors}; ${plural(changes.length, "change")}`;
}

/** The keyboard's way to brush: arrows move, Shift and arrows extend, Enter zooms, C compares with before. */
export function ChartKeys({ bins, held, changes }: { bins: Bins; held: Held; changes: readonly Change[] }) {
  const { zone } = view.value;
  const last = bins.starts.length - 1;
  const keys = (event: KeyboardEvent) => {
    const [anchor, head] = held.peek() ?? [0, 0];
    const delta = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10, Home: -last, End: last }[event.key];
    if (delta !== undefined) {
      const next = Math.min(last, Math.max(0, head + delta));
      held.value = event.shiftKey ? [anchor, next] : [next, next];
    } else if (event.key === "Enter" && held.peek()) {
      const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
      held.value = null;
      zoom(bins.starts[from] ?? bins.from, (bins.starts[to] ?? bins.from) + bins.step);
    } else if (
      /^[cm]$/i.test(event.key) &&
      held.peek() &&
      !event.ctrlKey &&
      !event.metaKey &&
      singleKeys.peek() === "on"
    ) {
      const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
      const end = (bins.starts[to] ?? bins.from) + bins.step;
      goTo("compare", { from: isoOf(bins.starts[from] ?? bins.from), to: isoOf(end) });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const at = Math.min(last, held.value?.[1] ?? 0);
  const count = bins.totals[at] ?? 0;
  const value = `${clockSeconds(bins.starts[at] ?? 0, zone)}: ${plural(count, "event")}, ${plural(bad(bins, at), "error")}`;
  return (
    <div
      className="chart-keys"
      role="slider"
      tabIndex={0}
      aria-label={sentence(bins, changes, zone)}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={value}
      onKeyDown={keys}
      onFocus={() => {
        held.value ??= [Math.floor(last / 2), Math.floor(last / 2)];
      }}
      onBlur={() => {
        held.value = null;
      }}
    />
  );
}
