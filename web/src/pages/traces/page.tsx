// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import type { UnitAnswer } from "../../api/tracetypes.ts";
import type { HowTo } from "../../app/pages.ts";
import { failed } from "../../islands/waterfall/tree.ts";
import { full } from "../../state/instant.ts";
import { status } from "../../state/investigation.ts";
import type { Scope } from "../../state/keys.ts";
import { go, move, pageView, view } from "../../state/location.ts";
import { counted, duration, grouped, plural, spanText } from "../../state/numbers.ts";
import { useKeys, useOffer } from "../../widgets/hooks.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped, plain } from "../../widgets/plaintext.ts";
import { Tabs } from "../../widgets/tabs.tsx";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { idOf } from "./build.ts";
import { Drawer, openEvents } from "./drawer.tsx";
import { barText, Gantt, TreeTable } from "./gantt.tsx";
import { List } from "./list.tsx";
import { pinOf } from "./pinnable.ts";
import { bounds, closed, onlyErrors, rows, selected, times, toggle, tree, unit, walk, window } from "./state.ts";

export const howTo: readonly HowTo[] = [
  {
    question: "How are lines of several services put together?",
    answer:
      "By values they share: a trace id, an order number, any id. Each bar says by which field its lines were joined; what was not followed, and why, stands under the picture.",
  },
  {
    question: "Why are some bars hollow?",
    answer:
      "They run from the first to the last line of a service or thread: nobody measured a span, so when the work really began and ended is not known.",
  },
  {
    question: "How do I see a part of the time?",
    answer: "Drag over the bars, or press + and −; 0 shows all again.",
  },
  {
    question: "What is corrected?",
    answer:
      "Where requests show that a host's clock is ahead or behind by more than chance allows, its lines are moved by that much. Take the box away to see times as they were read.",
  },
];

function hide(name: string, on: boolean): void {
  const { hidden } = view.peek();
  go({ hidden: on ? [...hidden, name] : hidden.filter((other) => other !== name) });
}

function zoomBy(factor: number): void {
  const whole = bounds.peek().length;
  const now = window.peek() ?? { from: 0, to: whole };
  const middle = (now.from + now.to) / 2;
  const half = Math.max(0.001, ((now.to - now.from) * factor) / 2);
  const next = { from: Math.max(0, middle - half), to: Math.min(whole, middle + half) };
  window.value = next.from <= 0 && next.to >= whole ? null : next;
}

function nextError(delta: number): void {
  const now = tree.peek();
  const all = rows.peek();
  if (!now) return;
  for (let at = all.indexOf(selected.peek()) + delta; at >= 0 && at < all.length; at += delta) {
    const bar = all[at] ?? 0;
    if (failed(now, bar)) {
      selected.value = bar;
      return;
    }
  }
}

const TRACES: Scope = {
  name: "traces",
  title: "Trace",
  keys: [
    { keys: ["/"], does: "find in the trace", hint: "find", act: () => focusFind() },
    { keys: ["j", "ArrowDown"], does: "next bar", hint: "next", act: () => walk(1) },
    { keys: ["k", "ArrowUp"], does: "bar before", act: () => walk(-1) },
    { keys: ["Enter"], does: "open or close the bar", act: () => selected.peek() >= 0 && toggle(selected.peek()) },
    { keys: ["e"], does: "next bar with an error", hint: "next error", act: () => nextError(1) },
    { keys: ["Shift+E"], does: "bar with an error before", act: () => nextError(-1) },
    {
      keys: ["i"],
      does: "open its lines in Investigate",
      hint: "lines",
      act: () => openEvents(unit.data.peek(), tree.peek()),
    },
    { keys: ["+"], does: "zoom in", act: () => zoomBy(0.5) },
    { keys: ["-", "z"], does: "zoom out", act: () => zoomBy(2) },
    {
      keys: ["0"],
      does: "all of the time",
      act: () => {
        window.value = null;
      },
    },
    { keys: ["v r"], does: "times since the start, or by the clock", act: nextTimes },
  ],
};

