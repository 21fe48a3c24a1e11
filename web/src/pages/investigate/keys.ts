// SPDX-License-Identifier: Apache-2.0
// The keys of the page, and those of the suspects beside its list.
import type { Ruling } from "../../api/types.ts";
import { around, closePanel, draft, openPanel, timeOpen, wholeStore, zoomOut } from "../../state/actions.ts";
import { selectedEvent, suspects } from "../../state/investigation.ts";
import type { Scope } from "../../state/keys.ts";
import { go, view } from "../../state/location.ts";
import { keeps, openJudging } from "../../state/notes.ts";
import { seekError, step } from "../../state/seek.ts";
import { blameShown, chooseSuspect, chosenSuspect, walkFrames } from "../../state/suspicion.ts";

export function focusQuery(): void {
  document.querySelector<HTMLInputElement>("#query")?.focus();
}

export function focusList(): void {
  document.querySelector<HTMLElement>("[role=grid], .patterns")?.focus({ preventScroll: true });
}

function close(): void {
  if (timeOpen.peek()) timeOpen.value = false;
  else if (view.peek().panel) {
    closePanel();
    focusList();
  } else draft.value = view.peek().q;
}

function judgeChosen(verdict: Ruling): void {
  const answer = suspects.data.peek();
  const suspect = answer?.suspects[chosenSuspect.peek()];
  if (suspect && answer?.group && keeps()) openJudging(suspect, verdict);
}

function walk(delta: number): void {
  if (view.peek().list === "events") step(delta);
}

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
    { keys: ["s"], does: "suspects: what change caused this", hint: "suspects", act: () => openPanel("suspects") },
    { keys: ["c"], does: "context: the lines around the row", act: () => selectedEvent.peek() && openPanel("context") },
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

export const SUSPECTS: Scope = {
  name: "suspects",
  title: "Suspects",
  active: () => view.value.panel === "suspects",
  keys: [
    { keys: ["["], does: "frame before", act: () => walkFrames(-1) },
    { keys: ["]"], does: "next frame", act: () => walkFrames(1) },
    {
      keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
      does: "choose a suspect",
      act: (name) => chooseSuspect(Number(name) - 1),
    },
    { keys: ["b"], does: "blame beside the source, or not", act: () => (blameShown.value = !blameShown.peek()) },
    {
      keys: ["d"],
      does: "to the diff",
      act: () => document.querySelector("#diff")?.scrollIntoView({ block: "nearest" }),
    },
    { keys: ["y"], does: "confirm the chosen one as the cause", act: () => judgeChosen("confirmed") },
    { keys: ["n"], does: "dismiss the chosen one", act: () => judgeChosen("dismissed") },
  ],
};
