// SPDX-License-Identifier: Apache-2.0
// Errors in words.
import type { ErrorRow, Spread } from "../api/errortypes.ts";
import type { LogEvent } from "../api/types.ts";
import { duration, grouped, plural } from "./numbers.ts";

function simple(type: string): string {
  return type.slice(Math.max(type.lastIndexOf("."), type.lastIndexOf("$")) + 1);
}

/** Exception and message of an event, in a line. */
export function titleOf(event: LogEvent): string {
  const thrown = event.exception;
  if (thrown) return `${simple(thrown.type)}${thrown.message ? `: ${thrown.message}` : ""}`.split("\n", 1)[0] ?? "";
  return event.message.split("\n", 1)[0] ?? "";
}

/** The exception's name; null for an error without one. */
export function exceptionOf(row: ErrorRow): string | null {
  return row.exception === null ? null : simple(row.exception);
}

/** "38 s after deploy 2.14.0"; empty when no deploy is known. */
export function sinceWords(row: ErrorRow): string {
  if (!row.deploy) return "";
  return `${duration(row.deploy.afterMs)} after deploy${row.deploy.version ? ` ${row.deploy.version}` : ""}`;
}

/** "only version 2.14.0, of 2 versions", "3 of 5 hosts"; empty when there are not several to tell apart. */
export function spreadWords(spread: Spread, one: string): string {
  const [first] = spread.seen;
  if (!first || spread.of < 2) return "";
  if (spread.count === 1) return `only ${one} ${first.value}, of ${plural(spread.of, one)}`;
  if (spread.count === spread.of) return `all ${grouped(spread.of)} ${one}s, ${first.value} first`;
  return `${grouped(spread.count)} of ${plural(spread.of, one)}, ${first.value} first`;
}

export const STATES: Record<ErrorRow["state"], string> = {
  new: "new since the deploy",
  confirmed: "cause confirmed",
  dismissed: "suspects dismissed",
  open: "open",
};

/** Other errors of the list that began after the same deploy and were not there before. */
export function sameDeploy(row: ErrorRow, all: readonly ErrorRow[]): ErrorRow[] {
  if (!row.deploy || !row.fresh) return [];
  return all.filter((other) => other.id !== row.id && other.fresh === true && other.deploy?.time === row.deploy?.time);
}

/** Other errors of the list for which a person confirmed the same cause. */
export function sameCause(row: string, cause: { kind: string; id: string }, all: readonly ErrorRow[]): ErrorRow[] {
  return all.filter(
    (other) =>
      other.id !== row &&
      other.verdicts.some((said) => said.verdict === "confirmed" && said.kind === cause.kind && said.id === cause.id),
  );
}
