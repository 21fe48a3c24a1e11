// SPDX-License-Identifier: Apache-2.0
// The lines around a row: how many, and how they become the search.
import { batch } from "@preact/signals";
import type { LogEvent } from "../api/types.ts";
import { draft } from "./actions.ts";
import { isoOf, millis } from "./instant.ts";
import { contextSize, detail } from "./investigation.ts";
import { go, view } from "./location.ts";
import { missing } from "./querytext.ts";
import type { Scope, View } from "./view.ts";

const LEAST = 5;
/** Lines asked for each way, at most. */
export const MOST = 320;

/** The field has this value and no other, with the words of it nowhere else. */
function is(field: string, value: string | null): string {
  if (value === null) return missing(field);
  return `${field}="${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** The query that finds what the lines around an event are taken from. */
export function scopeQuery(scope: Scope, event: LogEvent): string {
  const file = is("file", event.origin.file);
  switch (scope) {
    case "file":
      return file;
    case "thread":
      return `${file} ${is("thread", event.thread)}`;
    case "service":
      return is("service", event.service);
    case "all":
      return "";
  }
}

/** The search that lists the lines, as they are listed around the event: of their scope and their time, oldest first. */
export function searchOf(
  scope: Scope,
  event: LogEvent,
  lines: readonly LogEvent[],
): Pick<View, "q" | "from" | "to" | "order" | "list" | "live" | "off"> {
  const times = lines.map((line) => millis(line.time));
  const [from, to] = [isoOf(Math.min(...times)), isoOf(Math.max(...times) + 1)];
  return { q: scopeQuery(scope, event), from, to, order: "oldest", list: "events", live: false, off: [] };
}

/** Twice as many lines, or half. */
export function widen(factor: 2 | 0.5): void {
  contextSize.value = Math.min(MOST, Math.max(LEAST, Math.round(contextSize.value * factor)));
}

/** The lines around the row become the search, with the row still chosen; Back returns. */
export function replaceSearch(): void {
  const answer = detail.data.peek();
  const { scope, selected } = view.peek();
  if (!answer || answer.event.id !== selected) return;
  const search = searchOf(scope, answer.event, [...answer.before, answer.event, ...answer.after]);
  batch(() => {
    draft.value = search.q;
    go({ ...search, selected, panel: null });
  });
}
