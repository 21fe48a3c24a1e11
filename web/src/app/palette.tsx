// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Choice, choicesFor } from "./choices.ts";
import { paletteOpen } from "./open.ts";

/** One box to go anywhere and do anything, with the keys of what is offered beside it. */
export function Palette() {
  const dialog = useRef<HTMLDialogElement>(null);
  const focus = useRef<Element | null>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const isOpen = paletteOpen.value;
  // At once: what is typed right after the key is for the box.
  useLayoutEffect(() => {
    if (isOpen && !dialog.current?.open) {
      focus.current = document.activeElement;
      setText("");
      setChosen(0);
      dialog.current?.showModal();
    }
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  const choices = isOpen ? choicesFor(text, focus.current) : [];
  const at = Math.min(chosen, choices.length - 1);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    dialog.current?.close();
    choice.act();
  };
  const walk = (event: KeyboardEvent) => {
    const delta = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter") {
      event.preventDefault();
      take(choices[at]);
    } else if (delta !== 0 && choices.length > 0) {
      event.preventDefault();
      setChosen((at + delta + choices.length) % choices.length);
    }
  };
  return (
    <dialog ref={dialog} className="palette" aria-label="Search or jump" onClose={() => (paletteOpen.value = false)}>
      <input
        role="combobox"
        aria-label="Search or jump"
        aria-expanded={choices.length > 0}
        aria-controls="palette-list"
        aria-activedescendant={choices[at] ? `palette-${at}` : undefined}
        autoComplete="off"
        placeholder="a page, an action, a service, an incident, a time, or words to search for"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={walk}
      />
      <Choices choices={choices} at={at} take={take} />
      <p className="modes">
        <kbd>&gt;</kbd> actions <kbd>@</kbd> services <kbd>#</kbd> incidents <kbd>:</kbd> time
      </p>
    </dialog>
  );
}

function Choices({ choices, at, take }: { choices: Choice[]; at: number; take: (choice: Choice) => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div ref={list} id="palette-list" role="listbox" aria-label="Choices">
      {choices.map((choice, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box that owns the list takes the keys
        <div
          key={choice.id}
          id={`palette-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          onClick={() => take(choice)}
        >
          <span className="muted">{choice.kind}</span>
          <span className="what">{choice.name}</span>
          {choice.key && <kbd>{choice.key}</kbd>}
        </div>
      ))}
      {choices.length === 0 && <p className="note">Nothing of that name.</p>}
    </div>
  );
}
