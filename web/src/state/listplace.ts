// SPDX-License-Identifier: Apache-2.0
// Where the list stood at each step of the reader's: Back and Forward find it there again.
import { effect, signal } from "@preact/signals";
import { entry } from "./location.ts";
import type { ListQuestion } from "./rowwindow.ts";

export interface Place {
  question: ListQuestion;
  /** The first event in sight, and its time in milliseconds. */
  id: string;
  time: number;
  /** What of its row is out of sight, in rows: 0.5 for half a row; below 0 where a row that is no event comes first. */
  part: number;
}

/** Steps whose place is kept; of more the oldest is forgotten. */
const MOST = 200;

const known = new Map<string, Place>();

/** Where the list is to stand, until it does or the reader scrolls. */
export const wanted = signal<Place | null>(null);

effect(() => {
  wanted.value = known.get(entry.value) ?? null;
});

/** Keeps the place of this step. */
export function stands(place: Place): void {
  if (wanted.peek()) return;
  known.delete(entry.peek());
  known.set(entry.peek(), place);
  const oldest = known.keys().next().value;
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
}
