// SPDX-License-Identifier: Apache-2.0
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Histogram, type HistogramModel, mountHistogram } from "../../islands/histogram/histogram.ts";
import { ChangeLane } from "../../parts/lane.tsx";
import { Tip } from "../../parts/tip.tsx";
import { isoOf } from "../../state/instant.ts";
import { go, view } from "../../state/location.ts";
import { lengthOf, type Stretch } from "../../state/rates.ts";
import { painted } from "../../state/theme.ts";
import { baselineOf, presetOf } from "../../state/windows.ts";
import { Trouble } from "../../widgets/trouble.tsx";
import { Brush } from "./brushes.tsx";
import { bins, histogram, type Windows } from "./state.ts";

/** Another problem; a baseline that was just before it stays just before it. */
export function takeProblem({ from, to }: Stretch): void {
  go({ from, to });
}

export function takeBaseline(problem: Stretch, baseline: Stretch): void {
  const before = presetOf(problem, baseline) === "before";
  // The problem is written too: it may be the usual one, which a link must not leave open.
  go({ ...problem, baseFrom: before ? null : baseline.from, baseTo: before ? null : baseline.to });
}

/** Compares the time after a change with the time before it, as long as the problem was. */
function split(windows: Windows, at: number): void {
  const length = lengthOf(windows.problem);
  const problem = { from: isoOf(at), to: isoOf(at + length) };
  takeBaseline(problem, baselineOf(problem, "before"));
}

/** Both windows on one histogram: a drag is another B, with Shift another A. */
export function Chart({ windows }: { windows: Windows }) {
  const host = useRef<HTMLDivElement>(null);
  const island = useRef<Histogram | null>(null);
  const shift = useRef(false);
  const hovered = useSignal<{ bin: number; left: number }>({ bin: -1, left: 0 });
  const place = useSignal({ left: 0, width: 0 });
  const now = bins.value;
  const changes = histogram.data.value?.changes ?? [];
  const { problem, baseline } = windows;
  const model: HistogramModel | null = now && {
    bins: now,
    changes,
    zone: view.value.zone,
    held: null,
    unscanned: null,
    at: null,
    painted: painted.value,
    zoom: (from, to) => {
      const stretch = { from: isoOf(Math.floor(from)), to: isoOf(Math.ceil(to)) };
      if (shift.current) takeBaseline(problem, stretch);
      else takeProblem(stretch);
    },
    hover: (bin, left) => {
      hovered.value = { bin, left };
    },
    placed: (left, width) => {
      if (place.peek().left !== left || place.peek().width !== width) place.value = { left, width };
    },
  };
  useEffect(() => {
    if (!model || !host.current) return;
    if (island.current) island.current.update(model);
    else island.current = mountHistogram(host.current, model);
  });
  useEffect(
    () => () => {
      island.current?.destroy();
      island.current = null;
    },
    [],
  );
  const error = histogram.error.value;
  return (
    <div className="chart cp-chart">
      {now && (
        <ChangeLane
          changes={changes}
          bins={now}
          place={place.value}
          choice={{ act: (at) => split(windows, at), does: "Compare the time after it with the time before" }}
        />
      )}
      <div
        className="chart-host"
        ref={host}
        aria-hidden="true"
        onPointerDownCapture={(event) => {
          shift.current = event.shiftKey;
        }}
      />
      {now && (
        <>
          <Brush
            side="A"
            stretch={baseline}
            bins={now}
            place={place.value}
            take={(stretch) => takeBaseline(problem, stretch)}
          />
          <Brush side="B" stretch={problem} bins={now} place={place.value} take={takeProblem} />
          {hovered.value.bin >= 0 && <Tip bins={now} bin={hovered.value.bin} left={hovered.value.left} />}
        </>
      )}
      {error && !now && <Trouble what="No histogram." error={error} retry={histogram.retry} />}
    </div>
  );
}
