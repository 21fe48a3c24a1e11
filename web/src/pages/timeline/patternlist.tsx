// SPDX-License-Identifier: Apache-2.0
import type { PatternRow } from "../../api/types.ts";
import { clockSeconds, millis } from "../../state/instant.ts";
import { pageView } from "../../state/location.ts";
import { grouped, times } from "../../state/numbers.ts";
import { narrowed } from "../../state/querytext.ts";
import { patterns } from "../../state/timedrawer.ts";
import { lookAt, scope } from "../../state/timeline.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { zone } from "./picture.ts";

const MOST = 60;
const LONGEST = 240;

function change(row: PatternRow): string {
  if (row.kind === "new" || row.kind === "gone" || row.before === 0 || row.kind === "same") return row.kind;
  return `${row.kind} ${times(row.count / row.before)}`;
}

function Line({ row }: { row: PatternRow }) {
  const ask = scope.value;
  return (
    <tr>
      <td className="num">{grouped(row.count)}</td>
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
      <td className="wide mono">
        <To view={pageView("investigate", { ...ask, q: narrowed(ask?.q ?? "", row.query) })}>
          <Plain text={clipped(row.template, LONGEST)} />
        </To>
      </td>
      <td className="mono">
        <Plain text={clipped(row.services.join(", "), 60)} />
      </td>
      <td>
        <button type="button" className="link mono" title="put the cursor there" onClick={() => lookAt(row.first)}>
          {clockSeconds(millis(row.first), zone.value)}
        </button>
      </td>
    </tr>
  );
}

export function PatternList() {
  const answer = patterns.data.value;
  const error = patterns.error.value;
  if (!answer) {
    return error ? (
      <Trouble what="No patterns." error={error} retry={patterns.retry} />
    ) : (
      <p className="note">counting patterns…</p>
    );
  }
  const here = answer.patterns.filter(({ count }) => count > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={error ? "tl-scroll stale" : "tl-scroll"} tabIndex={0} aria-label="Patterns of the selection">
      <table className="tl-table">
        <thead>
          <tr>
            <th className="num">Events</th>
            <th>Against before</th>
            <th>Level</th>
            <th>Pattern</th>
            <th>Services</th>
            <th>First ({zone.value})</th>
          </tr>
        </thead>
        <tbody>
          {here.slice(0, MOST).map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {here.length > MOST && (
        <p className="note">
          The {MOST} most frequent of {here.length} are listed; choose a shorter time or fewer lanes to see the rarer
          ones.
        </p>
      )}
      {here.length === 0 && <p className="note">0 events in this time and these lanes.</p>}
    </section>
  );
}
