// SPDX-License-Identifier: Apache-2.0
// What the page shows, as one value, and its only form outside memory: the URL's search part.
import { offsetAt } from "./instant.ts";

export type Panel = "event" | "context" | "suspects";
export type Listing = "events" | "patterns";
export type Scope = "file" | "service" | "all";

export interface View {
  q: string;
  /** ISO 8601 UTC, or null for the store's first event. */
  from: string | null;
  /** ISO 8601 UTC, or null for the store's last event. */
  to: string | null;
  order: "newest" | "oldest";
  /** IANA name, "UTC", or "local" for the browser's zone. */
  zone: string;
  list: Listing;
  selected: string | null;
  /** Null when the panel is closed. */
  panel: Panel | null;
  scope: Scope;
}

export interface Decoded {
  view: View;
  /** What could not be read, in words for the reader. */
  ignored: string[];
}

export const START: View = {
  q: "",
  from: null,
  to: null,
  order: "newest",
  zone: "UTC",
  list: "events",
  selected: null,
  panel: null,
  scope: "file",
};

const VERSION = "1";
const MAX_QUERY = 16_384;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;

export function isInstant(text: string): boolean {
  return ISO.test(text) && !Number.isNaN(Date.parse(text));
}

export function isZone(text: string): boolean {
  if (text === "UTC" || text === "local") return true;
  try {
    offsetAt(0, text);
    return true;
  } catch {
    return false; // the browser knows no zone of that name
  }
}

type Reader = (text: string, view: View) => boolean;

function oneOf<K extends "order" | "list" | "panel" | "scope">(key: K, values: readonly View[K][]): Reader {
  return (text, view) => {
    const found = values.find((value) => value === text);
    if (found === undefined) return false;
    view[key] = found;
    return true;
  };
}

function checked(key: "from" | "to" | "zone", valid: (text: string) => boolean): Reader {
  return (text, view) => {
    if (!valid(text)) return false;
    view[key] = text;
    return true;
  };
}

const READERS: Record<string, Reader> = {
  v: (text) => text === VERSION,
  q: (text, view) => {
    view.q = text.slice(0, MAX_QUERY);
    return text.length <= MAX_QUERY;
  },
  from: checked("from", isInstant),
  to: checked("to", isInstant),
  order: oneOf("order", ["newest", "oldest"]),
  tz: checked("zone", isZone),
  list: oneOf("list", ["events", "patterns"]),
  sel: (text, view) => {
    if (text === "" || text.length > 512) return false;
    view.selected = text;
    return true;
  },
  panel: oneOf("panel", ["event", "context", "suspects"]),
  scope: oneOf("scope", ["file", "service", "all"]),
};

const SAYS: Record<string, string> = {
  v: "the link was written by another version",
  from: "the start time is not an ISO 8601 time in UTC",
  to: "the end time is not an ISO 8601 time in UTC",
  q: "the query is longer than 16 KB and was cut",
};

/** Total: whatever the text is, the answer is a view that can be shown. */
export function decode(search: string): Decoded {
  const view: View = { ...START };
  const ignored: string[] = [];
  for (const [key, text] of new URLSearchParams(search)) {
    const read = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
    if (!read) ignored.push(`this version knows no “${key.slice(0, 40)}” in a link`);
    else if (!read(text, view)) ignored.push(SAYS[key] ?? `“${key}” has no value “${text.slice(0, 40)}”`);
  }
  if (view.from && view.to && Date.parse(view.from) > Date.parse(view.to)) {
    [view.from, view.to] = [view.to, view.from];
    ignored.push("the time range ended before it began and was turned round");
  }
  return { view, ignored };
}

/** The search part of the URL with its "?", or "" for the start state. */
export function encode(view: View): string {
  const out = new URLSearchParams();
  const put = (key: string, value: string | null, usual: string | null) => {
    if (value !== null && value !== usual) out.set(key, value);
  };
  put("q", view.q, START.q);
  put("from", view.from, null);
  put("to", view.to, null);
  put("order", view.order, START.order);
  put("tz", view.zone, START.zone);
  put("list", view.list, START.list);
  put("sel", view.selected, null);
  put("panel", view.panel, null);
  put("scope", view.scope, START.scope);
  const text = out.toString();
  return text ? `?v=${VERSION}&${text}` : "";
}
