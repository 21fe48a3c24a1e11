// SPDX-License-Identifier: Apache-2.0
// What the page offers as evidence: the event, or the events that were found.
import type { PinAsk } from "../../api/incidenttypes.ts";
import type { LogEvent } from "../../api/types.ts";
import { shownRange } from "../../state/actions.ts";
import { isoOf } from "../../state/instant.ts";
import type { View } from "../../state/view.ts";

const ROWS = 100;

function shortened(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

/** The selection with the times it has now, so that it can be asked again later. */
function fixed(view: View): Record<string, string> {
  const range = shownRange();
  const from = view.from ?? (range ? isoOf(Math.floor(range.from)) : null);
  const to = view.to ?? (range ? isoOf(Math.ceil(range.to + 1)) : null);
  return { ...(view.q ? { q: view.q } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

export function pinnable(view: View, event: LogEvent | null): PinAsk | null {
  if (view.selected && event) {
    return {
      kind: "row",
      title: shortened(`${event.service ?? "unknown"}: ${event.message}`),
      ask: { path: `/api/events/${encodeURIComponent(view.selected)}`, parameters: { context: "3" } },
    };
  }
  const parameters = fixed(view);
  if (view.list === "patterns") {
    const title = shortened(`Patterns of ${view.q || "all events"}`);
    return { kind: "patterns", title, ask: { path: "/api/patterns", parameters } };
  }
  return {
    kind: "rows",
    title: shortened(view.q || "All events"),
    ask: { path: "/api/search", parameters: { ...parameters, order: view.order, limit: String(ROWS) } },
  };
}
