// SPDX-License-Identifier: Apache-2.0
import type { Statement, StatementAnswer, StatementCommit } from "../../api/statementtypes.ts";
import { full } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { plural } from "../../state/numbers.ts";
import { candidates, pastWanted, printed, printing } from "../../state/printing.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Trouble } from "../../widgets/trouble.tsx";

const SHOWN = 300;
const SHORT = 8;

function place(statement: Statement): string {
  const lines = statement.first === statement.last ? statement.first : `${statement.first}-${statement.last}`;
  return `${statement.path}:${lines}`;
}

function Place({ statement }: { statement: Statement }) {
  return (
    <span className="mono">
      <Plain text={place(statement)} />
      {statement.function && (
        <>
          {" in "}
          <Plain text={statement.function} />
        </>
      )}
    </span>
  );
}

function CommitLine({ commit }: { commit: StatementCommit }) {
  return (
    <>
      <span className="mono">{commit.id.slice(0, SHORT)}</span> {full(commit.time, view.value.zone).slice(0, 10)}{" "}
      <Plain text={commit.author} />: <Plain text={clipped(commit.subject, SHOWN)} />
    </>
  );
}

function Past({ statement }: { statement: Statement }) {
  const past = statement.history;
  if (!past) {
    return (
      <button
        type="button"
        className="link"
        disabled={printing.loading.value}
        onClick={() => {
          pastWanted.value = true;
        }}
      >
        {printing.loading.value ? "reading its history…" : "who brought and changed it, and when it first printed"}
      </button>
    );
  }
  return (
    <ul className="statement-past">
      {past.changes.map((change) => (
        <li key={change.commit.id}>
          {change.commit.id === past.introduced?.id ? "brought by " : "changed by "}
          <CommitLine commit={change.commit} />
        </li>
      ))}
      {statement.seen?.first && (
        <li>
          printed {plural(statement.seen.count, "time")}, first {full(statement.seen.first, view.value.zone)}
        </li>
      )}
      {past.introduced === null && <li>what was before is not known</li>}
    </ul>
  );
}

function Values({ statement }: { statement: Statement }) {
  if (statement.variables.length === 0) return null;
  return (
    <dl className="provenance">
      {statement.variables.map(({ name, value }, at) => (
        <div className="pair" key={at}>
          <dt className="mono">
            <Plain text={clipped(name || "an expression", SHOWN)} />
          </dt>
          <dd className="mono">
            <Plain text={clipped(value, SHOWN)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Found({ answer }: { answer: StatementAnswer }) {
  const [first, ...others] = candidates(answer);
  if (!first) {
    return (
      <p className="note">
        {answer.commit === null
          ? "It is not known which statement printed this."
          : `No statement in ${plural(answer.searched, "source file")} fits this message.`}
      </p>
    );
  }
  return (
    <>
      <p>
        <Place statement={first} />
        {answer.commit && (
          <>
            {" at "}
            <span className="mono" title={answer.commit}>
              {answer.commit.slice(0, SHORT)}
            </span>{" "}
            (<Plain text={answer.commitFrom ?? ""} />)
          </>
        )}
      </p>
      {others.length > 0 && (
        <>
          <p>Others fit as well:</p>
          <ul className="statement-past">
            {others.map((other) => (
              <li key={place(other)}>
                <Place statement={other} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Values statement={first} />
      <p className="note">
        <Plain text={first.reasons.join("; ")} />
      </p>
      <Past statement={first} />
    </>
  );
}

/** The statement of the source code that printed the selected event. */
export function PrintedBy() {
  const answer = printed.value;
  const error = printing.error.value;
  return (
    <section className="section printed-by">
      <h3>Printed by</h3>
      {answer ? <Found answer={answer} /> : !error && <p className="note">looking through the sources…</p>}
      {answer?.unknowns.map((unknown) => (
        <p className="note" key={unknown}>
          <Plain text={unknown} />
        </p>
      ))}
      {error && <Trouble what="The statement is missing." error={error} retry={printing.retry} />}
    </section>
  );
}
