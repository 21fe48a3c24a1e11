// SPDX-License-Identifier: Apache-2.0
import type { PinAsk } from "../../api/incidenttypes.ts";
import type { UnitAnswer } from "../../api/tracetypes.ts";
import { isoOf } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { idOf } from "./build.ts";

const LONGEST = 100;
const AIR = 1000;

/** The unit of work as evidence, in the time it has now; `part` names the bar that is meant. */
export function pinOf(answer: UnitAnswer | null, part: string | null): PinAsk | null {
  if (!answer?.start || !answer.end) return null;
  const { from, to } = view.value;
  const id = idOf(answer.key, answer.value);
  const title = `Trace ${id}${part ? `: ${part}` : ""}`;
  const parameters: Record<string, string> = {
    value: answer.value,
    from: from ?? isoOf(Date.parse(answer.start) - AIR),
    to: to ?? isoOf(Date.parse(answer.end) + AIR),
    ...(answer.key ? { key: answer.key } : {}),
  };
  return {
    kind: "trace",
    title: title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title,
    ask: { path: "/api/correlate", parameters },
  };
}
