// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef } from "preact/hooks";
import { closeFind, finding, found, many, next, openFind, type } from "../../state/find.ts";
import { listing, live, rowEvents } from "../../state/investigation.ts";
import type { Scope } from "../../state/keys.ts";
import { view } from "../../state/location.ts";
import { grouped, plural } from "../../state/numbers.ts";
import { Icon } from "../../widgets/icon.tsx";
import { focusList } from "./keys.ts";

const FIELD = "find-text";

/** Ctrl+F finds in the rows; where the focus is in the field already, the browser's own takes it. */
export const FIND: Scope = {
  name: "investigate",
  title: "Investigate",
  active: () => view.peek().list === "events" && document.activeElement?.id !== FIELD,
  keys: [
    {
      keys: ["Ctrl+f"],
      does: "find a text in the rows; pressed again, in the page",
      act: () => {
        openFind();
        document.getElementById(FIELD)?.focus();
      },
    },
  ],
};

function told(): string {
  const count = many.value;
  if (count === null) return "";
  const loaded = plural(rowEvents.value.length, live.value ? "row" : "loaded row");
  const beyond = !live.value && (listing.listed.value?.next || listing.listed.value?.previous);
  return `in ${count === 0 ? "none" : grouped(count)} of ${loaded}${beyond ? "; Enter goes on beyond them" : ""}`;
}

/** A text looked for in the rows: Enter and Shift+Enter walk, also beyond those that are loaded. */
export function Find() {
  const field = useRef<HTMLInputElement>(null);
  const text = finding.value;
  const open = text !== null;
  // At once: what is typed right after the key is for this field.
  useLayoutEffect(() => {
    if (!open) return;
    field.current?.focus();
    field.current?.select();
  }, [open]);
  if (!open) return null;
  const close = () => {
    closeFind();
    focusList();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") close();
    else next(event.shiftKey ? -1 : 1);
  };
  const none = found.value.length === 0;
  return (
    <search className="find">
      <input
        ref={field}
        id={FIELD}
        type="search"
        aria-label="Find in the rows"
        placeholder="find in the rows"
        autoComplete="off"
        spellcheck={false}
        maxLength={200}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <button type="button" className="button small" disabled={none} onClick={() => next(-1)}>
        before
      </button>
      <button type="button" className="button small" disabled={none} onClick={() => next(1)}>
        next
      </button>
      <span role="status" className="muted">
        {told()}
      </span>
      <span className="push" />
      <button type="button" className="tool" aria-label="Close find" onClick={close}>
        <Icon name="close" />
      </button>
    </search>
  );
}
