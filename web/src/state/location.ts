// SPDX-License-Identifier: Apache-2.0
// The page's view and the browser's history, kept the same.
import { batch, signal } from "@preact/signals";
import { decode, encode, type Page, START, type View } from "./view.ts";

const first = decode(window.location.pathname, window.location.search);

export const view = signal<View>(first.view);
/** What the link asked for and this version could not read. */
export const ignored = signal<string[]>(first.ignored);

/** Entries are named apart, also from those that this tab had before it was loaded anew. */
const tab = Date.now().toString(36);
let steps = 0;

function named(state: unknown): string | null {
  const name = state !== null && typeof state === "object" && "entry" in state ? state.entry : null;
  return typeof name === "string" ? name : null;
}

/** The name of the browser's history entry that is shown: what belongs to a step of the reader's, not to its address. */
export const entry = signal(named(window.history.state) ?? `${tab}.${steps}`);

type Subject = Pick<View, "q" | "from" | "to">;

/** What was last asked for, for pages that have no question of their own. */
let subject: Subject = first.view;
const ASKING: ReadonlySet<Page> = new Set(["investigate", "timeline", "patterns", "compare", "errors", "traces"]);

/** The view with the change, as far as its page knows what is in it. */
function changed(change: Partial<View>): View {
  return normal({ ...view.value, ...change });
}

function normal(next: View): View {
  const { pathname, search } = new URL(encode(next), "http://view");
  return decode(pathname, search).view;
}

export function hrefOf(change: Partial<View>): string {
  return encode({ ...view.value, ...change });
}

/** Another page about the same events, in the same zone; everything else is as at its start. */
export function pageView(page: Page, change: Partial<View> = {}): View {
  const { zone } = view.value;
  const { q, from, to } = ASKING.has(view.value.page) ? view.value : subject;
  return { ...START, zone, ...(ASKING.has(page) ? { q, from, to } : {}), page, ...change };
}

function show(next: View, method: "pushState" | "replaceState"): void {
  const href = encode(next);
  if (encode(view.value) === href) return;
  if (ASKING.has(next.page)) subject = next;
  const name = method === "pushState" ? `${tab}.${++steps}` : entry.value;
  batch(() => {
    entry.value = name;
    view.value = next;
  });
  window.history[method]({ entry: name }, "", href);
}

/** A deliberate step: Back returns from it. */
export function go(change: Partial<View>): void {
  ignored.value = [];
  show(changed(change), "pushState");
}

/** A step to another page about the same events. */
export function goTo(page: Page, change: Partial<View> = {}): void {
  go(pageView(page, change));
}

/** A change of place that Back should not stop at, such as the selected row. */
export function move(change: Partial<View>): void {
  show(changed(change), "replaceState");
}

export function followHistory(): () => void {
  const follow = (event: PopStateEvent) => {
    const now = decode(window.location.pathname, window.location.search);
    if (ASKING.has(now.view.page)) subject = now.view;
    batch(() => {
      entry.value = named(event.state) ?? entry.value;
      view.value = now.view;
      ignored.value = now.ignored;
    });
  };
  window.addEventListener("popstate", follow);
  return () => window.removeEventListener("popstate", follow);
}
