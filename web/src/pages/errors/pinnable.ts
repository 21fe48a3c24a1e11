// SPDX-License-Identifier: Apache-2.0
// What the page of an error offers as evidence: the chosen suspect, or the error's event.
import type { PinAsk } from "../../api/incidenttypes.ts";
import { shownRange } from "../../state/actions.ts";
import { eventId, shownEvent, suspects } from "../../state/errors.ts";
import { isoOf } from "../../state/instant.ts";
import { chosenSuspect } from "../../state/suspicion.ts";
import type { View } from "../../state/view.ts";

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

export function pinnable(view: View): PinAsk | null {
  const id = eventId.value;
  const chosen = suspects.data.value?.suspects[chosenSuspect.value];
  if (chosen) {
    return {
      kind: "suspect",
      title: shortened(`Suspect ${chosen.id.slice(0, 12)}: ${chosen.title}`),
      ask: { path: "/api/suspects", parameters: id ? { event: id } : fixed(view) },
      chosen: { kind: chosen.kind, id: chosen.id },
    };
  }
  const event = shownEvent.value;
  if (!event) return null;
  return {
    kind: "row",
    title: shortened(`${event.service ?? "unknown"}: ${event.message}`),
    ask: { path: `/api/events/${encodeURIComponent(event.id)}`, parameters: { context: "3" } },
  };
}
