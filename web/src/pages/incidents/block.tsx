// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Block, Incident } from "../../api/incidenttypes.ts";
import { lastField } from "../../state/citing.ts";
import { createDraft, type Draft, type DraftState } from "../../state/drafts.ts";
import { incident as shown } from "../../state/incident.ts";
import { clockSeconds, millis } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { Markdown } from "../../widgets/markdown.tsx";
import { citing } from "./cited.tsx";
import { Comments } from "./comments.tsx";
import { Versions } from "./versions.tsx";

const LONGEST = 100_000;
const LEAST_ROWS = 3;
const MOST_ROWS = 24;

function said(state: DraftState, written: boolean): string {
  switch (state.kind) {
    case "saved":
      return written ? `saved ${clockSeconds(millis(state.at), view.value.zone)}` : "empty";
    case "typed":
      return "typed, saved in a moment";
    case "sending":
      return "saving…";
    case "waiting":
      return `not saved yet: ${state.why}. It is kept in this browser.`;
    default:
      return "somebody else wrote meanwhile";
  }
}

function Conflict({ draft, theirs }: { draft: Draft; theirs: { text: string; by: string } }) {
  return (
    <div className="doc-conflict" role="alert">
      <p>
        <strong>{theirs.by}</strong> wrote this part meanwhile. Both texts are here; choose, or join them.
      </p>
      <div className="pair">
        <div>
          <h4>Theirs</h4>
          <pre className="mono">{theirs.text}</pre>
        </div>
        <div>
          <h4>Yours</h4>
          <pre className="mono">{draft.text.value}</pre>
        </div>
      </div>
      <div className="incident-actions">
        <button type="button" className="button small" onClick={() => draft.settle(draft.text.peek())}>
          Keep mine
        </button>
        <button type="button" className="button small" onClick={() => draft.settle(theirs.text)}>
          Take theirs
        </button>
        <button
          type="button"
          className="button small primary"
          onClick={() => draft.settle(`${theirs.text}\n\n${draft.text.peek()}`)}
        >
          Keep both
        </button>
      </div>
    </div>
  );
}

export function BlockEditor({ incident, block, name }: { incident: Incident; block: Block; name: string }) {
  const draft = useMemo(
    () =>
      createDraft(incident.id, block, (now) => {
        if (shown.data.peek()?.id === now.id) shown.data.value = now;
      }),
    // A draft lives as long as its field; what the server says of the text comes through its saves.
    [incident.id, block.id],
  );
  const [editing, setEditing] = useState(block.text.trim() === "");
  const [open, setOpen] = useState<"versions" | "comments" | null>(null);
  useEffect(() => {
    const text = draft.text.peek();
    if (draft.state.peek().kind === "typed" && text !== block.text) setEditing(true);
    return () => {
      if (draft.state.peek().kind === "typed") void draft.save();
      draft.dispose();
    };
  }, [draft, block.text]);
  const text = draft.text.value;
  const state = draft.state.value;
  const role = block.role === "text" ? "" : `, ${block.role}`;
  const openComments = block.comments.filter((comment) => !comment.resolved).length;
  return (
    <div className="doc-block">
      {block.role !== "text" && <h4>{block.role === "facts" ? "Facts" : "Interpretation"}</h4>}
      {editing ? (
        <textarea
          className="field mono"
          aria-label={`${name}${role}`}
          maxLength={LONGEST}
          rows={Math.min(MOST_ROWS, Math.max(LEAST_ROWS, text.split("\n").length + 1))}
          placeholder="Markdown; [E1] cites evidence"
          value={text}
          onFocus={(event) => (lastField.value = event.currentTarget)}
          onInput={(event) => draft.type(event.currentTarget.value)}
        />
      ) : (
        <Markdown text={text} cite={citing(incident)} />
      )}
      {state.kind === "conflict" && <Conflict draft={draft} theirs={state.theirs} />}
      <div className="incident-actions">
        <span className={state.kind === "waiting" ? "bad" : "muted"} role="status">
          {said(state, text.trim() !== "")}
        </span>
        <span className="push" />
        <button type="button" className="button small" onClick={() => setEditing(!editing)}>
          {editing ? "Preview" : "Write"} <span className="unseen">{`${name}${role}`}</span>
        </button>
        <button
          type="button"
          className="button small"
          aria-expanded={open === "comments"}
          onClick={() => setOpen(open === "comments" ? null : "comments")}
        >
          Comments{openComments > 0 ? ` ${openComments}` : ""} <span className="unseen">{`on ${name}${role}`}</span>
        </button>
        <button
          type="button"
          className="button small"
          aria-expanded={open === "versions"}
          onClick={() => setOpen(open === "versions" ? null : "versions")}
        >
          Versions <span className="unseen">{`of ${name}${role}`}</span>
        </button>
      </div>
      {open === "comments" && <Comments block={block} />}
      {open === "versions" && (
        <Versions
          incident={incident.id}
          block={block}
          take={(old) => {
            draft.type(old);
            setEditing(true);
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}
