// SPDX-License-Identifier: Apache-2.0
import { type Bins, STACK } from "../islands/histogram/bins.ts";
import { clockSeconds } from "../state/instant.ts";
import { view } from "../state/location.ts";
import { duration, grouped } from "../state/numbers.ts";

/** Exact counts of one bin, or of the bins from `from` to `bin`. */
export function Tip({ bins, bin, from = bin, left }: { bins: Bins; bin: number; from?: number; left: number }) {
  const { zone } = view.value;
  const [first, last] = [Math.min(from, bin), Math.max(from, bin)];
  const sum = (counts: readonly number[]) => counts.slice(first, last + 1).reduce((all, count) => all + count, 0);
  const start = bins.starts[first] ?? bins.from;
  const end = (bins.starts[last] ?? bins.from) + bins.step;
  const total = sum(bins.totals);
  const half = (bins.starts.length - 1) / 2;
  const shift = bin > half ? "translateX(calc(-100% - var(--s3)))" : "translateX(var(--s3))";
  return (
    <div className="tip" style={{ left: `${left}px`, transform: shift }}>
      <span className="mono">
        {clockSeconds(start, zone)} → {clockSeconds(end, zone)}
      </span>{" "}
      <span className="muted">{duration(end - start)}</span>
      <dl>
        {STACK.filter((level) => sum(bins.counts[level]) > 0).map((level) => (
          <>
            <dt key={`${level}-name`} className="level" data-level={level}>
              {level === "unspecified" ? "no level" : level.toUpperCase()}
            </dt>
            <dd key={level} className="mono">
              {grouped(sum(bins.counts[level]))}
            </dd>
          </>
        ))}
        <dt>all</dt>
        <dd className="mono">{grouped(total)}</dd>
      </dl>
    </div>
  );
}
