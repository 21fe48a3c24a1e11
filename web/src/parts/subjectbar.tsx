// SPDX-License-Identifier: Apache-2.0
// What is asked of: the query and the time range, on every page about events.
import { useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { clear, draft, run } from "../state/actions.ts";
import { view } from "../state/location.ts";
import { Icon } from "../widgets/icon.tsx";
import { TimeBox } from "./timebox.tsx";

/**
 * The query box and the time box.
 *
 * @param props.again what Run does when the query is the one that ran already
 * @param props.children what stands beside Run
 */
export function SubjectBar(props: { again: () => void; children?: ComponentChildren }) {
  useSignalEffect(() => {
    draft.value = view.value.q;
  });
  const submit = (event: Event) => {
    event.preventDefault();
    if (draft.peek().trim() === view.peek().q) props.again();
    else run(draft.peek());
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    draft.value = view.peek().q;
    document.querySelector<HTMLElement>("[role=grid], [data-list]")?.focus();
  };
  return (
    <form className="query-line" role="search" onSubmit={submit}>
      <div className="query-box">
        <Icon name="search" />
        <input
          id="query"
          type="text"
          aria-label="Query"
          aria-keyshortcuts="/"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={16_384}
          placeholder='words, "a phrase", level:error, service:checkout, -level:debug, duration>2s, or paste a line'
          value={draft.value}
          onInput={(event) => (draft.value = event.currentTarget.value)}
          onKeyDown={keys}
        />
        {draft.value !== "" && (
          <button type="button" className="tool" aria-label="Clear the query" onClick={clear}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <TimeBox />
      <button type="submit" className="button primary">
        Run
      </button>
      {props.children}
    </form>
  );
}
