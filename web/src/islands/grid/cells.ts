// SPDX-License-Identifier: Apache-2.0
// Fills one recycled row. Log text enters the page here as text nodes and in no other way.
import type { LogEvent } from "../../api/types.ts";
import { clock, full } from "../../state/instant.ts";
import { duration, plural } from "../../state/numbers.ts";
import { clipped, hits, parts, plain } from "../../widgets/plaintext.ts";
import type { Row } from "./rows.ts";

export interface Paint {
  zone: string;
  words: readonly string[];
}

const SHOWN = 600;

function cell(className: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.setAttribute("role", "gridcell");
  return element;
}

export function appendPlain(target: Node, text: string): void {
  for (const part of parts(text)) {
    if (!part.escape) {
      target.appendChild(document.createTextNode(part.text));
      continue;
    }
    const written = document.createElement("i");
    written.className = "esc";
    written.textContent = part.text;
    target.appendChild(written);
  }
}

function appendMarked(target: Node, text: string, words: readonly string[]): void {
  let from = 0;
  for (const [start, end] of words.length > 0 ? hits(text, words) : []) {
    appendPlain(target, text.slice(from, start));
    const mark = document.createElement("mark");
    appendPlain(mark, text.slice(start, end));
    target.appendChild(mark);
    from = end;
  }
  appendPlain(target, text.slice(from));
}

export function firstLine(message: string): string {
  const head = clipped(message, SHOWN);
  const end = head.search(/[\r\n]/);
  return end < 0 ? head : head.slice(0, end);
}

function message(event: LogEvent, words: readonly string[]): HTMLElement {
  const element = cell("c-message");
  const line = firstLine(event.message);
  const text = document.createElement("span");
  text.className = "c-text";
  appendMarked(text, line, words);
  const thrown = event.exception;
  if (thrown && !line.includes(thrown.type.slice(thrown.type.lastIndexOf(".") + 1))) {
    const type = document.createElement("span");
    type.className = "c-thrown";
    appendPlain(type, `  ${thrown.type.slice(thrown.type.lastIndexOf(".") + 1)}`);
    text.appendChild(type);
  }
  element.appendChild(text);
  const more = event.origin.lines - 1;
  if (more > 0) {
    const lines = document.createElement("span");
    lines.className = "c-more";
    lines.textContent = `+${plural(more, "line")}`;
    element.appendChild(lines);
  }
  return element;
}

function fillEvent(element: HTMLElement, event: LogEvent, paint: Paint): void {
  element.dataset.level = event.level ?? "none";
  const time = cell("c-time");
  time.textContent = clock(event.time, paint.zone);
  time.title = `${full(event.time, paint.zone)} · ${full(event.time, "UTC")} UTC`;
  const level = cell("c-level");
  const chip = document.createElement("b");
  chip.textContent = event.level ? event.level.toUpperCase() : "-";
  level.appendChild(chip);
  const service = cell("c-service");
  appendPlain(service, clipped(event.service ?? "-", 80));
  element.replaceChildren(time, level, service, message(event, paint.words));
  const words = [clock(event.time, paint.zone), event.level ?? "no level", event.service ?? "no service"];
  element.setAttribute("aria-label", `${words.join(", ")}, ${plain(firstLine(event.message), 200)}`);
}

export function fillRow(element: HTMLElement, row: Row, paint: Paint): void {
  element.dataset.kind = row.kind;
  if (row.kind === "event") {
    fillEvent(element, row.event, paint);
    return;
  }
  element.dataset.level = "none";
  const only = cell("c-between");
  only.textContent = row.kind === "gap" ? `${duration(row.ms)} without events` : row.day;
  element.replaceChildren(only);
  element.removeAttribute("aria-label");
}
