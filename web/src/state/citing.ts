// SPDX-License-Identifier: Apache-2.0
// Where a citation of evidence goes: into the text that was written in last.
import { signal } from "@preact/signals";

export const lastField = signal<HTMLTextAreaElement | null>(null);

/** Puts the citation where the cursor stands. */
export function cite(id: string): void {
  const field = lastField.peek();
  if (!field?.isConnected) return;
  field.setRangeText(`[${id}]`, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
