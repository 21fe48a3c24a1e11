// SPDX-License-Identifier: Apache-2.0
// What a person likes, kept in the browser and never in links.
import { effect, type Signal, signal } from "@preact/signals";

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be refused: the choice then lasts as long as the page
  }
}

function remember(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // refused storage is no reason to refuse the choice
  }
}

/** A choice among words, the first of which is the usual one and is not stored. */
export function preferred<T extends string>(name: string, values: readonly [T, ...T[]]): Signal<T> {
  const key = `clew.${name}`;
  const text = remembered(key);
  const chosen = signal<T>(values.find((value) => value === text) ?? values[0]);
  effect(() => remember(key, chosen.value === values[0] ? null : chosen.value));
  return chosen;
}

/** A text of a person's own, such as their name; "" when there is none. */
export function preferredText(name: string): Signal<string> {
  const key = `clew.${name}`;
  const chosen = signal(remembered(key) ?? "");
  effect(() => remember(key, chosen.value === "" ? null : chosen.value));
  return chosen;
}

/** Whether keys without Ctrl have a meaning (WCAG 2.1.4). */
export const singleKeys = preferred("keys", ["on", "off"]);
export const density = preferred("density", ["standard", "compact", "relaxed"]);
export const railWide = preferred("rail", ["narrow", "wide"]);
/** The name under which this person's notes, pins and verdicts are kept. */
export const ownName = preferredText("name");
/** Longer names are not taken. */
export const LONGEST_NAME = 80;
