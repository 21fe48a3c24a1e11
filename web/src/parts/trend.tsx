// SPDX-License-Identifier: Apache-2.0
// Small charts that stand under each other and share one axis: the baseline, then the time it is compared with.
import type { Change, ChangeKind } from "../api/types.ts";
import { millis } from "../state/instant.ts";
import { lengthOf, type Stretch } from "../state/rates.ts";
import { ChangeShape } from "../widgets/changeshape.tsx";

/** What all rows have in common; places run from 0 to 1. */
export interface Axis {
  now: Stretch;
  baseline: Stretch | null;
  /** Width of a step as a share of the axis. */
  step: number;
  /** Where the baseline ends. */
  border: number;
  marks: { at: number; kind: ChangeKind; label: string }[];
}

const LEAST = 0.14;

function placeOf(ms: number, now: Stretch, baseline: Stretch | null, border: number): number | null {
  if (ms >= millis(now.from) && ms < millis(now.to)) {
    return border + ((ms - millis(now.from)) / Math.max(1, lengthOf(now))) * (1 - border);
  }
  if (baseline && ms >= millis(baseline.from) && ms < millis(baseline.to)) {
    return ((ms - millis(baseline.from)) / Math.max(1, lengthOf(baseline))) * border;
  }
  return null;
}

export function axisOf(now: Stretch, baseline: Stretch | null, stepMs: number, changes: readonly Change[]): Axis {
  const before = baseline ? lengthOf(baseline) : 0;
  const whole = Math.max(1, before + lengthOf(now));
  const border = before / whole;
  const marks = changes.flatMap(({ time, kind, label, service }) => {
    const at = kind === "commit" ? null : placeOf(millis(time), now, baseline, border);
    return at === null ? [] : [{ at, kind, label: `${service ? `${service}: ` : ""}${label}` }];
  });
  return { now, baseline, step: stepMs / whole, border, marks };
}

function bars(counts: readonly number[], start: number, step: number, most: number): string {
  return counts
    .map((count, index) => {
      if (count === 0) return "";
      const left = start + index * step;
      const height = Math.max(LEAST, count / most);
      return `M${left.toFixed(4)} 1V${(1 - height).toFixed(3)}H${(left + step * 0.85).toFixed(4)}V1z`;
    })
    .join("");
}

/** How a pattern went: the baseline pale, the problem in the colour of its level, changes as lines. */
export function Trend(props: { axis: Axis; now: readonly number[]; before: readonly number[]; level: string | null }) {
  const { axis, now, before, level } = props;
  const most = Math.max(1, ...now, ...before);
  return (
    <svg className="trend" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" data-level={level ?? "none"}>
      {axis.border > 0 && <path className="border" d={`M${axis.border} 0V1`} />}
      {axis.marks.map(({ at, kind }) => (
        <path key={`${at} ${kind}`} className={`of-${kind}`} d={`M${at.toFixed(4)} 0V1`} />
      ))}
      <path className="was" d={bars(before, axis.border - before.length * axis.step, axis.step, most)} />
      <path className="is" d={bars(now, axis.border, axis.step, most)} />
    </svg>
  );
}

/** The head of the column: where the border lies, and the marks by their shapes. */
export function TrendHead({ axis }: { axis: Axis }) {
  const said = axis.marks.map(({ label }) => label).join("; ");
  return (
    <span className="trend-head" title={said}>
      {axis.border > 0.2 && <span className="side">before</span>}
      {axis.marks.map(({ at, kind }) => (
        <ShapeMark key={`${at} ${kind}`} kind={kind} at={at} />
      ))}
      <span className="sr-only">
        trend{axis.marks.length > 0 ? `, with ${axis.marks.length} changes: ${said}` : ""}
      </span>
    </span>
  );
}

function ShapeMark({ kind, at }: { kind: ChangeKind; at: number }) {
  return (
    <span className="trend-mark" style={{ left: `${at * 100}%` }}>
      <ChangeShape kind={kind} />
    </span>
  );
}
