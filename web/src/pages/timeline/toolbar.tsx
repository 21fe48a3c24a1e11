// SPDX-License-Identifier: Apache-2.0
// What is shown, in which order, and what can be done with it.
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { go } from "../../state/location.ts";
import { ORDER_NAMES, ORDERS } from "../../state/timelanes.ts";
import {
  allMarks,
  asTable,
  hides,
  lanes,
  order,
  selection,
  showAll,
  shown,
  showRange,
  skews,
  timeline,
  toggle,
  zoomBy,
} from "../../state/timeline.ts";
import { GROUP_NAMES, type MarkGroup } from "../../state/timemarks.ts";
import { Icon } from "../../widgets/icon.tsx";
import { keepsNotes, openNote } from "./noteform.tsx";
import { exportsOf } from "./saving.ts";

const ALWAYS: readonly MarkGroup[] = ["deploys", "config", "commits"];
export const exportOpen = signal(false);

function Box({ word, name, count }: { word: string; name: string; count?: number | undefined }) {
  return (
    <label className="tl-box">
      <input type="checkbox" checked={!hides(word)} onChange={() => toggle(word)} />
      {name}
      {count !== undefined && <span className="muted">{count}</span>}
    </label>
  );
}

function Boxes() {
  const counts = new Map<MarkGroup, number>();
  for (const { group } of allMarks.value) counts.set(group, (counts.get(group) ?? 0) + 1);
  const groups = (Object.keys(GROUP_NAMES) as MarkGroup[]).filter(
    (group) => ALWAYS.includes(group) || counts.has(group),
  );
  const answer = timeline.data.value;
  const bursts = answer?.lanes.reduce((sum, lane) => sum + lane.bursts.length, 0);
  const certain = skews.data.value?.clocks.some(({ skew }) => skew?.certain);
  return (
    <fieldset className="tl-boxes">
      <legend className="unseen">Show</legend>
      <Box word="bursts" name="Bursts" count={bursts} />
      {groups.map((group) => (
        <Box key={group} word={group} name={GROUP_NAMES[group]} count={counts.get(group) ?? 0} />
      ))}
      {answer?.lanes.some((lane) => lane.versions.length > 0) && <Box word="versions" name="Versions" />}
      {(answer?.without.length ?? 0) > 0 && <Box word="empty" name="Empty lanes" count={answer?.without.length} />}
      {(certain || hides("skew")) && (
        <label className="tl-box" title="Times by what is known of the hosts' clocks, or as they printed them">
          <input type="checkbox" checked={hides("skew")} onChange={() => toggle("skew")} />
          Correct clocks
        </label>
      )}
    </fieldset>
  );
}

function Exports() {
  const box = useRef<HTMLDivElement>(null);
  const isOpen = exportOpen.value;
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) exportOpen.value = false;
    };
    document.addEventListener("pointerdown", outside);
    box.current?.querySelector<HTMLElement>("[data-export]")?.focus();
    return () => document.removeEventListener("pointerdown", outside);
  }, [isOpen]);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    exportOpen.value = false;
    box.current?.querySelector("button")?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from the controls inside
    <div className="tl-export" ref={box} onKeyDown={keys}>
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        disabled={!timeline.data.value}
        onClick={() => (exportOpen.value = !isOpen)}
      >
        <Icon name="save" />
        Export
      </button>
      {isOpen && (
        <div className="tl-menu">
          {exportsOf().map(({ name, says, save }) => (
            <button
              key={name}
              type="button"
              className="button"
              data-export={name}
              onClick={() => {
                save();
                exportOpen.value = false;
                box.current?.querySelector("button")?.focus();
              }}
            >
              <strong>{name}</strong> <span className="muted">{says}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

export function Toolbar() {
  const range = selection.value;
  const { from, to, lanes: chosen } = shown.value;
  return (
    <div className="tl-bar">
      <button
        type="button"
        className="button"
        aria-label="Zoom in"
        title="Zoom in (W)"
        aria-keyshortcuts="w"
        onClick={() => zoomBy(0.5)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        className="button"
        aria-label="Zoom out"
        title="Zoom out (S)"
        aria-keyshortcuts="s"
        onClick={() => zoomBy(2)}
      >
        <Icon name="minus" />
      </button>
      <button type="button" className="button" aria-keyshortcuts="0" disabled={!from && !to} onClick={showAll}>
        <Icon name="fit" />
        All <kbd aria-hidden="true">0</kbd>
      </button>
      {range && (
        <button type="button" className="button" aria-keyshortcuts="z" onClick={() => showRange(range.from, range.to)}>
          Fit range <kbd aria-hidden="true">Z</kbd>
        </button>
      )}
      {chosen.length > 0 && (
        <button type="button" className="button" onClick={() => go({ lanes: [] })}>
          {chosen.length} of {lanes.value.length} lanes <Icon name="close" />
        </button>
      )}
      <Boxes />
      <span className="push" />
      <label className="tl-order">
        <span className="muted">Order</span>
        <select
          className="select"
          value={order.value}
          onChange={(event) => {
            const sort = event.currentTarget.value;
            go({ sort: sort === ORDERS[0] ? null : sort, ...(sort === "hand" ? {} : { rows: [] }) });
          }}
        >
          {ORDERS.map((name) => (
            <option key={name} value={name}>
              {ORDER_NAMES[name]}
            </option>
          ))}
        </select>
      </label>
      {keepsNotes.value && (
        <button type="button" className="button" aria-keyshortcuts="n" onClick={() => openNote()}>
          <Icon name="note" />
          Add note <kbd aria-hidden="true">N</kbd>
        </button>
      )}
      <button
        type="button"
        className="button"
        aria-pressed={asTable.value}
        aria-keyshortcuts="v c"
        onClick={() => toggle("chart")}
      >
        <Icon name="table" />
        Table
      </button>
      <Exports />
    </div>
  );
}
