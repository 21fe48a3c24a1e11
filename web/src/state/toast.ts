// SPDX-License-Identifier: Apache-2.0
// One short message over the page's foot, with a way back where there is one.
import { signal } from "@preact/signals";

export interface Toast {
  text: string;
  /** What takes it back, or leads on. */
  action?: { name: string; act(): void };
  bad?: boolean;
}

export const toast = signal<Toast | null>(null);
const LASTS = 6000;
let timer = 0;

/** Shows the message for six seconds; a way back stays for ten. */
export function tell(message: Toast): void {
  clearTimeout(timer);
  toast.value = message;
  if (message.bad) return;
  timer = window.setTimeout(() => (toast.value = null), message.action ? 10_000 : LASTS);
}

export function hush(): void {
  clearTimeout(timer);
  toast.value = null;
}
