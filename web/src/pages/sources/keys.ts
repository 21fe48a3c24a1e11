// SPDX-License-Identifier: Apache-2.0
import type { Scope } from "../../state/keys.ts";
import { move } from "../../state/location.ts";

function walk(delta: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".source-name")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + delta))]?.focus();
}

function tab(name: string | null): void {
  move({ tab: name, selected: null });
}

/** The box is there once its tab is. */
function tryLines(): void {
  tab("try");
  requestAnimationFrame(() => document.querySelector<HTMLElement>("#try-lines")?.focus());
}

export const SOURCES: Scope = {
  name: "sources",
  title: "Sources",
  keys: [
    { keys: ["j", "ArrowDown"], does: "next source", hint: "next", act: () => walk(1) },
    { keys: ["k", "ArrowUp"], does: "source before", act: () => walk(-1) },
    {
      keys: ["f"],
      does: "choose log files to read",
      hint: "files",
      act: () => document.querySelector<HTMLElement>("[data-hand-in]")?.click(),
    },
    { keys: ["t"], does: "try lines: paste some and see how they are read", hint: "try lines", act: tryLines },
    { keys: ["c"], does: "services and their source code", hint: "code", act: () => tab("services") },
    { keys: ["o"], does: "the list of sources", act: () => tab(null) },
    { keys: ["Escape"], does: "close what is open", act: () => move({ selected: null }) },
  ],
};
