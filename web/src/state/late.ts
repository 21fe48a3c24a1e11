// SPDX-License-Identifier: Apache-2.0
// Which events came late, and what is known of it. The one place that decides so; the reader of logs finds the facts
// (docs/reading.md, "Time"): an event of a followed file says when it was read, one of a file at rest only that its
// place in the file is behind times that are more than a minute later.
import type { LogEvent } from "../api/types.ts";
import { millis } from "./instant.ts";
import { duration } from "./numbers.ts";

/** The attribute that says when a late event was read. */
const RECEIVED = "received_late";
/** What is read sooner is not late, whatever a line may say of itself; in milliseconds. */
const LEAST = 60_000;
/** The doubt about a time that stands behind much later ones in its file. */
const LATE = "late";

/** When an event was read that was read more than a minute after its time; null for others, and where it is not known. */
export function receivedLate(event: LogEvent): string | null {
  const received = event.attributes[RECEIVED];
  if (typeof received !== "string") return null;
  return millis(received) - millis(event.time) >= LEAST ? received : null;
}

/** In words, what makes the event a late one; null when nothing does. */
export function lateness(event: LogEvent): string | null {
  const received = receivedLate(event);
  if (received) return `came late: read ${duration(millis(received) - millis(event.time))} after its time`;
  if (!event.timeQuality?.doubts.includes(LATE)) return null;
  return "came late, or by a wrong clock: it stands in its file just after events that are more than a minute later";
}