function focusFind(): void {
  (document.querySelector<HTMLElement>("#trace-find") ?? document.querySelector<HTMLElement>("#follow"))?.focus();
}

function nextTimes(): void {
  times.value = times.peek() === "relative" ? "clock" : "relative";
}

function headText(answer: UnitAnswer, zone: string): string {
  const traces = new Set(answer.events.flatMap(({ event }) => event.trace ?? [])).size;
  return [
    plural(answer.services.length, "service"),
    `${counted(answer.total)} events`,
    plural(traces, "trace"),
    ...(answer.start && answer.end ? [`${full(answer.start, zone)} → ${full(answer.end, zone).slice(11)}`] : []),
    spanText(answer.durationMs),
  ].join(" · ");
}

function Switches({ answer }: { answer: UnitAnswer }) {
  const { hidden, find, tab } = view.value;
  return (
    <div className="tr-switches">
      <input
        id="trace-find"
        className="field"
        type="search"
        aria-label="Find in the trace"
        aria-keyshortcuts="/"
        placeholder="Find in this trace"
        value={find ?? ""}
        onInput={(event) => move({ find: event.currentTarget.value || null })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={onlyErrors.value}
          onChange={(event) => hide("fine", event.currentTarget.checked)}
        />
        errors only
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={!hidden.includes("skew")}
          onChange={(event) => hide("skew", !event.currentTarget.checked)}
        />
        correct clocks
      </label>
      <button type="button" className="button small" aria-pressed={times.value === "clock"} onClick={nextTimes}>
        {times.value === "clock" ? "clock" : "relative"}
      </button>
      {window.value && (
        <button
          type="button"
          className="button small"
          onClick={() => {
            window.value = null;
          }}
        >
          All of the time <kbd aria-hidden="true">0</kbd>
        </button>
      )}
      <span className="push" />
      <Tabs
        label="Shown as"
        controls="trace-area"
        chosen={tab === "table" ? "table" : "bars"}
        choose={(id) => go({ tab: id === "table" ? "table" : null })}
        tabs={[
          { id: "bars", name: "Bars" },
          { id: "table", name: "Table" },
        ]}
      />
      {answer.view === "reconstructed" && <span className="sr-only">no spans</span>}
    </div>
  );
}

function offsetText(ms: number): string {
  return `${ms > 0 ? "+" : "−"}${duration(Math.abs(ms))}`;
}

function Clocks({ answer }: { answer: UnitAnswer }) {
  if (!answer.skew) return <span>times as read</span>;
  const known = answer.skew.clocks.filter(({ skew }) => skew !== null && Math.abs(skew.aheadMs) > 0);
  const sure = known.filter(({ skew }) => skew?.certain);
  const rest = known.length - sure.length;
  const all = answer.skew.clocks.map(
    ({ clock, skew, why }) =>
      `${clock.name}: ${skew ? `${offsetText(skew.aheadMs)} ± ${duration(skew.uncertaintyMs)}, ` : ""}${why}`,
  );
  return (
    <span title={plain(all.join("\n"), 2000)}>
      {sure.length === 0
        ? "clocks: none is off beyond doubt"
        : `clocks corrected: ${sure.map(({ clock, skew }) => `${plain(clock.name, 40)} ${offsetText(-(skew?.aheadMs ?? 0))}`).join(", ")}`}
      {rest > 0 &&
        ` (${rest} may be off, within ${duration(Math.max(...known.map(({ skew }) => skew?.uncertaintyMs ?? 0)))})`}
    </span>
  );
}

/** How the picture came about: joins, clocks, and what is missing. */
function Made({ answer }: { answer: UnitAnswer }) {
  return (
    <p className="tr-made">
      <span>
        joined by{" "}
        {answer.followed.slice(0, 4).map(({ name, value, hops, events }, at) => (
          <span key={`${name} ${value}`}>
            {at > 0 && ", "}
            <span className="mono">
              <Plain text={clipped(idOf(name, value), 48)} />
            </span>{" "}
            <span className="muted">
              ({hops === 0 ? "asked for" : `beside it, ${plural(hops, "step")} away`}, {plural(events, "event")})
            </span>
          </span>
        ))}
        {answer.followed.length > 4 && ` and ${answer.followed.length - 4} more values`}
      </span>
      <span>
        {answer.view === "spans"
          ? "bars are spans; hollow ones run from the first to the last line"
          : "no spans: bars run from the first to the last line, and stand in order by time only"}
      </span>
      <Clocks answer={answer} />
      {answer.stopped.length > 0 && (
        <span
          title={plain(
            answer.stopped.map(({ name, value, reason }) => `${idOf(name, value)}: ${reason}`).join("\n"),
            2000,
          )}
        >
          not followed:{" "}
          <Plain text={clipped(idOf(answer.stopped[0]?.name ?? null, answer.stopped[0]?.value ?? ""), 40)} /> (
          <Plain text={clipped(answer.stopped[0]?.reason ?? "", 80)} />)
          {answer.stopped.length > 1 && ` and ${answer.stopped.length - 1} more`}
        </span>
      )}
      {answer.left > 0 && (
        <span className="sampled">{plural(answer.left, "event")} are not drawn: the unit is too large</span>
      )}
      {!answer.complete && <span className="sampled">so far: {answer.reason}</span>}
    </p>
  );
}

function Unit() {
  const { zone, tab } = view.value;
  const answer = unit.data.value;
  const error = unit.error.value;
  const now = tree.value;
  if (error) return <Trouble what="Nothing can be followed." error={error} retry={unit.retry} />;
  if (!answer || !now) return <p className="note">following…</p>;
  if (answer.events.length === 0) {
    return (
      <div className="list-state">
        <h2>No event has this value</h2>
        <p>
          Nothing names <span className="mono">{plain(idOf(answer.key, answer.value), 200)}</span>
          {view.value.from || view.value.to ? " in the chosen time" : ""}.
        </p>
        <To className="button" view={pageView("traces", { from: null, to: null })}>
          Ids that can be followed
        </To>
        {answer.key && (
          <To className="button" view={pageView("traces", { id: answer.value, q: "", from: null, to: null })}>
            Look for the value anywhere
          </To>
        )}
      </div>
    );
  }
  const sentence = `${idOf(answer.key, answer.value)}: ${headText(answer, zone)}`;
  return (
    <>
      <p className="tr-head">
        <strong className="mono">{plain(idOf(answer.key, answer.value), 120)}</strong> · {headText(answer, zone)}
      </p>
      <Switches answer={answer} />
      <div
        className="tr-area"
        id="trace-area"
        role="tabpanel"
        aria-labelledby={`trace-area-${tab === "table" ? "table" : "bars"}`}
      >
        {tab === "table" ? <TreeTable tree={now} /> : <Gantt tree={now} sentence={plain(sentence, 300)} />}
      </div>
      <Made answer={answer} />
      <Drawer answer={answer} tree={now} />
    </>
  );
}

export function Foot() {
  const now = tree.value;
  const at = rows.value.indexOf(selected.value);
  if (view.value.id === null || !now || now.size === 0) return null;
  return (
    <>
      <span>
        Bar {grouped(at + 1)} of {grouped(rows.value.length)}
        {closed.value.includes(1) ? `, ${grouped(now.size)} with the closed ones` : ""}
      </span>
      <span role="status">{selected.value >= 0 && selected.value < now.size ? barText(now, selected.value) : ""}</span>
    </>
  );
}

export function Page() {
  useKeys(TRACES);
  useOffer(() => (view.value.id === null ? null : pinOf(unit.data.value, null)));
  useSignalEffect(() => {
    document.title = [view.value.id ?? "Traces", status.data.value?.title, "Clew"].filter(Boolean).join(" · ");
  });
  return (
    <main className="tr-page" data-keys="traces" aria-busy={unit.loading.value}>
      {view.value.id === null ? <List /> : <Unit />}
    </main>
  );
}
