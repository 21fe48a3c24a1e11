// SPDX-License-Identifier: Apache-2.0
// The keys of the list of errors, and those of one error.
import type { Ruling } from "../../api/types.ts";
import { EVENT, timeOpen, wholeStore, zoomOut } from "../../state/actions.ts";
import { error, errors, shownEvent, suspects, walkEvents } from "../../state/errors.ts";
import type { Scope } from "../../state/keys.ts";
import { go, goTo, move, view } from "../../state/location.ts";
import { keeps, openJudging } from "../../state/notes.ts";
import { idOfEvent, traceView } from "../../state/pivot.ts";
import { narrowed } from "../../state/querytext.ts";
import { blameShown, chooseSuspect, chosenSuspect, walkFrames } from "../../state/suspicion.ts";
import type { View } from "../../state/view.ts";

export function openError(id: string): void {
  go({ id, selected: null });
}

export function focusErrors(): void {
  document.querySelector<HTMLElement>("[data-list]")?.focus({ preventScroll: true });
}

/** Chooses the row that is so many further on; the ends hold. */
export function walkErrors(delta: number): void {
  const rows = errors.data.peek()?.errors ?? [];
  const at = rows.findIndex((row) => row.id === view.peek().selected);
  const next = at < 0 ? (delta > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + delta));
  const row = rows[next];
  if (row) move({ selected: row.id });
}

function openChosen(): void {
  const { selected } = view.peek();
  if (selected && errors.data.peek()?.errors.some((row) => row.id === selected)) openError(selected);
}

/** The events of an error, or those that were selected, where events are listed. */
export function logsOf(): Partial<View> {
  const found = error.value;
  const q = found ? narrowed(view.value.q, found.query) : view.value.q;
  const event = shownEvent.value?.id ?? null;
  return { q, selected: event, panel: event ? "event" : null };
}

/** All events of the same request, in any service. */
export function traceOf(): View | null {
  const id = shownEvent.value && idOfEvent(shownEvent.value);
  return id ? traceView(id.name, id.value) : null;
}

function judgeChosen(verdict: Ruling): void {
  const answer = suspects.data.peek();
  const suspect = answer?.suspects[chosenSuspect.peek()];
  if (suspect && answer?.group && keeps()) openJudging(suspect, verdict);
}

function up(): void {
  const id = error.peek()?.id ?? null;
  go({ id: null, selected: id === EVENT ? null : id });
}

export const ERRORS: Scope = {
  name: "errors",
  title: "Errors",
  keys: [
    { keys: ["/"], does: "type a query", hint: "query", act: () => document.getElementById("query")?.focus() },
    { keys: ["j", "ArrowDown"], does: "next error", hint: "next", act: () => walkErrors(1) },
    { keys: ["k", "ArrowUp"], does: "error before", act: () => walkErrors(-1) },
    { keys: ["Enter", "s"], does: "the code and the suspects of the error", hint: "suspects", act: openChosen },
    { keys: ["t"], does: "choose a time", act: () => (timeOpen.value = true) },
    { keys: ["z"], does: "zoom out", act: zoomOut },
    { keys: ["Shift+Z"], does: "the whole store", act: wholeStore },
    {
      keys: ["Escape"],
      does: "close what is open",
      act: () => {
        if (timeOpen.peek()) timeOpen.value = false;
        else focusErrors();
      },
    },
  ],
};

export const SUSPECTS: Scope = {
  name: "suspects",
  title: "Suspects",
  keys: [
    { keys: ["["], does: "frame before", act: () => walkFrames(-1) },
    { keys: ["]"], does: "next frame", hint: "frame", act: () => walkFrames(1) },
    {
      keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
      does: "choose a suspect",
      hint: "suspect",
      act: (name) => chooseSuspect(Number(name) - 1),
    },
    {
      keys: ["b"],
      does: "blame beside the source, or not",
      hint: "blame",
      act: () => (blameShown.value = !blameShown.peek()),
    },
    {
      keys: ["d"],
      does: "to the diff",
      hint: "diff",
      act: () => document.querySelector("#diff")?.scrollIntoView({ block: "nearest" }),
    },
    { keys: ["y"], does: "confirm the chosen one as the cause", hint: "confirm", act: () => judgeChosen("confirmed") },
    { keys: ["n"], does: "dismiss the chosen one", act: () => judgeChosen("dismissed") },
    { keys: ["j"], does: "an older event of the error", act: () => walkEvents(1) },
    { keys: ["k"], does: "a newer event of the error", act: () => walkEvents(-1) },
    { keys: ["l"], does: "its events in Investigate", act: () => goTo("investigate", logsOf()) },
    {
      keys: ["x"],
      does: "all events of the same request",
      act: () => {
        const trace = traceOf();
        if (trace) go(trace);
      },
    },
    { keys: ["u"], does: "up to the list of errors", hint: "all errors", act: up },
  ],
};
