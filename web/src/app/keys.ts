// SPDX-License-Identifier: Apache-2.0
// One table of keys: what binds them also prints the help.

import type { Ruling } from "../api/types.ts";
import { around, closePanel, draft, helpOpen, openPanel, timeOpen, wholeStore, zoomOut } from "../state/actions.ts";
import { selectedEvent, suspects } from "../state/investigation.ts";
import { go, view } from "../state/location.ts";
import { keeps, openJudging } from "../state/notes.ts";
import { seekError, step } from "../state/seek.ts";
import { blameShown, chooseSuspect, chosenSuspect, walkFrames } from "../state/suspicion.ts";
import { nextTheme } from "../state/theme.ts";

export interface Key {
  /** As in KeyboardEvent.key; "Shift+" in front where the shift key matters. */
  keys: string[];
  does: string;
  act(name: string): void;
}

export function focusQuery(): void {
  document.querySelector<HTMLInputElement>("#query")?.focus();
}

export function focusList(): void {
  document.querySelector<HTMLElement>("[role=grid], .patterns")?.focus({ preventScroll: true });
}

function close(): void {
  if (helpOpen.peek()) helpOpen.value = false;
  else if (timeOpen.peek()) timeOpen.value = false;
  else if (view.peek().panel) {
    closePanel();
    focusList();
  } else draft.value = view.peek().q;
}

function inSuspects(act: () => void): void {
  if (view.peek().panel === "suspects") act();
}

function judgeChosen(verdict: Ruling): void {
  inSuspects(() => {
    const answer = suspects.data.peek();
    const suspect = answer?.suspects[chosenSuspect.peek()];
    if (suspect && answer?.group && keeps()) openJudging(suspect, verdict);
  });
}

function walk(delta: number): void {
  if (view.peek().list === "events") step(delta);
}

export const KEYS: readonly Key[] = [
  { keys: ["/"], does: "type a query", act: focusQuery },
  { keys: ["j", "ArrowDown"], does: "next row", act: () => walk(1) },
  { keys: ["k", "ArrowUp"], does: "row before", act: () => walk(-1) },
  { keys: ["Enter"], does: "open the row's details", act: () => view.peek().selected && openPanel("event") },
  { keys: ["e"], does: "next error, also beyond the loaded rows", act: () => seekError(1) },
  { keys: ["Shift+E"], does: "error before", act: () => seekError(-1) },
  { keys: ["s"], does: "suspects: what change caused this", act: () => openPanel("suspects") },
  { keys: ["c"], does: "context: the lines around the row", act: () => selectedEvent.peek() && openPanel("context") },
  {
    keys: ["p"],
    does: "patterns, or back to events",
    act: () => go({ list: view.peek().list === "events" ? "patterns" : "events" }),
  },
  { keys: ["z"], does: "zoom out", act: zoomOut },
  { keys: ["Shift+Z"], does: "the whole store", act: wholeStore },
  { keys: ["a"], does: "five minutes around the row", act: () => around(300_000) },
  { keys: ["t"], does: "choose a time", act: () => (timeOpen.value = true) },
  {
    keys: ["o"],
    does: "newest or oldest first",
    act: () => go({ order: view.peek().order === "newest" ? "oldest" : "newest" }),
  },
  { keys: ["["], does: "suspects: frame before", act: () => inSuspects(() => walkFrames(-1)) },
  { keys: ["]"], does: "suspects: next frame", act: () => inSuspects(() => walkFrames(1)) },
  {
    keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    does: "suspects: choose one",
    act: (name) => inSuspects(() => chooseSuspect(Number(name) - 1)),
  },
  {
    keys: ["b"],
    does: "suspects: blame beside the source, or not",
    act: () => inSuspects(() => (blameShown.value = !blameShown.peek())),
  },
  {
    keys: ["d"],
    does: "suspects: to the diff",
    act: () => inSuspects(() => document.querySelector("#diff")?.scrollIntoView({ block: "nearest" })),
  },
  { keys: ["y"], does: "suspects: confirm the chosen one as the cause", act: () => judgeChosen("confirmed") },
  { keys: ["n"], does: "suspects: dismiss the chosen one", act: () => judgeChosen("dismissed") },
  { keys: ["Shift+T"], does: "theme: system, dark, light", act: nextTheme },
  { keys: ["Escape"], does: "close what is open", act: close },
  { keys: ["?"], does: "these keys", act: () => (helpOpen.value = !helpOpen.peek()) },
];

/** Elements that have a use of their own for letters, or for the arrow and enter keys. */
function takesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select"))
    return key !== "Escape";
  const own = key === "Enter" || key.startsWith("Arrow");
  return (
    own &&
    target.matches("button, a, summary, [role=slider], [role=separator], [role=tab], [tabindex]:not([role=grid])")
  );
}

export function pressed(event: KeyboardEvent): string {
  const letter = event.key.length === 1 && event.key.toLowerCase() !== event.key.toUpperCase();
  return letter && event.shiftKey ? `Shift+${event.key.toUpperCase()}` : letter ? event.key.toLowerCase() : event.key;
}

export function followKeys(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const name = pressed(event);
    const key = KEYS.find((candidate) => candidate.keys.includes(name));
    if (!key || takesKey(event.target, event.key)) return;
    const walks = /^(j|k|Arrow)/.test(name);
    if (event.repeat && !walks) return;
    event.preventDefault();
    key.act(name);
  };
  window.addEventListener("keydown", listen);
  return () => window.removeEventListener("keydown", listen);
}
