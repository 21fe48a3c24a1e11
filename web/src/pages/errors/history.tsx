// SPDX-License-Identifier: Apache-2.0
import type { FunctionChange } from "../../api/types.ts";
import { millis } from "../../state/instant.ts";
import { age, plural } from "../../state/numbers.ts";
import { chooseCommit, source } from "../../state/suspicion.ts";
import { Out } from "../../widgets/out.tsx";
import { Plain } from "../../widgets/plain.tsx";

const SHOWN = 5;

function Row({ change, suspects, now }: { change: FunctionChange; suspects: ReadonlySet<string>; now: number }) {
  const { commit } = change;
  const short = commit.id.slice(0, 8);
  return (
    <li>
      {suspects.has(commit.id) ? (
        <button type="button" className="link mono" onClick={() => chooseCommit(commit.id)}>
          {short}
        </button>
      ) : (
        <span className="mono">{short}</span>
      )}
      <span className="what">
        <Plain text={commit.subject} />{" "}
        <span className="muted">
          <Plain text={[commit.author, age(now - millis(commit.time))].filter(Boolean).join(" · ")} />
        </span>{" "}
        <Out to={commit.page}>page</Out>
      </span>
      <span className="mono">
        {change.kind === "changed" ? "" : `${change.kind} `}
        <span className="adds">+{change.added}</span> <span className="dels">−{change.removed}</span>
      </span>
    </li>
  );
}

/** Which commits changed the function around the shown line, newest first. */
export function History({ suspects, now }: { suspects: ReadonlySet<string>; now: number }) {
  const found = source.data.value?.function;
  if (!found || found.history.length === 0) return null;
  const { history } = found;
  return (
    <section className="history" aria-label="History of the function">
      <div className="codebar">
        <span>
          History of{" "}
          <strong className="mono">
            <Plain text={found.name} />
          </strong>
        </span>
        <span className="muted">
          changed in {plural(history.length, "commit")}
          {found.complete ? " since it was written" : ", and earlier ones not shown"}
        </span>
      </div>
      <ol>
        {history.slice(0, SHOWN).map((change) => (
          <Row key={change.commit.id} change={change} suspects={suspects} now={now} />
        ))}
      </ol>
      {history.length > SHOWN && (
        <details className="cleared">
          <summary>{plural(history.length - SHOWN, "earlier commit")}</summary>
          <ol>
            {history.slice(SHOWN).map((change) => (
              <Row key={change.commit.id} change={change} suspects={suspects} now={now} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
