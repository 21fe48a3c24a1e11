// SPDX-License-Identifier: Apache-2.0
// The fields of an event, as they are listed and asked for.
import type { LogEvent } from "../api/types.ts";
import { clause, isPart } from "./querytext.ts";

const KNOWN = ["service", "version", "host", "logger", "thread", "trace", "span"] as const;

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

interface Field {
  name: string;
  value: string;
  /** The clause that finds it; null for an attribute whose name means something else in a query. */
  asked: string | null;
}

/** Every field, the well-known ones first. */
export function fieldsOf(event: LogEvent): Field[] {
  const found: Field[] = [];
  const part = (name: string, value: string) => found.push({ name, value, asked: clause(name, value) });
  if (event.level) part("level", event.level);
  for (const name of KNOWN) {
    const value = event[name];
    if (value) part(name, value);
  }
  if (event.exception) part("exception", event.exception.type);
  for (const [name, value] of Object.entries(event.attributes)) {
    if (value === null || value === undefined) continue;
    const shown = text(value);
    found.push({ name, value: shown, asked: isPart(name) ? null : clause(name, shown) });
  }
  return found;
}
