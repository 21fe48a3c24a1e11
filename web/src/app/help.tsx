// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";
import { helpOpen } from "../state/actions.ts";
import { KEYS } from "./keys.ts";

const NAMES: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc" };

function shown(key: string): string {
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key.replace("+", " "));
}

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = helpOpen.value;
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={() => (helpOpen.value = false)}>
      <h2 id="help-title">Keys</h2>
      <dl className="help">
        {KEYS.map((key) => (
          <>
            <dt key={`${key.does}-keys`}>
              {key.keys.map((name) => (
                <kbd key={name}>{shown(name)}</kbd>
              ))}
            </dt>
            <dd key={key.does}>{key.does}</dd>
          </>
        ))}
      </dl>
      <p className="muted">
        On the histogram: drag to zoom, or focus it and use the arrows, Shift and arrows to extend, Enter to zoom. Keys
        rest while you type.
      </p>
      <form method="dialog">
        <button type="submit" className="button primary">
          Close
        </button>
      </form>
    </dialog>
  );
}
