// SPDX-License-Identifier: Apache-2.0
// What is said of sources, in words.
import type { ClockSkew, SkewAnswer, SourceAccount, SourceRow, SourceState } from "../../api/sourcetypes.ts";
import { grouped, plural } from "../../state/numbers.ts";

export const STATES: Record<SourceState, string> = {
  live: "live",
  late: "late",
  silent: "silent",
  failing: "failing",
  never_seen: "never seen",
  reading: "reading",
  at_rest: "at rest",
  unknown: "not known",
};

/** The order of the head: what needs a look first. */
const ORDER: readonly SourceState[] = [
  "failing",
  "never_seen",
  "silent",
  "late",
  "reading",
  "live",
  "unknown",
  "at_rest",
];

/** "1 failing · 12 live" */
export function tally(sources: readonly SourceRow[]): string {
  return ORDER.map((state) => ({ state, count: sources.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${grouped(count)} ${STATES[state]}`)
    .join(" · ");
}

/** How much of a source was understood; unknown is not "all". */
export function parsed(account: SourceAccount | null): string {
  if (!account) return "not known";
  if (account.events === 0) return account.lines === 0 ? "nothing read" : "0 %";
  const whole = Math.max(0, account.timed - account.failures);
  const tenths = Math.floor((whole / account.events) * 1000);
  return whole > 0 && tenths === 0 ? "< 0.1 %" : `${tenths / 10} %`;
}

export function rejected(account: SourceAccount | null): string {
  return account ? grouped(account.rejected) : "not known";
}

/** The clock of a source with one host; of several, the one that is furthest off. */
export function clockOf(row: SourceRow, skew: SkewAnswer | null): { text: string; why: string } | null {
  if (!skew) return null;
  const names = row.hosts.length > 0 ? row.hosts : row.services;
  if (skew.reference && names.length === 1 && names[0] === skew.reference.name) {
    return { text: "reference", why: "the clock that the others are compared with" };
  }
  const known = skew.clocks.filter((one) => names.includes(one.clock.name));
  const apart = known.filter((one) => one.skew !== null);
  const worst = apart.sort((a, b) => Math.abs(b.skew?.aheadMs ?? 0) - Math.abs(a.skew?.aheadMs ?? 0))[0];
  if (worst?.skew) return { text: ahead(worst.skew), why: `${worst.clock.name}: ${worst.why}` };
  return { text: "not known", why: known[0]?.why ?? "no request shows how its clock stands to others" };
}

export function ahead({ aheadMs, uncertaintyMs, certain }: ClockSkew): string {
  const sign = aheadMs < 0 ? "−" : "+";
  const length = Math.abs(aheadMs);
  const text = length < 1000 ? `${Math.round(length)} ms` : `${(length / 1000).toFixed(1)} s`;
  return certain ? `${sign}${text}` : `within ${Math.max(1, Math.round(uncertaintyMs))} ms`;
}

/** "41 lines: 40 blank, 1 hole of zeros" */
export function reasons(account: SourceAccount): string {
  const parts = Object.entries(account.reasons).map(([reason, count]) => `${grouped(count)} × ${reason}`);
  if (account.failures > 0) parts.push(`${plural(account.failures, "event")} kept as they are`);
  const untimed = account.events - account.timed;
  if (untimed > 0) parts.push(`${plural(untimed, "event")} without a time of their own`);
  return parts.join("; ");
}
