// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import { draft, run } from "../../state/actions.ts";
import { listing } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Notices } from "./notices.tsx";
import { Stats } from "./stats.tsx";
import { TimeBox } from "./timebox.tsx";

export function QueryBar() {
  useSignalEffect(() => {
    draft.value = view.value.q;
  });
  const submit = (event: Event) => {
    event.preventDefault();
    if (draft.peek().trim() === view.peek().q) listing.retry();
    else run(draft.peek());
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    draft.value = view.peek().q;
    document.querySelector<HTMLElement>("[role=grid]")?.focus();
  };
  return (
    <div className="query">
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
            <button type="button" className="tool" aria-label="Clear the query" onClick={() => run("")}>
              <Icon name="close" />
            </button>
          )}
        </div>
        <TimeBox />
        <button type="submit" className="button primary">
          Run
        </button>
      </form>
      <Stats />
      <Notices />
      <div className={listing.loading.value ? "progress on" : "progress"} aria-hidden="true" />
    </div>
  );
}
