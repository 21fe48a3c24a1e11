// SPDX-License-Identifier: Apache-2.0
// What the page shows, as one value, and its only form outside memory: the URL.
import { isInstant, isZone } from "./urltext.ts";

/** The pages, with the first part of their addresses. */
export const LETTERS = {
  investigate: "i",
  timeline: "t",
  patterns: "p",
  compare: "c",
  errors: "e",
  traces: "x",
  incidents: "n",
  sources: "s",
} as const;

export type Page = keyof typeof LETTERS;
export type Panel = "event" | "context";
export type Listing = "events" | "patterns";
export type Scope = "file" | "thread" | "service" | "all";

export interface View {
  page: Page;
  /** The one thing that is shown, such as an incident; null for the page's list, or where a page has no things. */
  id: string | null;
  q: string;
  /** Clauses that stand ready but do not narrow. */
  off: readonly string[];
  /** ISO 8601 UTC, or null for the store's first event. */
  from: string | null;
  /** ISO 8601 UTC, or null for the store's last event. */
  to: string | null;
  /** The range another one is compared with. */
  baseFrom: string | null;
  baseTo: string | null;
  /** Where the cursor of time stands. */
  at: string | null;
  order: "newest" | "oldest";
  /** IANA name, "UTC", or "local" for the browser's zone. */
  zone: string;
  list: Listing;
  selected: string | null;
  /** Null when the panel is closed. */
  panel: Panel | null;
  scope: Scope;
  /** Fields shown as columns of their own. */
  columns: readonly string[];
  /** Follows what arrives. */
  live: boolean;
  /** The part of the page, in its own words; null for the first one. */
  tab: string | null;
  /** What a list or the lanes are ordered by; null for the page's usual order. */
  sort: string | null;
  /** Lanes of the timeline that are chosen. */
  lanes: readonly string[];
  /** Lanes in the order that was given by hand. */
  rows: readonly string[];
  /** A text that what is shown holds. */
  find: string | null;
  /** What is left out of the picture, in the page's own words. */
  hidden: readonly string[];
}

export interface Decoded {
  view: View;
  /** What could not be read, in words for the reader. */
  ignored: string[];
}

export const START: View = {
  page: "investigate",
  id: null,
  q: "",
  off: [],
  from: null,
  to: null,
  baseFrom: null,
  baseTo: null,
  at: null,
  order: "newest",
  zone: "UTC",
  list: "events",
  selected: null,
  panel: null,
  scope: "file",
  columns: [],
  live: false,
  tab: null,
  sort: null,
  lanes: [],
  rows: [],
  find: null,
  hidden: [],
};

const VERSION = "1";
const MAX_QUERY = 16_384;
const MAX_TEXT = 512;
const MAX_LIST = 50;
const WORD = /^[a-z][a-z0-9-]{0,39}$/;

/** One parameter of the URL: which pages have it, how it is read and written. */
interface Part {
  /** Absent: every page has it. */
  pages?: readonly Page[];
  /** False when the text cannot be used. */
  read(text: string, view: View): boolean;
  write(view: View): readonly string[];
  /** What to say of a text that cannot be used. */
  says?: string;
}

type Texts = { [K in keyof View]: View[K] extends string | null ? K : never }[keyof View];
type Lists = "off" | "columns" | "lanes" | "rows" | "hidden";

function optional(key: Texts, valid: (text: string) => boolean, more: Partial<Part> = {}): Part {
  return {
    read: (text, view) => {
      if (!valid(text)) return false;
      (view as { [K in Texts]: string | null })[key] = text;
      return true;
    },
    write: (view) => {
      const value = view[key];
      return value === null || value === START[key] ? [] : [value];
    },
    ...more,
  };
}

function oneOf(key: "order" | "list" | "panel" | "scope", values: readonly string[], pages: readonly Page[]): Part {
  return optional(key, (text) => values.includes(text), { pages });
}

function many(key: Lists, more: Partial<Part> = {}): Part {
  return {
    read: (text, view) => {
      if (!isShort(text) || view[key].length >= MAX_LIST || view[key].includes(text)) return false;
      view[key] = [...view[key], text];
      return true;
    },
    write: (view) => view[key],
    ...more,
  };
}

function isShort(text: string): boolean {
  return text !== "" && text.length <= MAX_TEXT;
}

