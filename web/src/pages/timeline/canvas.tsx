// SPDX-License-Identifier: Apache-2.0
import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { cellAt, STACK } from "../../islands/timeline/cells.ts";
import type { TimelineActs } from "../../islands/timeline/model.ts";
import { mountTimeline, type TimelineIsland } from "../../islands/timeline/timeline.ts";
import { clockSeconds } from "../../state/instant.ts";
import { duration, grouped } from "../../state/numbers.ts";
import { activeLane, lanes, marks, pointAt, select, slide, timeline, zoomBy } from "../../state/timeline.ts";
import { plain } from "../../widgets/plaintext.ts";
import { cells, HEAD, pictureModel, scrolled, size, zone } from "./picture.ts";
import { finding } from "./words.ts";

interface Hovered {
  lane: number;
  ms: number;
  x: number;
  y: number;
}

/** Exact counts of the cell under the pointer. */
function CellTip({ lane, ms, x, y }: Hovered) {
  const now = cells.value;
  const info = lanes.value[lane];
  const cell = now ? cellAt(now, ms) : -1;
  if (!now || !info?.lane || cell < 0) return null;
  const at = lane * now.size + cell;
  const start = now.start + cell * now.step;
  const left = x > size.value.width / 2;
  const low = y > size.value.height - 150;
  return (
    <div
      className="tip tl-tip"
      style={{
        left: `${x}px`,
        top: `${y}px`,
        transform: `translate(${left ? "calc(-100% - var(--s3))" : "var(--s3)"}, ${low ? "-100%" : "var(--s2)"})`,
      }}
    >
      <strong>{plain(info.key, 60)}</strong>{" "}
      <span className="mono">
        {clockSeconds(start, zone.value)} → {clockSeconds(start + now.step, zone.value)}
      </span>{" "}
      <span className="muted">{duration(now.step)}</span>
      <dl>
        {STACK.map((level, depth) => {
          const count = now.counts[at * STACK.length + depth] ?? 0;
          return count > 0 ? (
            <>
              <dt key={`${level}-name`} className="level" data-level={level}>
                {level === "unspecified" ? "no level" : level.toUpperCase()}
              </dt>
              <dd key={level} className="mono">
                {grouped(count)}
              </dd>
            </>
          ) : null;
        })}
        <dt>all</dt>
        <dd className="mono">{grouped(now.totals[at] ?? 0)}</dd>
      </dl>
    </div>
  );
}

export function Canvas({ scroll }: { scroll: (dy: number) => void }) {
  const host = useRef<HTMLDivElement>(null);
  const island = useRef<TimelineIsland | null>(null);
  const hovered = useSignal<Hovered | null>(null);
  const act: TimelineActs = useMemo(
    () => ({
      hover: (lane, ms, x, y) => {
        hovered.value = lane < 0 ? null : { lane, ms, x, y };
      },
      point: (lane, ms) => {
        pointAt(ms);
        const key = lanes.peek()[lane]?.key;
        if (key !== undefined) activeLane.value = key;
      },
      select: (range, first, last) => {
        const keys = first < 0 ? undefined : lanes.peek().slice(first, last + 1);
        select(
          range,
          keys?.map(({ key }) => key),
        );
        pointAt(range.from);
      },
      slide,
      scroll,
      back: () => zoomBy(2),
      resized: (width, height) => {
        size.value = { width, height };
      },
    }),
    [],
  );
  useSignalEffect(() => {
    const model = pictureModel(act);
    if (!model || !host.current) return;
    if (island.current) island.current.update(model);
    else island.current = mountTimeline(host.current, model);
  });
  useEffect(
    () => () => {
      island.current?.destroy();
      island.current = null;
    },
    [],
  );
  const answer = timeline.data.value;
  return (
    <>
      <div
        className="tl-host"
        ref={host}
        role="img"
        aria-label={answer ? finding(answer, lanes.value, marks.value, zone.value) : "Timeline"}
        data-head={HEAD}
        data-scrolled={scrolled.value}
      />
      {hovered.value && <CellTip {...hovered.value} />}
    </>
  );
}
