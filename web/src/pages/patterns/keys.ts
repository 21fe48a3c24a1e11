// SPDX-License-Identifier: Apache-2.0
import { timeOpen, zoomOut } from "../../state/actions.ts";
import type { Scope } from "../../state/keys.ts";
import { go, goTo, move, view } from "../../state/location.ts";
import { anyOf, exclude, include } from "../../state/patternquery.ts";
import { narrowed } from "../../state/querytext.ts";
import { chosen, current, forgetChosen, meant, rows, TABS, tab } from "./state.ts";

function walk(delta: number): void {
  const all = rows.peek();
  const at = all.findIndex(({ id }) => id === current.peek()?.id);
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + delta))];
  if (!next) return;
  move({ selected: next.id });
  document.querySelector(`[data-pattern="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: "nearest" });
}

export function choose(id: string): void {
  const next = new Set(chosen.peek());
  if (!next.delete(id)) next.add(id);
  chosen.value = next;
}

export function openEvents(): void {
  const those = meant.peek();
  if (those.length > 0) goTo("investigate", { q: narrowed(view.peek().q, anyOf(those)) });
}

export function openCompare(): void {
  const { baseFrom, baseTo } = view.peek();
  const those = meant.peek();
  const q = those.length > 0 ? narrowed(view.peek().q, anyOf(those)) : view.peek().q;
  goTo("compare", { q, baseFrom, baseTo });
}

function nextTab(delta: number): void {
  const at = TABS.findIndex(({ id }) => id === tab.peek());
  const next = TABS[(at + delta + TABS.length) % TABS.length];
  if (next) go({ tab: next.id, selected: null });
}

export const PATTERNS: Scope = {
  name: "patterns",
  title: "Patterns",
  keys: [
    { keys: ["/"], does: "type a query", act: () => document.querySelector<HTMLElement>("#query")?.focus() },
    { keys: ["j", "ArrowDown"], does: "next pattern", hint: "next", act: () => walk(1) },
    { keys: ["k", "ArrowUp"], does: "pattern before", act: () => walk(-1) },
    { keys: ["Enter"], does: "open the events of the pattern, or of the chosen ones", hint: "events", act: openEvents },
    { keys: ["f"], does: "only this pattern", hint: "only", act: () => include(meant.peek()) },
    { keys: ["Shift+F"], does: "without this pattern", hint: "without", act: () => exclude(meant.peek()) },
    {
      keys: [" "],
      does: "choose the pattern, to act on several",
      act: () => {
        const row = current.peek();
        if (row) choose(row.id);
      },
    },
    { keys: ["c"], does: "compare the two times", hint: "compare", act: openCompare },
    { keys: ["["], does: "tab before", act: () => nextTab(-1) },
    { keys: ["]"], does: "next tab", act: () => nextTab(1) },
    { keys: ["z"], does: "zoom out", act: zoomOut },
    { keys: ["t"], does: "choose a time", act: () => (timeOpen.value = true) },
    {
      keys: ["Escape"],
      does: "choose nothing",
      act: () => {
        if (timeOpen.peek()) timeOpen.value = false;
        else forgetChosen();
      },
    },
  ],
};
