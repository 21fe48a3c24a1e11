// SPDX-License-Identifier: Apache-2.0
// Which values of an event are ids that other events may name as well, and the way to all of them.
import type { LogEvent } from "../api/types.ts";
import { goTo, pageView } from "./location.ts";
import type { View } from "./view.ts";

const LEAST = 4;
const LONGEST = 100;
/** A number with its unit, a time of day, a date, a version: these are no ids. */
const MEASURE = /^-?\d+([.,]\d+)?\s*[a-zµ%]{1,3}$|^\d+[.,]\d+$|^\d{1,2}:\d\d|^\d{4}-\d\d-\d\d|^v?\d+(\.\d+)+/i;
/** Parts of an event that tell where it comes from, not what it is about. */
const PLACES = new Set(["level", "service", "version", "host", "logger", "thread", "exception", "file"]);

/** True for a value that looks like an id: one word with a digit in it that measures nothing. */
export function isId(name: string, value: string): boolean {
  if (PLACES.has(name) || value.length < LEAST || value.length > LONGEST) return false;
  return /\d/.test(value) && /^[\p{L}\p{N}_.:#@-]+$/u.test(value) && !MEASURE.test(value);
}

/** The page that shows all events of an id, whenever they were. */
export function traceView(name: string, value: string): View {
  return pageView("traces", { id: `${name}=${value}`, q: "", from: null, to: null });
}

/** The id that says most of what an event belongs to: its trace, else the first attribute that looks like one. */
export function idOfEvent(event: LogEvent): { name: string; value: string } | null {
  if (event.trace) return { name: "trace", value: event.trace };
  for (const [name, value] of Object.entries(event.attributes)) {
    const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
    if (isId(name, text)) return { name, value: text };
  }
  return null;
}

/** Goes to all that belongs to the event; answers whether it names an id. */
export function follow(event: LogEvent | null): boolean {
  const id = event && idOfEvent(event);
  if (id) goTo("traces", { id: `${id.name}=${id.value}`, q: "", from: null, to: null });
  return id !== null;
}