const TIMED: readonly Page[] = ["investigate", "timeline", "patterns", "compare", "errors", "traces"];
const NO_START = "the start time is not an ISO 8601 time in UTC";
const NO_END = "the end time is not an ISO 8601 time in UTC";

const PARTS: Record<string, Part> = {
  v: {
    read: (text) => text === VERSION,
    write: () => [],
    says: "the link was written by another version",
  },
  q: {
    pages: TIMED,
    read: (text, view) => {
      view.q = text.slice(0, MAX_QUERY);
      return text.length <= MAX_QUERY;
    },
    write: (view) => (view.q === "" ? [] : [view.q]),
    says: "the query is longer than 16 KB and was cut",
  },
  off: many("off", { pages: ["investigate"] }),
  from: optional("from", isInstant, { pages: TIMED, says: NO_START }),
  to: optional("to", isInstant, { pages: TIMED, says: NO_END }),
  afrom: optional("baseFrom", isInstant, { pages: ["compare", "patterns"], says: NO_START }),
  ato: optional("baseTo", isInstant, { pages: ["compare", "patterns"], says: NO_END }),
  at: optional("at", isInstant, { pages: ["timeline", "traces"] }),
  order: oneOf("order", ["newest", "oldest"], ["investigate", "errors"]),
  tz: optional("zone", isZone),
  list: oneOf("list", ["events", "patterns"], ["investigate"]),
  sel: optional("selected", isShort),
  panel: oneOf("panel", ["event", "context"], ["investigate"]),
  scope: oneOf("scope", ["file", "thread", "service", "all"], ["investigate", "errors"]),
  col: many("columns", { pages: ["investigate"] }),
  live: {
    pages: ["investigate"],
    read: (text, view) => {
      view.live = text === "yes";
      return view.live;
    },
    write: (view) => (view.live ? ["yes"] : []),
  },
  tab: optional("tab", (text) => WORD.test(text)),
  sort: optional("sort", (text) => WORD.test(text)),
  lane: many("lanes", { pages: ["timeline"] }),
  row: many("rows", { pages: ["timeline"] }),
  find: optional("find", isShort, { pages: ["traces"] }),
  hide: many("hidden"),
};

function has(page: Page, part: Part): boolean {
  return part.pages === undefined || part.pages.includes(page);
}

function addressed(path: string, view: View, ignored: string[]): void {
  const [, letter = "", id = "", ...rest] = path.split("/");
  const page = (Object.keys(LETTERS) as Page[]).find((name) => LETTERS[name] === letter);
  if (!page && letter !== "") ignored.push(`there is no page “/${letter.slice(0, 40)}”`);
  view.page = page ?? "investigate";
  if (id === "" && rest.length === 0) return;
  try {
    const name = decodeURIComponent(id);
    if (!page || page === "investigate" || rest.length > 0 || !isShort(name)) throw new Error("not an address");
    view.id = name;
  } catch {
    ignored.push(`“${path.slice(0, 80)}” names nothing`);
  }
}

/** Total: whatever the address is, the answer is a view that can be shown. */
export function decode(path: string, search: string): Decoded {
  const view: View = { ...START };
  const ignored: string[] = [];
  addressed(path, view, ignored);
  for (const [key, text] of new URLSearchParams(search)) {
    const part = Object.hasOwn(PARTS, key) ? PARTS[key] : undefined;
    if (!part || !has(view.page, part)) ignored.push(`this page knows no “${key.slice(0, 40)}” in a link`);
    else if (!part.read(text, view)) ignored.push(part.says ?? `“${key}” has no value “${text.slice(0, 40)}”`);
  }
  for (const [from, to] of [
    ["from", "to"],
    ["baseFrom", "baseTo"],
  ] as const) {
    const [start, end] = [view[from], view[to]];
    if (start && end && Date.parse(start) > Date.parse(end)) {
      [view[from], view[to]] = [end, start];
      ignored.push("the time range ended before it began and was turned round");
    }
  }
  return { view, ignored };
}

/** The address of a view, from the first "/" on. What its page does not know is left out. */
export function encode(view: View): string {
  const id = view.id === null ? "" : `/${encodeURIComponent(view.id)}`;
  const out = new URLSearchParams();
  for (const [key, part] of Object.entries(PARTS)) {
    if (has(view.page, part)) for (const text of part.write(view)) out.append(key, text);
  }
  const text = out.toString();
  return `/${LETTERS[view.page]}${id}${text ? `?v=${VERSION}&${text}` : ""}`;
}
