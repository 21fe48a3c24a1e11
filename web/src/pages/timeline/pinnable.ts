// SPDX-License-Identifier: Apache-2.0
// What the page offers as evidence: the lanes in sight or in the selection, or what its tab shows of them.
import type { PinAsk } from "../../api/incidenttypes.ts";
import { clockSeconds, millis } from "../../state/instant.ts";
import { tab } from "../../state/timedrawer.ts";
import { CELLS, corrected, MOST_LANES, scope, selection } from "../../state/timeline.ts";
import { zone } from "./picture.ts";

const ROWS = 100;

export function pinnable(): PinAsk | null {
  const ask = scope.value;
  if (!ask?.from || !ask.to) return null;
  const parameters = { from: ask.from, to: ask.to, ...(ask.q ? { q: ask.q } : {}) };
  const span = `${clockSeconds(millis(ask.from), zone.value)} to ${clockSeconds(millis(ask.to), zone.value)}`;
  const of = ask.q ? ` of ${ask.q.slice(0, 60)}` : "";
  if (selection.value && tab.value === "logs") {
    return {
      kind: "rows",
      title: `Events${of}, ${span}`,
      ask: { path: "/api/search", parameters: { ...parameters, order: "oldest", limit: String(ROWS) } },
    };
  }
  if (selection.value && tab.value === "patterns") {
    return { kind: "patterns", title: `Patterns${of}, ${span}`, ask: { path: "/api/patterns", parameters } };
  }
  if (selection.value && tab.value === "compare") {
    return { kind: "comparison", title: `What changed${of}, ${span}`, ask: { path: "/api/explain", parameters } };
  }
  const lanes = { limit: String(MOST_LANES), buckets: String(CELLS), ...(corrected.value ? { skew: "correct" } : {}) };
  return {
    kind: "timeline",
    title: `Timeline${of}, ${span}`,
    ask: { path: "/api/timeline", parameters: { ...parameters, ...lanes } },
  };
}
