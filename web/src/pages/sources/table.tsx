// SPDX-License-Identifier: Apache-2.0
import type { SkewAnswer, SourceRow, SourcesAnswer } from "../../api/sourcetypes.ts";
import { ALL } from "../../state/imports.ts";
import { full, zoneName } from "../../state/instant.ts";
import { move, pageView, view } from "../../state/location.ts";
import { grouped } from "../../state/numbers.ts";
import { Plain } from "../../widgets/plain.tsx";
import { To } from "../../widgets/to.tsx";
import { Unread } from "./unread.tsx";
import { clockOf, parsed, rejected, STATES } from "./words.ts";

const NUMBERS: ReadonlySet<string> = new Set(["Events", "A minute", "Parsed", "Rejected"]);

export function SourceTable({ answer, skew }: { answer: SourcesAnswer; skew: SkewAnswer | null }) {
  const { zone, selected } = view.value;
  const followed = answer.followed.length > 0;
  const names = [
    "Source",
    "State",
    "Kind",
    "Events",
    ...(followed ? ["A minute"] : []),
    `Last event (${zoneName(zone)})`,
    "Format",
    "Parsed",
    "Rejected",
    "Clock",
  ];
  return (
    <div className="table-box">
      <table className="plain-table source-table">
        <caption className="unseen">Sources, in the order of their names</caption>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col" className={NUMBERS.has(name) ? "number" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.sources.map((row) => (
            <Row key={row.name} row={row} skew={skew} followed={followed} open={row.name === selected} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function formatOf({ account }: SourceRow): string {
  if (!account) return "not known";
  return account.format === "unknown" ? "none known: general rules" : account.format;
}

function Row(props: { row: SourceRow; skew: SkewAnswer | null; followed: boolean; open: boolean }) {
  const { row, skew, followed, open } = props;
  const clock = clockOf(row, skew);
  const columns = followed ? 10 : 9;
  return (
    <>
      <tr className="source-row" data-open={open}>
        <td className="mono">
          <button
            type="button"
            className="link source-name"
            aria-expanded={open}
            onClick={() => move({ selected: open ? null : row.name })}
          >
            <Plain text={row.name} />
          </button>
        </td>
        <td>
          <span className={`state ${row.state}`} title={row.why}>
            {STATES[row.state]}
          </span>
        </td>
        <td>{row.kind}</td>
        <td className="number">
          {row.events > 0 ? (
            <To view={pageView("investigate", { ...ALL, q: row.query })}>{grouped(row.events)}</To>
          ) : (
            "0"
          )}
        </td>
        {followed && <td className="number">{row.perMinute === null ? "–" : row.perMinute.toFixed(1)}</td>}
        <td className="mono">{row.last ? full(row.last, view.value.zone) : "never"}</td>
        <td>{formatOf(row)}</td>
        <td className="number">{parsed(row.account)}</td>
        <td className="number">{rejected(row.account)}</td>
        <td title={clock?.why}>{clock?.text ?? "…"}</td>
      </tr>
      {open && (
        <tr className="source-detail">
          <td colSpan={columns}>
            <Unread row={row} clock={clock?.why ?? null} />
          </td>
        </tr>
      )}
    </>
  );
}
