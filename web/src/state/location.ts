// SPDX-License-Identifier: Apache-2.0
// The page's view and the browser's history, kept the same.
import { signal } from "@preact/signals";
import { decode, encode, type View } from "./view.ts";

const first = decode(window.location.search);

export const view = signal<View>(first.view);
/** What the link asked for and this version could not read. */
export const ignored = signal<string[]>(first.ignored);

export function hrefOf(change: Partial<View>): string {
  return `/i${encode({ ...view.value, ...change })}`;
}

function show(change: Partial<View>, method: "pushState" | "replaceState"): void {
  const next = { ...view.value, ...change };
  const href = `/i${encode(next)}`;
  if (encode(view.value) === encode(next)) return;
  view.value = next;
  window.history[method](null, "", href);
}

/** A deliberate step: Back returns from it. */
export function go(change: Partial<View>): void {
  ignored.value = [];
  show(change, "pushState");
}

/** A change of place that Back should not stop at, such as the selected row. */
export function move(change: Partial<View>): void {
  show(change, "replaceState");
}

export function followHistory(): () => void {
  const follow = () => {
    const now = decode(window.location.search);
    view.value = now.view;
    ignored.value = now.ignored;
  };
  window.addEventListener("popstate", follow);
  return () => window.removeEventListener("popstate", follow);
}
