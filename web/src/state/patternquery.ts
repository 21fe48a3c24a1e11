// SPDX-License-Identifier: Apache-2.0
// Patterns as clauses of the query, and as evidence.
import type { PinAsk } from "../api/incidenttypes.ts";
import { run } from "./actions.ts";
import { view } from "./location.ts";
import { plural } from "./numbers.ts";
import { excluding, narrowed } from "./querytext.ts";
import { tell } from "./toast.ts";

interface Named {
  id: string;
  template: string;
  query: string;
}

/** One clause that finds the events of all. */
export function anyOf(rows: readonly Named[]): string {
  if (rows.length === 1) return rows[0]?.query ?? "";
  return `(${rows.map(({ query }) => query).join(" OR ")})`;
}

function told(q: string, text: string): void {
  const was = view.peek().q;
  run(q);
  tell({ text, action: { name: "Undo", act: () => run(was) } });
}

export function include(rows: readonly Named[]): void {
  if (rows.length > 0) told(narrowed(view.peek().q, anyOf(rows)), `Only ${plural(rows.length, "pattern")}`);
}

export function exclude(rows: readonly Named[]): void {
  if (rows.length === 0) return;
  const q = rows.reduce((text, row) => excluding(text, row.query), view.peek().q);
  told(q, `Without ${plural(rows.length, "pattern")}`);
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** The rows as evidence: the question that counts them, with its times. */
export function pinOf(rows: readonly Named[], parameters: Record<string, string>): PinAsk | null {
  const first = rows[0];
  if (!first) return { kind: "patterns", title: "Patterns", ask: { path: "/api/patterns", parameters } };
  const title =
    rows.length === 1 ? `Pattern: ${first.template}` : `${plural(rows.length, "pattern")}: ${first.template}`;
  const q = rows.length === 1 ? (parameters.q ?? "") : narrowed(parameters.q ?? "", anyOf(rows));
  return {
    kind: "patterns",
    title: shortened(title),
    ask: { path: "/api/patterns", parameters: { ...parameters, ...(q ? { q } : {}) } },
    ...(rows.length === 1 ? { chosen: { kind: "pattern", id: first.id } } : {}),
  };
}
