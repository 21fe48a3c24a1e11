// SPDX-License-Identifier: Apache-2.0
import type { Count } from "../api/types.ts";

const GROUPED = new Intl.NumberFormat("en-US");
const UNITS: [number, string][] = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1000, "s"],
];

export function grouped(value: number): string {
  return GROUPED.format(value);
}

/** Short where a glance is enough: 18,432 stays, 4,100,000 becomes 4.1 M. */
export function rough(value: number): string {
  if (value < 100_000) return grouped(value);
  if (value < 1_000_000) return `${Math.round(value / 1000)} k`;
  return `${(value / 1_000_000).toFixed(1)} M`;
}

export function counted(count: Count): string {
  return count.exact ? grouped(count.value) : `at least ${grouped(count.value)}`;
}

export function plural(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

/** A length of time in its two largest units. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const parts: string[] = [];
  let rest = Math.round(ms / 1000) * 1000;
  for (const [size, name] of UNITS) {
    const whole = Math.floor(rest / size);
    if (whole > 0) parts.push(`${whole} ${name}`);
    rest -= whole * size;
    if (parts.length === 2) break;
  }
  return parts.join(" ");
}

/** How long a piece of work took, as exactly as that matters: 0.51 ms, 123 ms, 5.22 s, then as `duration`. */
export function spanText(ms: number): string {
  if (ms < 10 && ms > 0) return `${Number(ms.toFixed(2))} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 60_000 ? `${(ms / 1000).toFixed(2)} s` : duration(ms);
}

export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return "< 0.1 %";
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}

export function times(ratio: number): string {
  return `×${ratio < 10 ? ratio.toFixed(1).replace(/\.0$/, "") : grouped(Math.round(ratio))}`;
}

/** How long ago, in one unit: "2 d", "8 mo", "3 y". */
export function age(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  if (days < 1) return ms < 0 ? "" : "today";
  if (days < 60) return `${days} d`;
  return days < 730 ? `${Math.floor(days / 30.44)} mo` : `${Math.floor(days / 365.25)} y`;
}
