// SPDX-License-Identifier: Apache-2.0
import type { PatternKind } from "../../api/types.ts";
import { go, view } from "../../state/location.ts";
import { grouped } from "../../state/numbers.ts";
import { Trouble } from "../../widgets/trouble.tsx";
import { Head, Line } from "../patterns/line.tsx";
import { ordered } from "../patterns/state.ts";
import { ValuesPopover } from "../patterns/values.tsx";
import { Tools } from "./answer.tsx";
import { axis, trends } from "./state.ts";

/** What there is more of comes first, and grave before frequent; then what there is less of, and the rest. */
const ORDER: Record<PatternKind, number> = { new: 0, more: 0, gone: 1, less: 2, same: 3 };

/** All patterns, those that differ first; the others stay in sight. */
export function PatternsTab() {
  const answer = trends.data.value;
  const shared = axis.value;
  const error = trends.error.value;
  if (error) return <Trouble what="No patterns." error={error} retry={trends.retry} />;
  if (!answer || !shared) return <p className="note">counting patterns…</p>;
  const { sort } = view.value;
  const by = ordered(answer, "all", sort ?? "level");
  const rows = sort ? by : by.toSorted((one, two) => ORDER[one.kind] - ORDER[two.kind]);
  return (
    <>
      <table className="pp">
        <Head axis={shared} box={false} now={sort} sort={(next) => go({ sort: next })} />
        <tbody>
          {rows.map((row) => (
            <Line
              key={row.id}
              row={row}
              answer={answer}
              axis={shared}
              selected={false}
              choose={() => undefined}
              tools={<Tools query={row.query} title={row.template} />}
            />
          ))}
        </tbody>
      </table>
      {answer.different > answer.patterns.length && (
        <p className="note">
          {grouped(answer.patterns.length)} of {grouped(answer.different)} patterns are listed, the most frequent.
        </p>
      )}
      <ValuesPopover />
    </>
  );
}
