// SPDX-License-Identifier: Apache-2.0
// What a component holds for as long as it is shown.
import { useEffect } from "preact/hooks";
import type { PinAsk } from "../api/incidenttypes.ts";
import { bind, type Scope } from "../state/keys.ts";
import { offer } from "../state/pinning.ts";

export function useKeys(scope: Scope): void {
  useEffect(() => bind(scope), [scope]);
}

/** Says what `P` pins; `read` must read signals only. */
export function useOffer(read: () => PinAsk | null): void {
  useEffect(() => offer(read), []);
}
