// SPDX-License-Identifier: Apache-2.0
import { computed, type ReadonlySignal } from "@preact/signals";

/** A computed value that keeps its identity while its content stays the same. */
export function steady<T>(read: () => T): ReadonlySignal<T> {
  let last: T;
  let text: string | undefined;
  return computed(() => {
    const now = read();
    const nowText = JSON.stringify(now);
    if (nowText !== text) {
      text = nowText;
      last = now;
    }
    return last;
  });
}
