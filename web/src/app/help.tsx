// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";
import { type Key, keysAt, shownKey } from "../state/keys.ts";
import { singleKeys } from "../state/preferences.ts";
import { helpOpen } from "./open.ts";
import { shownModule } from "./outlet.tsx";

function Keys({ title, keys }: { title: string; keys: readonly Key[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="help">
        {keys.map((key) => (
          <div key={key.does}>
            <dt>
              {key.keys.map((name) => (
                <kbd key={name}>{shownKey(name)}</kbd>
              ))}
            </dt>
            <dd>{key.does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function grouped(): Map<string, Key[]> {
  const groups = new Map<string, Key[]>();
  for (const { key, scope } of keysAt(document.activeElement)) {
    groups.set(scope.title, [...(groups.get(scope.title) ?? []), key]);
  }
  return groups;
}

/** What people ask on the page in view, and the keys that work now: from the table that binds them. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = helpOpen.value;
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="helpbox" aria-labelledby="help-title" onClose={() => (helpOpen.value = false)}>
      {isOpen && (
        <>
          <h2 id="help-title">Help</h2>
          <form method="dialog">
            <button type="submit" className="button small">
              Close
            </button>
          </form>
          {(shownModule.value?.howTo ?? []).map(({ question, answer }) => (
            <details key={question}>
              <summary>{question}</summary>
              <p>{answer}</p>
            </details>
          ))}
          <h2>Keys</h2>
          <label className="check">
            <input
              type="checkbox"
              checked={singleKeys.value === "on"}
              onChange={(event) => (singleKeys.value = event.currentTarget.checked ? "on" : "off")}
            />
            Single keys work (they rest while you type)
          </label>
          {[...grouped()].map(([title, keys]) => (
            <Keys key={title} title={title} keys={keys} />
          ))}
        </>
      )}
    </dialog>
  );
}
