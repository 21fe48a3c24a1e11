// SPDX-License-Identifier: Apache-2.0
// The keys of the page.
import {
  around,
  closePanel,
  draft,
  openPanel,
  openSuspects,
  timeOpen,
  toggleLive,
  wholeStore,
  zoomOut,
} from "../../state/actions.ts";
import { replaceSearch, widen } from "../../state/context.ts";
import { selectedEvent } from "../../state/investigation.ts";
import type { Scope } from "../../state/keys.ts";
import { leaveAll } from "../../state/leaving.ts";
import { go, view } from "../../state/location.ts";
import { follow } from "../../state/pivot.ts";
import { seekError, step } from "../../state/seek.ts";
import { tell } from "../../state/toast.ts";

export function focusQuery(): void {
  document.querySelector<HTMLInputElement>("#query")?.focus();
}

export function focusList(): void {
  document.querySelector<HTMLElement>("[role=grid], .patterns")?.focus({ preventScroll: true });
}

function close(): void {
  if (leaveAll()) return;
  if (timeOpen.peek()) timeOpen.value = false;
  else if (view.peek().panel) {
    closePanel();
    focusList();
  } else draft.value = view.peek().q;
}

function pivot(): void {
  if (!follow(selectedEvent.peek())) tell({ text: "Choose a row that names an id, such as a trace or an order." });
}

function walk(delta: number): void {
  if (view.peek().list === "events") step(delta);
}

/** Keys of the lines around a row, while they are shown. */
export const CONTEXT: Scope = {
  name: "context",
  title: "Context",
  active: () => view.value.panel === "context",
  keys: [
    { keys: ["+", "="], does: "twice as many lines around the row", hint: "more lines", act: () => widen(2) },
    { keys: ["-"], does: "half as many lines around the row", act: () => widen(0.5) },
    { keys: ["Shift+C"], does: "the lines around the row become the search", act: replaceSearch },
  ],
};

export const INVESTIGATE: Scope = {
  name: "investigate",
  title: "Investigate",
  keys: [
    { keys: ["/"], does: "type a query", hint: "query", act: focusQuery },
    { keys: ["j", "ArrowDown"], does: "next row", hint: "next", act: () => walk(1) },
    { keys: ["k", "ArrowUp"], does: "row before", act: () => walk(-1) },
    { keys: ["Enter"], does: "open the row's details", act: () => view.peek().selected && openPanel("event") },
    { keys: ["e"], does: "next error, also beyond the loaded rows", hint: "next error", act: () => seekError(1) },
    { keys: ["Shift+E"], does: "error before", act: () => seekError(-1) },
    { keys: ["s"], does: "suspects: what change caused this", hint: "suspects", act: openSuspects },
    { keys: ["c"], does: "context: the lines around the row", act: () => selectedEvent.peek() && openPanel("context") },
    { keys: ["x"], does: "all that names the row's id, across services", act: pivot },
    { keys: ["l"], does: "live: follow what arrives, or resume", hint: "live", act: toggleLive },
    { keys: ["z"], does: "zoom out", act: zoomOut },
    { keys: ["Shift+Z"], does: "the whole store", act: wholeStore },
    { keys: ["a"], does: "five minutes around the row", act: () => around(300_000) },
    { keys: ["t"], does: "choose a time", act: () => (timeOpen.value = true) },
    {
      keys: ["v o"],
      does: "newest or oldest first",
      act: () => go({ order: view.peek().order === "newest" ? "oldest" : "newest" }),
    },
    {
      keys: ["v p"],
      does: "patterns in place of events, or back",
      act: () => go({ list: view.peek().list === "events" ? "patterns" : "events" }),
    },
    { keys: ["Escape"], does: "close what is open", act: close },
  ],
};
