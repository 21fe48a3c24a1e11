// SPDX-License-Identifier: Apache-2.0
// The keys of the list, and those of one incident.
import { checkAgain } from "../../state/incident.ts";
import type { Scope } from "../../state/keys.ts";
import { goTo, move } from "../../state/location.ts";

function walk(delta: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".incident-row a")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + delta))]?.focus();
}

export const LIST: Scope = {
  name: "incidents",
  title: "Incidents",
  keys: [
    { keys: ["j", "ArrowDown"], does: "next incident", hint: "next", act: () => walk(1) },
    { keys: ["k", "ArrowUp"], does: "incident before", act: () => walk(-1) },
    {
      keys: ["n"],
      does: "a new incident",
      hint: "new",
      act: () => document.querySelector<HTMLElement>("#new-title")?.focus(),
    },
  ],
};

export const INCIDENT: Scope = {
  name: "incidents",
  title: "Incident",
  keys: [
    { keys: ["o"], does: "overview", hint: "overview", act: () => move({ tab: null, selected: null }) },
    { keys: ["t"], does: "timeline", hint: "timeline", act: () => move({ tab: "timeline", selected: null }) },
    { keys: ["d"], does: "document", hint: "document", act: () => move({ tab: "document", selected: null }) },
    { keys: ["e"], does: "evidence", hint: "evidence", act: () => move({ tab: "evidence", selected: null }) },
    { keys: ["r"], does: "ask all evidence again", act: () => void checkAgain() },
    { keys: ["Escape"], does: "back to all incidents", act: () => goTo("incidents") },
  ],
};
