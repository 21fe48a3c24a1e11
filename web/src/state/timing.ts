// SPDX-License-Identifier: Apache-2.0
// What a time typed without its day or its zone is measured by.
import { shownRange } from "./actions.ts";
import { isoOf, millis } from "./instant.ts";
import { status } from "./investigation.ts";
import { view } from "./location.ts";
import type { TimeContext } from "./timetext.ts";

export function timeContext(): TimeContext {
  const end = millis(status.data.peek()?.range?.to ?? isoOf(0));
  return { zone: view.peek().zone, end, day: shownRange()?.from ?? end };
}
