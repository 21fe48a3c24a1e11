// SPDX-License-Identifier: Apache-2.0
// One recycled row. Log text enters the page here as text nodes and in no other way.
import type { LogEvent } from "../../api/types.ts";
import { clock } from "../../state/instant.ts";
import { lateness } from "../../state/late.ts";
import { duration, plural } from "../../state/numbers.ts";
import { clipped, hits, parts } from "../../widgets/plaintext.ts";
import { lateMark } from "./latemark.ts";
import type { Row } from "./rows.ts";

export interface Paint {
  zone: string;
  words: readonly string[];
}

export interface RowCells {
  fill(row: Row, paint: Paint): void;
}

const SHOWN = 600;

function child(parent: HTMLElement, tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  parent.appendChild(element);
  return element;
}

function cell(row: HTMLElement, className: string): HTMLElement {
  const element = child(row, "span", className);
  element.setAttribute("role", "gridcell");
  return element;
}

function appendPlain(target: HTMLElement, text: string): void {
  for (const part of parts(text)) {
    if (part.escape) child(target, "i", "esc").textContent = part.text;
    else target.appendChild(document.createTextNode(part.text));
  }
}

/** Puts the text into the element: into the one text node that is there, where that is enough. */
function setText(target: HTMLElement, text: string): void {
  const only = target.firstChild;
  if (!(only instanceof Text) || only.nextSibling) target.textContent = text;
  else if (only.data !== text) only.data = text;
}

function setPlain(target: HTMLElement, text: string, words: readonly string[] = []): void {
  const marked = words.length > 0 ? hits(text, words) : [];
  const first = marked.length === 0 ? parts(text) : [];
  if (marked.length === 0 && first.length <= 1 && !first[0]?.escape) {
    setText(target, text);
    return;
  }
  target.replaceChildren();
  let from = 0;
  for (const [start, end] of marked) {
    appendPlain(target, text.slice(from, start));
    appendPlain(child(target, "mark", ""), text.slice(start, end));
    from = end;
  }
  appendPlain(target, text.slice(from));
}

export function firstLine(message: string): string {
  const head = clipped(message, SHOWN);
  const end = head.search(/[\r\n]/);
  return end < 0 ? head : head.slice(0, end);
}

/** The exception's simple name where the line itself does not say it. */
function thrownBy(event: LogEvent, line: string): string {
  const type = event.exception?.type ?? "";
  const name = type.slice(type.lastIndexOf(".") + 1);
  return line.includes(name) ? "" : name;
}

function betweenText(row: Exclude<Row, { kind: "event" }>): string {
  switch (row.kind) {
    case "gap":
      return `${duration(row.ms)} without events`;
    case "day":
      return row.day;
    case "note":
      return row.text;
  }
}

/** Builds a row's cells once; filling changes their text only. */
export function rowCells(row: HTMLElement): RowCells {
  const time = cell(row, "c-time");
  const level = child(cell(row, "c-level"), "b", "");
  const service = cell(row, "c-service");
  const message = cell(row, "c-message");
  const text = child(message, "span", "c-text");
  const thrown = child(message, "span", "c-thrown");
  const more = child(message, "span", "c-more");
  const late = lateMark(message);
  const between = cell(row, "c-between");

  let kind = "";
  let severity = "";

  /** Says what the row is; an attribute that is as it should be is left alone, for each change costs style. */
  function say(shown: Row): void {
    const now = shown.kind === "event" ? (shown.event.level ?? "none") : "none";
    if (now !== severity) row.dataset.level = severity = now;
    if (shown.kind === kind) return;
    row.dataset.kind = kind = shown.kind;
    const isEvent = kind === "event";
    for (const part of [time, level.parentElement, service, message]) if (part) part.hidden = !isEvent;
    between.hidden = isEvent;
  }

  function fillEvent(event: LogEvent, paint: Paint): void {
    const line = firstLine(event.message);
    setText(time, clock(event.time, paint.zone));
    late(lateness(event));
    setText(level, event.level ? event.level.toUpperCase() : "-");
    setPlain(service, clipped(event.service ?? "-", 80));
    setPlain(text, line, paint.words);
    const name = thrownBy(event, line);
    if (thrown.hidden !== (name === "")) thrown.hidden = name === "";
    if (name) setPlain(thrown, clipped(name, 80));
    const lines = event.origin.lines - 1;
    if (more.hidden !== lines <= 0) more.hidden = lines <= 0;
    if (lines > 0) setText(more, `+${plural(lines, "line")}`);
  }

  return {
    fill(shown, paint) {
      say(shown);
      if (shown.kind === "event") fillEvent(shown.event, paint);
      else setText(between, betweenText(shown));
    },
  };
}
