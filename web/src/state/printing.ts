// SPDX-License-Identifier: Apache-2.0
// Which statement of the source code printed the selected event.
import { computed, effect, signal } from "@preact/signals";
import { client } from "../api/client.ts";
import type { Statement, StatementAnswer } from "../api/statementtypes.ts";
import { selectedEvent } from "./investigation.ts";
import { view } from "./location.ts";
import { resource } from "./resource.ts";

/** Who walks through the list asks nothing: the source is searched for an event that stays selected so long, in ms. */
const STAY = 300;

/** Scores this close do not decide, as docs/source.md says. */
const CLOSE = 0.02;

/** True once somebody wants to know who brought and changed the statement. */
export const pastWanted = signal(false);

const shownId = computed(() => (view.value.panel === "event" ? (selectedEvent.value?.id ?? null) : null));
effect(() => {
  shownId.value;
  pastWanted.value = false;
});

/** Two events in a row are two questions; the same event with its raw line is one. */
const question = computed(() => {
  const id = shownId.value;
  return id === null ? null : `${pastWanted.value ? "+" : "-"}${id}`;
});

function stayed(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, STAY);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

export const printing = resource(question, async (asked, signal) => {
  const past = asked.startsWith("+");
  if (!past) await stayed(signal);
  return client.statement(asked.slice(1), past, signal);
});

/** The answer, when it is that of the selected event. */
export const printed = computed<StatementAnswer | null>(() =>
  printing.answered.value?.slice(1) === shownId.value ? printing.data.value : null,
);

/** The statements that may have printed the event: the first, and those that fit as well. */
export function candidates(answer: StatementAnswer): Statement[] {
  const best = answer.statements[0]?.score ?? 0;
  return answer.statements.filter((one) => best - one.score <= CLOSE);
}
