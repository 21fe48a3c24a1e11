// SPDX-License-Identifier: Apache-2.0
// The registry of keys: what binds them also prints the help, the hints and the palette's actions.
import { signal } from "@preact/signals";

export interface Key {
  /**
   * As in KeyboardEvent.key; "Shift+" in front of a letter where the shift key is held; two with a space between them
   * are pressed one after the other.
   */
  keys: readonly string[];
  /** What it does, in a few words for the reader. */
  does: string;
  act(name: string): void;
  /** Goes on while the key is held. */
  repeats?: boolean;
  /** A word for the foot of the page; absent: not shown there. */
  hint?: string;
}

/** Keys that have their meaning together. A key has one meaning in a scope, and an inner scope goes first. */
export interface Scope {
  name: string;
  title: string;
  keys: readonly Key[];
  /** Whether it holds now; absent: as long as it is bound. */
  active?(): boolean;
  /** Holds only while the focus is inside an element with this scope's name as data-keys. */
  focused?: boolean;
}

const bound = signal<readonly Scope[]>([]);

/** Binds the keys until the answer is called. */
export function bind(scope: Scope): () => void {
  bound.value = [...bound.peek(), scope];
  return () => {
    bound.value = bound.peek().filter((other) => other !== scope);
  };
}

function holds(scope: Scope, names: readonly string[]): boolean {
  if (scope.focused && !names.includes(scope.name)) return false;
  return scope.active?.() ?? true;
}

/** The scopes that hold where the focus is, the innermost first. */
export function scopesAt(focus: Element | null): Scope[] {
  const names: string[] = [];
  for (let at = focus?.closest("[data-keys]"); at; at = at.parentElement?.closest("[data-keys]")) {
    names.push(at.getAttribute("data-keys") ?? "");
  }
  const depth = (scope: Scope) => {
    const place = names.indexOf(scope.name);
    return place < 0 ? names.length : place;
  };
  // The last one bound is the innermost of those that no focus orders.
  const held = bound.value.filter((scope) => holds(scope, names)).reverse();
  return held.sort((one, two) => depth(one) - depth(two));
}

/** All keys that work where the focus is, each with its scope. */
export function keysAt(focus: Element | null): { key: Key; scope: Scope }[] {
  const taken = new Set<string>();
  const found: { key: Key; scope: Scope }[] = [];
  for (const scope of scopesAt(focus)) {
    for (const key of scope.keys) {
      if (key.keys.every((name) => taken.has(name))) continue;
      found.push({ key, scope });
    }
    for (const key of scope.keys) for (const name of key.keys) taken.add(name);
  }
  return found;
}

export function findKey(name: string, focus: Element | null): Key | undefined {
  for (const scope of scopesAt(focus)) {
    const key = scope.keys.find((candidate) => candidate.keys.includes(name));
    if (key) return key;
  }
  return undefined;
}

/** Whether a second key may follow this one. */
export function begins(name: string, focus: Element | null): boolean {
  return scopesAt(focus).some((scope) => scope.keys.some((key) => key.keys.some((one) => one.startsWith(`${name} `))));
}

const SHOWN: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };

/** A key's name as it is printed on a keyboard. */
export function shownKey(name: string): string {
  return name
    .split(" ")
    .flatMap((part) => (part === "+" ? part : part.split("+")))
    .map((part) => SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(" ");
}

/** The value of aria-keyshortcuts for a key. */
export function shortcut(name: string): string {
  return name.replace(/\b[a-z]\b/g, (letter) => letter.toUpperCase());
}
