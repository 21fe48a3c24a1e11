// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import type { Block } from "../../api/incidenttypes.ts";
import { comment, resolveComment, sending } from "../../state/incident.ts";
import { second } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { Plain } from "../../widgets/plain.tsx";

const LONGEST = 4000;

/** What people say of a part of the document, and whether it still waits for an answer. */
export function Comments({ block }: { block: Block }) {
  const [text, setText] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() !== "") void comment(block.id, text.trim()).then((kept) => kept && setText(""));
  };
  return (
    <div className="doc-comments">
      <ul>
        {block.comments.map((one) => (
          <li key={one.id} className={one.resolved ? "muted" : ""}>
            <Plain text={one.text} />{" "}
            <span className="muted">
              <Plain text={one.by} />, {second(one.time, view.value.zone)}
            </span>{" "}
            <button type="button" className="link" onClick={() => void resolveComment(block.id, one.id, !one.resolved)}>
              {one.resolved ? "open it again" : "resolved"}
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit}>
        <input
          className="field"
          aria-label="New comment"
          maxLength={LONGEST}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="button small" disabled={sending.value || text.trim() === ""}>
          Comment
        </button>
      </form>
    </div>
  );
}
