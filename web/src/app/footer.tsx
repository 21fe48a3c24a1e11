// SPDX-License-Identifier: Apache-2.0
import { signal, useSignalEffect } from "@preact/signals";
import { keysAt, shownKey } from "../state/keys.ts";
import { view } from "../state/location.ts";
import { pending } from "./keyboard.ts";
import { shownModule } from "./outlet.tsx";

const focus = signal<Element | null>(null);
const MOST_HINTS = 6;

/** What follows the focus: the hints are those of the keys that work where it is. */
export function followFocus(): () => void {
  const follow = () => (focus.value = document.activeElement);
  document.addEventListener("focusin", follow);
  return () => document.removeEventListener("focusin", follow);
}

export function Footer() {
  const Foot = shownModule.value?.Foot;
  useSignalEffect(() => {
    // Another page may take the focused element away without an event.
    view.value.page;
    focus.value = document.activeElement;
  });
  const hints = keysAt(focus.value).filter(({ key }) => key.hint);
  return (
    <footer className="foot">
      {Foot && <Foot />}
      <span className="push" />
      <span className="keys" aria-hidden="true">
        {pending.value && (
          <span>
            <kbd>{shownKey(pending.value)}</kbd> and then?
          </span>
        )}
        {hints.slice(0, MOST_HINTS).map(({ key }) => (
          <span key={key.does}>
            <kbd>{shownKey(key.keys[0] ?? "")}</kbd> {key.hint}
          </span>
        ))}
      </span>
    </footer>
  );
}
