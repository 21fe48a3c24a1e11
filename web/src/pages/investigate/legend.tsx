// SPDX-License-Identifier: Apache-2.0
import { type Bins, STACK } from "../../islands/histogram/bins.ts";
import { filterIn } from "../../state/actions.ts";
import { view } from "../../state/location.ts";
import { grouped } from "../../state/numbers.ts";
import { clause, missing, stands } from "../../state/querytext.ts";

/** Totals by level; each is a filter. */
export function Legend({ bins }: { bins: Bins }) {
  const { q } = view.value;
  return (
    <div className="legend">
      {STACK.filter((level) => bins.sums[level] > 0).map((level) => {
        const text = level === "unspecified" ? missing("level") : clause("level", level);
        return (
          <button
            key={level}
            type="button"
            className="legend-item"
            aria-pressed={stands(q, text) === "in"}
            title={`filter: ${text}`}
            onClick={() => filterIn(text)}
          >
            <i className={`swatch of-${level}`} />
            <span className="long">{level === "unspecified" ? "no level" : level.toUpperCase()}</span>
            <abbr className="short">{level === "unspecified" ? "-" : level.charAt(0).toUpperCase()}</abbr>
            <span className="mono">{grouped(bins.sums[level])}</span>
          </button>
        );
      })}
    </div>
  );
}
