// SPDX-License-Identifier: Apache-2.0
import type { PatternRow } from "../../api/types.ts";
import { filterIn } from "../../state/actions.ts";
import { full } from "../../state/instant.ts";
import { PATTERNS, patterns } from "../../state/investigation.ts";
import { go, view } from "../../state/location.ts";
import { grouped, percent, times } from "../../state/numbers.ts";
import { narrowed, stands } from "../../state/querytext.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Template } from "../../widgets/template.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { Minus } from "./minus.tsx";
import { NoEvents } from "./noevents.tsx";

/** Characters of a pattern that name it. */
const NAME = 80;

function change(row: PatternRow): string {
  if (row.kind === "new") return "new";
  if (row.kind === "gone") return "gone";
  if (row.before === 0 || row.kind === "same") return row.kind;
  return `${row.kind} ${times(row.count / row.before)}`;
}

function Line({ row }: { row: PatternRow }) {
  const text = row.query;
  const choose = () => {
    const { q } = view.peek();
    if (stands(q, text) === "in") filterIn(text);
    else go({ q: narrowed(q, text), list: "events" });
  };
  return (
    <tr className={row.count === 0 ? "muted" : ""}>
      <td className="num">{grouped(row.count)}</td>
      <td className="num">
        {percent(row.share)}
        <span className="sharebar" aria-hidden="true">
          <i style={{ width: `${Math.min(100, row.share * 100)}%` }} />
        </span>
      </td>
      <td>
        <span className={`kind ${row.kind}`} title={`${grouped(row.before)} in the equally long time before`}>
          {change(row)}
        </span>
      </td>
      <td>
        <span className="level mono" data-level={row.level ?? ""}>
          {row.level ? row.level.toUpperCase() : "-"}
        </span>
      </td>
      <td>
        <Minus
          clause={text}
          label={`without the pattern ${clipped(row.template, NAME)}`}
          out={stands(view.value.q, text) === "out"}
        />
      </td>
      <td className="wide">
        <button type="button" className={`template ${stands(view.value.q, text) ?? ""}`} title={text} onClick={choose}>
          <Template text={row.template} />
        </button>
        {row.members > 1 && (
          <span className="members" title="patterns of one statement, which differ in the words that vary">
            {grouped(row.members)} patterns
          </span>
        )}
      </td>
      <td className="mono">
        <Plain text={clipped(row.services.join(", "), 60)} />
      </td>
      <td className="mono">{full(row.first, view.value.zone).slice(0, 23)}</td>
    </tr>
  );
}

export function Patterns() {
  const answer = patterns.data.value;
  const error = patterns.error.value;
  if (!answer) {
    return error ? (
      <Trouble what="No patterns." error={error} retry={patterns.retry} />
    ) : (
      <p className="note">counting patterns…</p>
    );
  }
  if (answer.patterns.length === 0) return <NoEvents />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={error ? "patterns stale" : "patterns"} tabIndex={0} aria-label="Patterns">
      <table>
        <thead>
          <tr>
            <th className="num">Events</th>
            <th className="num">Share</th>
            <th>Against before</th>
            <th>Level</th>
            <th>
              <span className="unseen">Leave out</span>
            </th>
            <th>Pattern</th>
            <th>Services</th>
            <th>First seen ({view.value.zone})</th>
          </tr>
        </thead>
        <tbody>
          {answer.patterns.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {answer.patterns.length >= PATTERNS && (
        <p className="note">
          The {PATTERNS} most frequent are listed; narrow the query or the time to see the rarer ones.
        </p>
      )}
      {answer.complete === false && <p className="note">There are more patterns than could be counted.</p>}
      {answer.baseline === null && (
        <p className="note">
          The logs hold nothing before this time, so nothing can be called new or more than before.
        </p>
      )}
    </section>
  );
}
