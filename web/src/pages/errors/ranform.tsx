// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { client } from "../../api/client.ts";
import type { CommitBrief, SuspectsAnswer } from "../../api/types.ts";
import { suspects } from "../../state/errors.ts";
import { status } from "../../state/investigation.ts";
import { keeps } from "../../state/notes.ts";
import { LONGEST_NAME, ownName } from "../../state/preferences.ts";
import { failureOf } from "../../state/resource.ts";
import { isInstant } from "../../state/urltext.ts";
import { Copy } from "../../widgets/copy.tsx";
import { Plain } from "../../widgets/plain.tsx";

/** Says which commit ran: looked up in the repositories before it is kept as a deploy. */
export function RanForm(props: { answer: SuspectsAnswer; service: string; version: string | null }) {
  const { answer, service, version } = props;
  const [name, setName] = useState(version ?? "");
  const [since, setSince] = useState(answer.baseline?.from ?? status.data.value?.range?.from ?? answer.window.from);
  const [found, setFound] = useState<CommitBrief | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const fail = (thrown: unknown) => {
    const failure = failureOf(thrown);
    setTrouble("detail" in failure && failure.detail ? `${failure.message}: ${failure.detail}` : failure.message);
  };
  const look = async (event: Event) => {
    event.preventDefault();
    setFound(null);
    setTrouble(null);
    try {
      setFound(await client.commit(name.trim()));
    } catch (thrown) {
      fail(thrown);
    }
  };
  const deploy = found && {
    time: since,
    service,
    version: version ?? name.trim(),
    commit: found.id,
    by: ownName.value.trim() || "somebody at the workbench",
  };
  const save = async () => {
    if (!deploy) return;
    if (!isInstant(since)) return setTrouble("The time is not an ISO 8601 time in UTC.");
    try {
      await client.keepDeploy(deploy);
      suspects.retry();
      status.retry();
    } catch (thrown) {
      fail(thrown);
    }
  };
  return (
    <form className="tell" aria-label="Which commit ran" onSubmit={look}>
      <div className="pair">
        <label>
          Commit that ran: tag, branch or id
          <input
            id="ran-commit"
            className="field mono"
            value={name}
            maxLength={200}
            onInput={(event) => {
              setName(event.currentTarget.value);
              setFound(null);
            }}
          />
        </label>
        <label>
          Since (UTC)
          <input className="field mono" value={since} onInput={(event) => setSince(event.currentTarget.value)} />
        </label>
        {keeps() && (
          <label>
            Your name
            <input
              className="field"
              value={ownName.value}
              maxLength={LONGEST_NAME}
              onInput={(event) => (ownName.value = event.currentTarget.value)}
            />
          </label>
        )}
      </div>
      <div role="status" aria-live="polite">
        {found && (
          <p className="good" data-ran="found">
            <span className="mono">{found.id.slice(0, 8)}</span>{" "}
            <Plain text={`${found.subject} (${found.author}, ${found.time.slice(0, 10)})`} />
          </p>
        )}
        {trouble && (
          <p className="bad">
            <Plain text={trouble} />
          </p>
        )}
      </div>
      <p className="way">
        <button type="submit" className="button small" disabled={name.trim() === ""}>
          Look it up
        </button>
        <button type="button" className="button small primary" disabled={!found || !keeps()} onClick={save}>
          Keep: it ran
        </button>
        {deploy && (
          <Copy
            text={JSON.stringify({ kind: "deploy", ...deploy })}
            what="the line for --changes"
            label="For --changes"
          />
        )}
        {!keeps() && <span>This server keeps nothing that is told: put the line into a file for --changes.</span>}
      </p>
    </form>
  );
}
