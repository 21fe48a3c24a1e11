// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { around, shownRange, timeOpen, wholeStore, zoomOut } from "../state/actions.ts";
import { dateAndClock, isoOf, offsetLabel } from "../state/instant.ts";
import { histogram, selectedEvent, status } from "../state/investigation.ts";
import { go, view } from "../state/location.ts";
import { parseTime } from "../state/timetext.ts";
import { timeContext } from "../state/timing.ts";
import { Icon } from "../widgets/icon.tsx";

const PRESETS: [string, string][] = [
  ["last 15m", "last 15 min"],
  ["last 1h", "last hour"],
  ["last 6h", "last 6 h"],
  ["last 1d", "last day"],
];

function rangeLabel(): string {
  const { from, to, zone } = view.value;
  histogram.data.value; // the label follows the answer as well as the view
  status.data.value;
  const range = shownRange();
  if (!range) return "whole store";
  const start = dateAndClock(range.from, zone);
  const end = dateAndClock(range.to, zone);
  const label = start.slice(0, 10) === end.slice(0, 10) ? `${start} → ${end.slice(11)}` : `${start} → ${end}`;
  return from || to ? label : `whole store: ${label}`;
}

function apply(text: string): string | null {
  const answer = parseTime(text, timeContext());
  if ("problem" in answer) return answer.problem;
  go({
    from: answer.from === null ? null : isoOf(answer.from),
    to: answer.to === null ? null : isoOf(answer.to),
  });
  timeOpen.value = false;
  return null;
}

function Menu() {
  const { zone } = view.value;
  const range = shownRange();
  const first = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [from, setFrom] = useState(range ? dateAndClock(range.from, zone) : "");
  const [to, setTo] = useState(range ? dateAndClock(range.to, zone) : "");
  const [problem, setProblem] = useState<string | null>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    setProblem(apply(text.trim() ? text : `${from} → ${to}`));
  };
  return (
    <div className="timemenu" role="dialog" aria-label="Time range">
      <form onSubmit={submit}>
        <label>
          In words
          <input
            ref={first}
            className="field"
            placeholder="14:00-14:30 · around 14:12:31 ±5m · last 15m"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div className="pair">
          <label>
            From ({range ? offsetLabel(range.from, zone) : zone})
            <input className="field" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
          </label>
          <label>
            Until ({range ? offsetLabel(range.to, zone) : zone})
            <input className="field" value={to} onInput={(event) => setTo(event.currentTarget.value)} />
          </label>
        </div>
        {problem && (
          <p className="bad" role="alert">
            {problem}
          </p>
        )}
        <div className="presets">
          <button type="submit" className="button primary">
            Show
          </button>
          <button type="button" className="button" onClick={wholeStore}>
            Whole store
          </button>
        </div>
      </form>
      <div className="presets">
        {PRESETS.map(([typed, name]) => (
          <button key={typed} type="button" className="button small" onClick={() => setProblem(apply(typed))}>
            {name} of the logs
          </button>
        ))}
        {selectedEvent.value && (
          <button type="button" className="button small" onClick={() => around(300_000)}>
            5 min around the row
          </button>
        )}
      </div>
    </div>
  );
}

export function TimeBox() {
  const box = useRef<HTMLDivElement>(null);
  const isOpen = timeOpen.value;
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) timeOpen.value = false;
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [isOpen]);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !timeOpen.peek()) return;
    event.preventDefault();
    event.stopPropagation();
    timeOpen.value = false;
    box.current?.querySelector("button")?.focus();
  };
  const { from, to } = view.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from the controls inside
    <div className="timebox query-line" ref={box} onKeyDown={keys}>
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-keyshortcuts="t"
        onClick={() => (timeOpen.value = !isOpen)}
      >
        <Icon name="clock" />
        {rangeLabel()} <kbd aria-hidden="true">T</kbd>
      </button>
      <button
        type="button"
        className="button"
        aria-label="Zoom out"
        title="Zoom out (Z)"
        aria-keyshortcuts="z"
        disabled={!from && !to}
        onClick={zoomOut}
      >
        <Icon name="out" />
      </button>
      {isOpen && <Menu />}
    </div>
  );
}
