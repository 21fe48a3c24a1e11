// SPDX-License-Identifier: Apache-2.0
// The time box: "last 15m", "14:00-14:30", "around 14:12:31 +-5m", ISO times, "all".
import { instantOfWall, offsetAt } from "./instant.ts";

export interface TimeContext {
  zone: string;
  /** What "last" counts back from: the end of the store, in milliseconds since the epoch. */
  end: number;
  /** The day a time without a date belongs to: any instant of it. */
  day: number;
}

export type TimeAnswer = { from: number | null; to: number | null } | { problem: string };

const SIZES: Record<string, number> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 };
const LENGTH = /^(\d{1,9}(?:\.\d{1,3})?)\s*(ms|s|min|m|h|d)$/;
const POINT =
  /^(?:(\d{4})-(\d\d)-(\d\d)(?:[T ]|$))?(?:(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i;

export function parseLength(text: string): number | null {
  const match = LENGTH.exec(text.trim().toLowerCase());
  return match ? Number(match[1]) * (SIZES[match[2] ?? ""] ?? 0) : null;
}

function offsetOf(text: string): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(text);
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}

/** One point in time, in milliseconds since the epoch, or null when the text is none. */
export function parsePoint(text: string, context: TimeContext): number | null {
  const match = POINT.exec(text.trim());
  if (!match || (match[1] === undefined && match[4] === undefined)) return null;
  const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 24 || minute > 59 || second > 60) return null;
  const shown = new Date(context.day + offsetAt(context.day, context.zone));
  const date = match[1]
    ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
    : Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate());
  const fraction = Math.floor(Number(`0.${match[7] ?? "0"}`) * 1000);
  const wall = date + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
  return match[8] ? wall - offsetOf(match[8]) : instantOfWall(wall, context.zone);
}

/** One point in time as ISO 8601 UTC with every digit that was typed, or null when the text is none. */
export function typedInstant(text: string, context: TimeContext): string | null {
  const at = parsePoint(text, context);
  if (at === null) return null;
  const digits = POINT.exec(text.trim())?.[7];
  const seconds = new Date(at).toISOString().slice(0, 19);
  return digits ? `${seconds}.${digits}Z` : `${seconds}Z`;
}

function parsePair(text: string, context: TimeContext): TimeAnswer | null {
  const pair = /^(.+?)\s*(?:\.\.|→|->|–|\bto\b|\buntil\b|\s-\s|(?<=:\d\d)-(?=\d{1,2}:))\s*(.+)$/i.exec(text);
  if (!pair) return null;
  const from = parsePoint(pair[1] ?? "", context);
  if (from === null) return { problem: `“${pair[1]}” is not a time` };
  const to = parsePoint(pair[2] ?? "", { ...context, day: from });
  if (to === null) return { problem: `“${pair[2]}” is not a time` };
  return from <= to ? { from, to } : { problem: "the end lies before the start" };
}

/** What the text means, or what is wrong with it. */
export function parseTime(typed: string, context: TimeContext): TimeAnswer {
  const text = typed.trim();
  if (text === "" || /^(all|whole store|everything)$/i.test(text)) return { from: null, to: null };
  const last = /^last\s+(.+)$/i.exec(text);
  if (last) {
    const length = parseLength(last[1] ?? "");
    if (length === null) return { problem: "a length looks like 15m, 2h or 1d" };
    return { from: context.end - length, to: null };
  }
  const around = /^around\s+(.+?)\s*(?:\+-|±|\+\/-)\s*(.+)$/i.exec(text);
  if (around) {
    const middle = parsePoint(around[1] ?? "", context);
    const half = parseLength(around[2] ?? "");
    if (middle === null || half === null) return { problem: "write it like: around 14:12:31 ±5m" };
    return { from: middle - half, to: middle + half };
  }
  const pair = parsePair(text, context);
  if (pair) return pair;
  const point = parsePoint(text, context);
  if (point !== null) return { from: point - 300_000, to: point + 300_000 };
  return { problem: "write it like: 14:00-14:30, last 15m, around 14:12:31 ±5m, or 2026-11-21 14:00 → 14:30" };
}
