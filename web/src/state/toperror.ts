// SPDX-License-Identifier: Apache-2.0
// The first suspect of errors in the list. Ranking takes long, so it is asked for the row that is dwelt on, and kept.
import { computed, effect, signal } from "@preact/signals";
import { client } from "../api/client.ts";
import type { Suspect, SuspectsAnswer } from "../api/types.ts";
import { errors, suspects } from "./errors.ts";
import { view } from "./location.ts";

/** Milliseconds after which a row is looked at, not passed. */
const DWELL = 600;

/** By the event that was explained; null when no change speaks for it. */
export const tops = signal<ReadonlyMap<string, Suspect | null>>(new Map());
/** The event that is being explained. */
export const ranking = signal<string | null>(null);

function keep(event: string, answer: SuspectsAnswer): void {
  tops.value = new Map(tops.peek()).set(event, answer.suspects[0] ?? null);
}

effect(() => {
  const asked = suspects.answered.value;
  const answer = suspects.data.value;
  if (answer && asked && "event" in asked) keep(asked.event, answer);
});

/** The example of the row that is chosen in the list. */
const dwelt = computed(() => {
  const { page, id, selected } = view.value;
  if (page !== "errors" || id !== null || selected === null) return null;
  return errors.data.value?.errors.find((row) => row.id === selected)?.event ?? null;
});

effect(() => {
  const event = dwelt.value;
  ranking.value = null;
  if (event === null || tops.peek().has(event)) return;
  const abort = new AbortController();
  const timer = setTimeout(() => {
    ranking.value = event;
    client.suspects({ event }, abort.signal).then(
      (answer) => {
        if (abort.signal.aborted) return;
        keep(event, answer);
        ranking.value = null;
      },
      () => {
        // the page of the error says why there are none
        if (!abort.signal.aborted) ranking.value = null;
      },
    );
  }, DWELL);
  return () => {
    clearTimeout(timer);
    abort.abort();
  };
});
