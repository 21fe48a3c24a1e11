// SPDX-License-Identifier: Apache-2.0
import { timeOpen } from "../../state/actions.ts";
import type { Scope } from "../../state/keys.ts";
import { go, view } from "../../state/location.ts";
import { stepRow } from "../../state/timedrawer.ts";
import {
  activeLane,
  centre,
  markRange,
  moveLane,
  pan,
  rangeStart,
  select,
  selection,
  showAll,
  showRange,
  toggle,
  toggleLane,
  walkMarks,
  zoomBy,
} from "../../state/timeline.ts";
import { card } from "./card.tsx";
import { openNote } from "./noteform.tsx";
import { openLogs } from "./openlogs.ts";
import { exportOpen } from "./toolbar.tsx";

const PAN = 0.2;
const ZOOM = 0.6;

function zoomToRange(): void {
  const range = selection.peek();
  if (range) showRange(range.from, range.to);
  else zoomBy(2);
}

function close(): void {
  if (timeOpen.peek()) timeOpen.value = false;
  else if (card.peek()) card.value = null;
  else if (exportOpen.peek()) exportOpen.value = false;
  else if (rangeStart.peek() !== null) rangeStart.value = null;
  else if (document.activeElement?.closest(".tl-drawer")) document.querySelector<HTMLElement>(".tl-cursor")?.focus();
  else if (view.peek().selected) select(null);
  else if (view.peek().lanes.length > 0) go({ lanes: [] });
}

function checkLane(): void {
  const key = activeLane.peek();
  if (key !== null) toggleLane(key);
}

function shiftLane(delta: 1 | -1): void {
  const key = activeLane.peek();
  if (key !== null) moveLane(key, delta);
}

export const TIMELINE: Scope = {
  name: "timeline",
  title: "Timeline",
  keys: [
    { keys: ["w", "ArrowUp", "+", "="], does: "zoom in", hint: "zoom", act: () => zoomBy(ZOOM), repeats: true },
    { keys: ["s", "ArrowDown", "-"], does: "zoom out", act: () => zoomBy(1 / ZOOM), repeats: true },
    { keys: ["a", "ArrowLeft"], does: "earlier", hint: "pan", act: () => pan(-PAN), repeats: true },
    { keys: ["d", "ArrowRight"], does: "later", act: () => pan(PAN), repeats: true },
    { keys: ["0"], does: "all of the time", act: showAll },
    { keys: ["f"], does: "centre the cursor; again: the selection, or all", act: centre },
    { keys: ["z"], does: "zoom to the selection, or out", act: zoomToRange },
    { keys: ["."], does: "next mark or first error", hint: "next mark", act: () => walkMarks(1) },
    { keys: [","], does: "mark or first error before", act: () => walkMarks(-1) },
    { keys: ["m"], does: "begin a range at the cursor, then end it", hint: "mark range", act: markRange },
    { keys: ["x"], does: "check the lane, or not", act: checkLane },
    { keys: ["n"], does: "note at the cursor", hint: "note", act: openNote },
    { keys: ["Enter"], does: "logs of the selection", hint: "logs", act: openLogs },
    { keys: ["Alt+ArrowUp"], does: "move the lane up", act: () => shiftLane(-1) },
    { keys: ["Alt+ArrowDown"], does: "move the lane down", act: () => shiftLane(1) },
    { keys: ["v c"], does: "table in place of the picture, or back", act: () => toggle("chart") },
    { keys: ["/"], does: "type a query", act: () => document.querySelector<HTMLInputElement>("#query")?.focus() },
    { keys: ["t"], does: "choose a time", act: () => (timeOpen.value = true) },
    { keys: ["Escape"], does: "close what is open, then clear the selection", act: close },
  ],
};

export const DRAWER: Scope = {
  name: "timeline-drawer",
  title: "Rows of the timeline",
  focused: true,
  keys: [
    { keys: ["j"], does: "next row", act: () => stepRow(1) },
    { keys: ["k"], does: "row before", act: () => stepRow(-1) },
  ],
};
