// SPDX-License-Identifier: Apache-2.0
import { computed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { binsOf } from "../../islands/histogram/bins.ts";
import { type Histogram, type HistogramModel, mountHistogram } from "../../islands/histogram/histogram.ts";
import { ChangeLane } from "../../parts/lane.tsx";
import { Tip } from "../../parts/tip.tsx";
import { zoom } from "../../state/actions.ts";
import { millis } from "../../state/instant.ts";
import { histogram, listing, selectedEvent } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { painted } from "../../state/theme.ts";
import { Trouble } from "../../widgets/trouble.tsx";
import { ChartKeys } from "./chartkeys.tsx";

/** The histogram the page shows, as bins. */
export const bins = computed(() => (histogram.data.value ? binsOf(histogram.data.value) : null));

export function Chart() {
  const host = useRef<HTMLDivElement>(null);
  const island = useRef<Histogram | null>(null);
  const held = useSignal<[number, number] | null>(null);
  const hovered = useSignal<{ bin: number; left: number }>({ bin: -1, left: 0 });
  const place = useSignal({ left: 0, width: 0 });
  const now = bins.value;
  const changes = histogram.data.value?.changes ?? [];
  const unscanned = listing.unscanned.value;

  const model: HistogramModel | null = now && {
    bins: now,
    changes,
    zone: view.value.zone,
    held: held.value,
    unscanned: unscanned && { from: millis(unscanned.from), to: millis(unscanned.to) },
    at: selectedEvent.value ? millis(selectedEvent.value.time) : null,
    painted: painted.value,
    zoom,
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
    <div className="chart">
      {now && <ChangeLane changes={changes} bins={now} place={place.value} />}
      <div className="chart-host" ref={host} aria-hidden="true" />
      {now && <ChartKeys bins={now} held={held} changes={changes} />}
      {now && hovered.value.bin >= 0 && <Tip bins={now} bin={hovered.value.bin} left={hovered.value.left} />}
      {now && held.value && <Tip bins={now} bin={held.value[1]} from={held.value[0]} left={place.value.left} />}
      {error && !now && <Trouble what="No histogram." error={error} retry={histogram.retry} />}
    </div>
  );
}
