// SPDX-License-Identifier: Apache-2.0
// The time that is compared with, chosen or typed.
import { useState } from "preact/hooks";
import { dateAndClock, isoOf, millis } from "../state/instant.ts";
import { go, view } from "../state/location.ts";
import { duration } from "../state/numbers.ts";
import { lengthOf, type Stretch } from "../state/rates.ts";
import { parseTime } from "../state/timetext.ts";
import { timeContext } from "../state/timing.ts";
import { baselineOf, PRESETS, presetOf } from "../state/windows.ts";

/** "14:12:30 → 14:27:30", with the day where it is not that of the other end. */
export function stretchText({ from, to }: Stretch, zone: string): string {
  const [start, end] = [dateAndClock(millis(from), zone), dateAndClock(millis(to), zone)];
  return start.slice(0, 10) === end.slice(0, 10) ? `${start} → ${end.slice(11)}` : `${start} → ${end}`;
}

/** A stretch of time as a text that can be typed over; Enter takes it. */
export function StretchField(props: { label: string; stretch: Stretch; take: (stretch: Stretch) => void }) {
  const { zone } = view.value;
  const shown = stretchText(props.stretch, zone);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = () => {
    if (text === null || text === shown) return setText(null);
    const answer = parseTime(text, { ...timeContext(), day: millis(props.stretch.from) });
    if ("problem" in answer) return setProblem(answer.problem);
    if (answer.from === null || answer.to === null) return setProblem("both ends are needed");
    setProblem(null);
    setText(null);
    props.take({ from: isoOf(answer.from), to: isoOf(answer.to) });
  };
  return (
    <span className="stretch-field">
      <input
        className="field mono"
        aria-label={`${props.label}, in ${zone}`}
        aria-invalid={problem !== null}
        size={Math.max(30, (text ?? shown).length)}
        value={text ?? shown}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
          if (event.key === "Escape") {
            setText(null);
            setProblem(null);
          }
        }}
      />
      <span className="muted">{duration(lengthOf(props.stretch))}</span>
      {problem && (
        <span className="bad" role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}

/** Chooses the baseline: as long just before, the same time of another day, or a typed one. */
export function BaselineBox({ problem, baseline }: { problem: Stretch; baseline: Stretch }) {
  const chosen = presetOf(problem, baseline);
  return (
    <span className="baseline-box">
      <StretchField
        label="Compared with"
        stretch={baseline}
        take={({ from, to }) => go({ baseFrom: from, baseTo: to })}
      />
      {PRESETS.map(({ id, name }) => {
        const { from, to } = baselineOf(problem, id);
        return (
          <button
            key={id}
            type="button"
            className="button small"
            aria-pressed={chosen === id}
            onClick={() => go({ baseFrom: id === "before" ? null : from, baseTo: id === "before" ? null : to })}
          >
            {name}
          </button>
        );
      })}
    </span>
  );
}
