// SPDX-License-Identifier: Apache-2.0
import type { PinAsk } from "../../api/incidenttypes.ts";
import { view } from "../../state/location.ts";
import { windows } from "./state.ts";

const LONGEST = 100;

/** The comparison as evidence: the question with both windows; `what` names the difference that is meant. */
export function comparisonPin(what: string | null): PinAsk | null {
  const both = windows.value;
  if (!both) return null;
  const { q } = view.value;
  const { problem, baseline } = both;
  const title = what ? `Difference: ${what}` : `Comparison of ${problem.from} with ${baseline.from}`;
  return {
    kind: "comparison",
    title: title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title,
    ask: {
      path: "/api/explain",
      parameters: {
        ...(q ? { q } : {}),
        from: problem.from,
        to: problem.to,
        baselineFrom: baseline.from,
        baselineTo: baseline.to,
      },
    },
    ...(what ? { chosen: { kind: "finding", id: what.slice(0, 200) } } : {}),
  };
}
