// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";
import type { ErrorRow } from "../../api/errortypes.ts";
import { run, wholeStore } from "../../state/actions.ts";
import { errors, MOST_ERRORS } from "../../state/errors.ts";
import { exceptionOf, STATES, sinceWords, spreadWords } from "../../state/errortext.ts";
import { full } from "../../state/instant.ts";
import { move, view } from "../../state/location.ts";
import { counted, grouped, plural } from "../../state/numbers.ts";
import { ranking, tops } from "../../state/toperror.ts";
import { frameName, framePlace } from "../../widgets/library.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Spark } from "../../widgets/spark.tsx";
import { Template } from "../../widgets/template.tsx";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { openError } from "./keys.ts";

const TIME = 23;

function State({ row }: { row: ErrorRow }) {
  const confirmed = row.verdicts.find((said) => said.verdict === "confirmed");
  const said = confirmed
    ? `${confirmed.title} (${confirmed.by}, ${full(confirmed.time, view.value.zone)} ${view.value.zone})`
    : row.state === "dismissed"
      ? plural(row.verdicts.length, "suspect")
      : "";
  return (
    <>
      <span className={`kind ${row.state === "new" ? "new" : row.state}`} data-state={row.state}>
        {STATES[row.state]}
      </span>
      {said && (
        <span className="second">
          <Plain text={said} />
        </span>
      )}
    </>
  );
}

/** What the first suspect is, where the row was looked at long enough to ask. */
function Top({ row }: { row: ErrorRow }) {
  const event = row.event ?? "";
  if (ranking.value === event) return <span className="second">ranking suspects…</span>;
  if (!tops.value.has(event)) return null;
  const top = tops.value.get(event);
  return (
    <span className="second" data-top={top?.id ?? ""}>
      {top ? (
        <>
          {top.score.toFixed(2)} {top.strength}: <Plain text={clipped(top.title, 80)} />
        </>
      ) : (
        "no change speaks for it"
      )}
    </span>
  );
}

function Where({ row }: { row: ErrorRow }) {
  const facts = [spreadWords(row.versions, "version"), spreadWords(row.hosts, "host")].filter(Boolean);
  return (
    <>
      <span className="mono">
        <Plain text={row.service ?? "no service"} />
      </span>
      {facts.length > 0 && (
        <span className="second">
          <Plain text={facts.join(" · ")} />
        </span>
      )}
    </>
  );
}

function Line({ row, index, chosen }: { row: ErrorRow; index: number; chosen: boolean }) {
  const { zone } = view.value;
  const exception = exceptionOf(row);
  const since = sinceWords(row);
  return (
    <tr
      id={`error-${row.id}`}
      aria-selected={chosen}
      aria-rowindex={index + 2}
      data-error={row.id}
      data-level={row.level ?? ""}
      onClick={(click) => {
        // a click on the link has led away already
        if (!click.defaultPrevented) move({ selected: row.id });
      }}
      onDblClick={() => openError(row.id)}
    >
      <td className="wide">
        <To view={{ ...view.value, id: row.id, selected: null }} className="headline-link">
          {exception && (
            <strong>
              <Plain text={exception} />{" "}
            </strong>
          )}
          <Template text={row.template} />
        </To>
        {row.patterns > 1 && <span className="members">{grouped(row.patterns)} patterns</span>}
        {row.frame && (
          <span className="second mono">
            <Plain text={`${frameName(row.frame)} ${framePlace(row.frame)}`} />
          </span>
        )}
      </td>
      <td>
        <Spark steps={row.counts} />
      </td>
      <td className="num">{counted(row.count)}</td>
      <td className="where">
        <Where row={row} />
      </td>
      <td>
        <span className="mono">{full(row.first, zone).slice(0, TIME)}</span>
        {row.began !== row.first ? (
          <span className="second">there before, since {full(row.began, zone).slice(0, TIME)}</span>
        ) : (
          since && (
            <span className="second">
              <Plain text={since} />
            </span>
          )
        )}
      </td>
      <td className="mono">{full(row.last, zone).slice(0, TIME)}</td>
      <td className="where">
        <State row={row} />
        {row.state !== "confirmed" && <Top row={row} />}
      </td>
    </tr>
  );
}

/** Nothing fails: what was looked for, and where else to look. */
function None() {
  const { q, from, to } = view.value;
  return (
    <div className="list-state">
      <p>
        No errors. Looked for events of level error and above, and for events with an exception
        {q ? ", that match the query" : ""}
        {from || to ? ", in this time" : ""}.
      </p>
      <p className="way">
        {q && (
          <button type="button" className="button" onClick={() => run("")}>
            Without the query
          </button>
        )}
        {(from || to) && (
          <button type="button" className="button" onClick={wholeStore}>
            In the whole store
          </button>
        )}
      </p>
    </div>
  );
}

export function ErrorTable() {
  const host = useRef<HTMLTableElement>(null);
  const answer = errors.data.value;
  const trouble = errors.error.value;
  const { selected, zone } = view.value;
  useEffect(() => {
    if (selected) document.getElementById(`error-${selected}`)?.scrollIntoView({ block: "nearest" });
  }, [selected, answer]);
  useEffect(() => {
    if (document.activeElement === document.body) host.current?.focus({ preventScroll: true });
  }, [answer === null]);
  if (!answer) {
    return trouble ? (
      <Trouble what="No errors are known." error={trouble} retry={errors.retry} />
    ) : (
      <p className="note">counting errors…</p>
    );
  }
  if (answer.errors.length === 0) return <None />;
  const chosen = answer.errors.some((row) => row.id === selected);
  return (
    <section className={trouble ? "patterns errors stale" : "patterns errors"} aria-label="Errors">
      {trouble && <Trouble what="These are the errors of the question before." error={trouble} retry={errors.retry} />}
      <table
        ref={host}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are chosen by keys
        role="grid"
        data-list
        data-keys="errors"
        aria-label={`Errors, ${grouped(answer.errorCount)}`}
        aria-rowcount={answer.errors.length + 1}
        aria-activedescendant={chosen ? `error-${selected}` : undefined}
        tabIndex={0}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th>Error</th>
            <th>In this time</th>
            <th className="num">Events</th>
            <th>Service</th>
            <th>First ({zone})</th>
            <th>Last ({zone})</th>
            <th>State, first suspect</th>
          </tr>
        </thead>
        <tbody>
          {answer.errors.map((row, index) => (
            <Line key={row.id} row={row} index={index} chosen={row.id === selected} />
          ))}
        </tbody>
      </table>
      {answer.errorCount > answer.errors.length && (
        <p className="note">
          The first {MOST_ERRORS} of {grouped(answer.errorCount)} errors are listed;{" "}
          {plural(answer.unlisted, "failing event")} are of the others. Narrow the query or the time to see them.
        </p>
      )}
      {!answer.complete && (
        <p className="note">
          {answer.reason
            ? `The counts may be too low: ${answer.reason}.`
            : "There are more errors than could be told apart: rare ones may be missing."}
        </p>
      )}
    </section>
  );
}
