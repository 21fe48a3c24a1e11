// SPDX-License-Identifier: Apache-2.0
// From a key of the keyboard to the meaning it has where the focus is.
import { signal } from "@preact/signals";
import { begins, findKey } from "../state/keys.ts";
import { singleKeys } from "../state/preferences.ts";

/** The first of two keys, while the second is waited for. */
export const pending = signal("");
const PATIENCE = 1500;
const WALKS = /^(j|k|Arrow)/;

/** Elements that have a use of their own for letters, or for the arrow and enter keys. */
function takesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
    return key !== "Escape";
  const own = key === "Enter" || key === " " || key.startsWith("Arrow");
  return (
    own &&
    target.matches(
      "button, a, summary, input, [role=slider], [role=separator], [role=tab], [tabindex]:not([role=grid], [data-keys], [tabindex='-1'])",
    )
  );
}

export function pressed(event: KeyboardEvent): string {
  const letter = event.key.length === 1 && event.key.toLowerCase() !== event.key.toUpperCase();
  return letter && event.shiftKey ? `Shift+${event.key.toUpperCase()}` : letter ? event.key.toLowerCase() : event.key;
}

/** Keys with Ctrl or Cmd are few, and hold also while text is typed. */
function chord(event: KeyboardEvent): string | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  return `Ctrl+${event.key.toLowerCase()}`;
}

export function followKeys(): () => void {
  let timer = 0;
  const rest = () => {
    clearTimeout(timer);
    pending.value = "";
  };
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const focus = event.target instanceof Element ? event.target : null;
    const held = chord(event);
    const name = held ?? pressed(event);
    if (!held) {
      if (event.ctrlKey || event.metaKey || event.altKey || takesKey(event.target, event.key)) return;
      if (singleKeys.peek() === "off" && event.key.length === 1) return;
      // A dialog closes itself at Escape.
      if (document.querySelector("dialog:modal")) return;
    }
    const full = pending.peek() ? `${pending.peek()} ${name}` : name;
    rest();
    const key = findKey(full, focus);
    if (key) {
      if (event.repeat && !key.repeats && !WALKS.test(name)) return;
      event.preventDefault();
      key.act(full);
    } else if (!event.repeat && begins(full, focus)) {
      event.preventDefault();
      pending.value = full;
      timer = window.setTimeout(rest, PATIENCE);
    }
  };
  window.addEventListener("keydown", listen);
  return () => {
    rest();
    window.removeEventListener("keydown", listen);
  };
}
