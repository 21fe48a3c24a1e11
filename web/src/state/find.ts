// SPDX-License-Identifier: Apache-2.0
// A text that is looked for in the rows of the list, without asking for other rows.
import { computed, signal } from "@preact/signals";
import type { LogEvent } from "../api/types.ts";
import { live, rowEvents } from "./investigation.ts";
import { quoted } from "./querytext.ts";
import { type Sought, said, seekHere, seekNext } from "./seek.ts";

/** What is typed; null while nothing is looked for. */
export const finding = signal<string | null>(null);
/** What was typed when the reader last paused: what is looked for. */
const settled = signal("");

const PAUSE = 150;
let timer = 0;

function holds(text: string): (event: LogEvent) => boolean {
  const lower = text.toLowerCase();
  return ({ message, service }) =>
    message.toLowerCase().includes(lower) || (service?.toLowerCase().includes(lower) ?? false);
}

/** Rows of further away are told by the server, which finds whole words. */
export function soughtText(text: string): Sought {
  return { holds: holds(text), clause: quoted(text), name: `“${text}”` };
}

/** What is marked in the rows. */
export const found = computed<readonly string[]>(() => {
  const text = finding.value === null ? "" : settled.value;
  return text === "" ? [] : [text];
});

/** How many of the loaded rows hold it; null while nothing is looked for. */
export const many = computed<number | null>(() => {
  const [text] = found.value;
  return text === undefined ? null : rowEvents.value.filter(holds(text)).length;
});

export function openFind(): void {
  finding.value ??= settled.peek();
}

export function closeFind(): void {
  clearTimeout(timer);
  finding.value = null;
}

/** Goes to the first of the loaded rows that holds what is typed, once the reader pauses. */
export function type(text: string): void {
  finding.value = text;
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    settled.value = text.trim();
    said.value = "";
    if (settled.value !== "") seekHere(soughtText(settled.value));
  }, PAUSE);
}

export function next(direction: 1 | -1): void {
  clearTimeout(timer);
  const text = finding.peek()?.trim() ?? "";
  settled.value = text;
  if (text !== "" && !(live.peek() && many.peek() === 0)) seekNext(soughtText(text), direction);
}
