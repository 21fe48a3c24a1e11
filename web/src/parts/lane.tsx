// SPDX-License-Identifier: Apache-2.0
import type { Change } from "../api/types.ts";
import type { Bins } from "../islands/histogram/bins.ts";
import { type Placed, placeLabels } from "../islands/histogram/lane.ts";
import { zoom } from "../state/actions.ts";
import { full, millis } from "../state/instant.ts";
import { view } from "../state/location.ts";
import { ChangeShape } from "../widgets/changeshape.tsx";
import { plain } from "../widgets/plaintext.ts";

const CHAR = 5.9;
const MOST = 260;
const HALF = 5;

function wordsOf(change: Change): string {
  const label = change.label || change.id;
  return change.service && !label.includes(change.service) ? `${change.service} ${label}` : label;
}

function sourceOf({ inferred }: Change): string {
  return inferred ? `, inferred: ${plain(inferred.how, 80)}, ${plain(inferred.file, 80)}:${inferred.line}` : "";
}

function labelOf(group: readonly Change[]): string {
  const only = group[0];
  if (only && group.length === 1) return plain(wordsOf(only), 60);
  const kinds = new Set(group.map((change) => change.kind));
  return `${group.length} ${kinds.size === 1 ? `${only?.kind}s` : "changes"}`;
}

interface Choice {
  /** What a press does with the time of the changes, in milliseconds. */
  act(from: number, to: number): void;
  does: string;
}

const ZOOM: Choice = {
  act: (from, to) => zoom(from - 300_000, to + 300_000),
  does: "Zoom to five minutes around it",
};

function Label(props: { group: Change[]; placed: Placed; at: number; choice: Choice }) {
  const { group, placed, at, choice } = props;
  const first = group[0];
  if (!first) return null;
  const zone = view.value.zone;
  const all = group.map(
    (change) =>
      `${full(change.time, zone)} ${change.kind} ${plain(wordsOf(change), 120)}${change.by ? ` by ${plain(change.by, 40)}` : ""}${sourceOf(change)}`,
  );
  const [start, end] = [millis(first.time), millis(group.at(-1)?.time ?? first.time)];
  const side = placed.side === "left" ? "translateX(-100%)" : "none";
  const offset = placed.side === "left" ? HALF : -HALF;
  return (
    <button
      type="button"
      className={`mark ${placed.side} of-${group.length === 1 ? first.kind : "commit"}`}
      style={{ left: `${at + offset}px`, transform: side }}
      title={all.join("\n")}
      aria-label={`${labelOf(group)}: ${all.join("; ")}. ${choice.does}`}
      onClick={() => choice.act(start, end)}
    >
      <ChangeShape
        kind={group.length === 1 || placed.side === "right" ? (group.at(-1)?.kind ?? "commit") : first.kind}
      />
      <span className="label" style={{ maxWidth: `${placed.room}px` }}>
        {labelOf(group)}
      </span>
    </button>
  );
}

export function ChangeLane({
  changes,
  bins,
  place,
  choice = ZOOM,
}: {
  changes: readonly Change[];
  bins: Bins;
  place: { left: number; width: number };
  choice?: Choice;
}) {
  if (place.width === 0) return null;
  const shown = changes
    .filter((change) => millis(change.time) >= bins.from && millis(change.time) <= bins.to)
    .sort((a, b) => millis(a.time) - millis(b.time));
  const marks = shown.map((change) => ({
    x: ((millis(change.time) - bins.from) / Math.max(1, bins.to - bins.from)) * place.width,
    width: Math.min(MOST, plain(wordsOf(change), 60).length * CHAR),
  }));
  const labels = placeLabels(marks, place.width, CHAR * 11);
  return (
    <div className="lane" style={{ left: `${place.left}px`, width: `${place.width}px` }}>
      {labels.map((placed) => {
        const group = placed.marks.flatMap((index) => shown[index] ?? []);
        const hidden = placed.side === "right" ? placed.marks.slice(0, -1) : placed.marks.slice(1);
        return (
          <>
            {hidden.map((index) => (
              <span
                key={`shape ${index}`}
                className="mark"
                style={{ left: `${(marks[index]?.x ?? 0) - HALF}px` }}
                aria-hidden="true"
              >
                <ChangeShape kind={shown[index]?.kind ?? "commit"} />
              </span>
            ))}
            <Label key={`label ${placed.marks[0]}`} group={group} placed={placed} at={placed.x} choice={choice} />
          </>
        );
      })}
    </div>
  );
}
