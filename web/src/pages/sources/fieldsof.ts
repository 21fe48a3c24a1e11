// SPDX-License-Identifier: Apache-2.0
import type { LogEvent } from "../../api/types.ts";

export interface ReadField {
  name: string;
  value: string;
  note?: string;
}

const ZONES: Record<string, string> = {
  assumed: "zone assumed",
  rule: "zone by a rule",
};
const TIMES: Record<string, string> = {
  inherited: "that of the event before",
  observed: "none in the line: the date of the file",
};

/** What was read of an event, in the order people look for it; what it does not say is left out. */
export function fieldsOf(event: LogEvent): ReadField[] {
  const quality = event.timeQuality;
  const notes = quality
    ? [TIMES[quality.source] ?? ZONES[quality.zone], ...quality.doubts].filter((note) => note !== undefined)
    : [];
  const fields: ReadField[] = [
    { name: "time", value: event.time, ...(notes.length > 0 ? { note: notes.join(", ") } : {}) },
  ];
  const add = (name: string, value: string | null | undefined) => {
    if (value) fields.push({ name, value });
  };
  add("level", event.level ?? event.levelText);
  add("service", event.service);
  add("version", event.version);
  add("host", event.host);
  add("logger", event.logger);
  add("thread", event.thread);
  add("trace", event.trace);
  add("span", event.span);
  add("message", event.message);
  for (const [name, value] of Object.entries(event.attributes)) add(name, String(value));
  add("exception", event.exception?.type);
  add("pattern", event.pattern?.template);
  return fields;
}
