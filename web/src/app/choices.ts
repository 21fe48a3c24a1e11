// SPDX-License-Identifier: Apache-2.0
// What the palette offers for a text: pages, actions, services, incidents, times, or a search for the text itself.
import { filterIn, run } from "../state/actions.ts";
import { isoOf } from "../state/instant.ts";
import { status } from "../state/investigation.ts";
import { keysAt, shownKey } from "../state/keys.ts";
import { go, goTo, view } from "../state/location.ts";
import { chooseIncident, incidents } from "../state/pinning.ts";
import { clause } from "../state/querytext.ts";
import { parseTime } from "../state/timetext.ts";
import { timeContext } from "../state/timing.ts";
import { LETTERS } from "../state/view.ts";
import { PAGES } from "./pages.ts";

export interface Choice {
  id: string;
  kind: string;
  name: string;
  key?: string;
  act(): void;
}

const MOST = 50;
/** Pages that are about events: a service narrows them in place. */
const ASKING = new Set(["investigate", "timeline", "patterns", "compare", "errors", "traces"]);

/** True when all words of the text occur in the name, wherever they stand. */
function fits(name: string, text: string): boolean {
  const low = name.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}

function pages(): Choice[] {
  return PAGES.map(({ page, name }) => ({
    id: `page-${page}`,
    kind: "page",
    name,
    key: shownKey(`g ${LETTERS[page]}`),
    act: () => goTo(page),
  }));
}

function actions(focus: Element | null): Choice[] {
  return keysAt(focus)
    .filter(({ key }) => !key.keys.some((name) => name.startsWith("g ") || name === "Ctrl+k"))
    .map(({ key, scope }) => ({
      id: `action-${scope.name}-${key.keys[0]}`,
      kind: scope.title,
      name: key.does,
      key: shownKey(key.keys[0] ?? ""),
      act: () => key.act(key.keys[0] ?? ""),
    }));
}

function services(): Choice[] {
  return (status.data.value?.services ?? []).map(({ service }) => ({
    id: `service-${service}`,
    kind: "service",
    name: service,
    act: () => {
      if (!ASKING.has(view.peek().page)) goTo("investigate");
      filterIn(clause("service", service));
    },
  }));
}

function incidentChoices(): Choice[] {
  return (incidents.data.value?.incidents ?? []).map(({ id, title }) => ({
    id: `incident-${id}`,
    kind: "incident",
    name: `${id} ${title}`,
    act: () => {
      chooseIncident(id);
      goTo("incidents", { id });
    },
  }));
}

function time(text: string): Choice[] {
  const answer = text.trim() === "" ? null : parseTime(text, timeContext());
  if (!answer || "problem" in answer) return [];
  const from = answer.from === null ? null : isoOf(answer.from);
  const to = answer.to === null ? null : isoOf(answer.to);
  return [
    {
      id: "time",
      kind: "time",
      name: `${from ?? "the beginning"} to ${to ?? "the end"}`,
      act: () => (ASKING.has(view.peek().page) ? go({ from, to }) : goTo("investigate", { from, to })),
    },
  ];
}

function search(text: string): Choice[] {
  const asked = text.trim();
  if (asked === "") return [];
  return [
    {
      id: "search",
      kind: "search",
      name: `events with ${asked}`,
      act: () => {
        if (view.peek().page !== "investigate") goTo("investigate");
        run(asked);
      },
    },
  ];
}

/**
 * What is offered for the text, best first.
 *
 * @param focus where the focus was before the palette took it: the actions are those that work there
 */
export function choicesFor(text: string, focus: Element | null): Choice[] {
  const rest = text.slice(1).trim();
  const matching = (choices: Choice[], asked: string) => choices.filter(({ name }) => fits(name, asked));
  switch (text.charAt(0)) {
    case ">":
      return matching(actions(focus), rest).slice(0, MOST);
    case "@":
      return matching(services(), rest).slice(0, MOST);
    case "#":
      return matching(incidentChoices(), rest).slice(0, MOST);
    case ":":
      return time(rest);
    default: {
      const all = [...pages(), ...incidentChoices(), ...services(), ...actions(focus)];
      return [...matching(all, text.trim()).slice(0, MOST), ...time(text), ...search(text)];
    }
  }
}
