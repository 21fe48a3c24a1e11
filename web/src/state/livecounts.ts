// SPDX-License-Identifier: Apache-2.0
// While somebody follows what arrives, the counts beside the rows follow too, more slowly.
import { effect, type ReadonlySignal } from "@preact/signals";

/** The wait between two countings, in milliseconds; what takes long is done less often. */
const PAUSE = 4_000;
const TIMES_LONGER = 5;

/** Counts now and then while `wanted`, and while the page is in sight; the next after the last has ended. */
export function countWhile(wanted: ReadonlySignal<boolean>, count: (signal: AbortSignal) => Promise<void>): () => void {
  return effect(() => {
    if (!wanted.value) return;
    const abort = new AbortController();
    let timer = 0;
    const next = (pause: number) => {
      timer = window.setTimeout(async () => {
        const began = performance.now();
        if (!document.hidden) await count(abort.signal);
        if (!abort.signal.aborted) next(Math.max(PAUSE, TIMES_LONGER * (performance.now() - began)));
      }, pause);
    };
    next(PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  });
}
