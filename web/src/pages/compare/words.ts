// SPDX-License-Identifier: Apache-2.0
// Findings in plain words, with rates a minute.
import type { Difference, ExplainAnswer, Spread } from "../../api/explaintypes.ts";
import { duration, grouped, percent } from "../../state/numbers.ts";
import { changeText, perMinute, rateText, ratioOf } from "../../state/rates.ts";
import { FEW } from "./state.ts";

/** "0 → 393.5/min". */
export function ratesOf(finding: Difference, answer: ExplainAnswer): string {
  const { counts } = finding;
  if (!counts) return "";
  const before = perMinute(counts.there, answer.there.range);
  const now = perMinute(counts.here, answer.here.range);
  return `${rateText(before)} → ${rateText(now)}/min`;
}

/** "new", "×41", "÷9", "silent". */
export function effectOf(finding: Difference, answer: ExplainAnswer): string {
  if (finding.kind === "silence") return "silent";
  const { counts, numbers } = finding;
  if (numbers) return numbers.dominance > 0 ? "larger" : "smaller";
  if (!counts) return "";
  return changeText(ratioOf(counts.here, answer.here.range, counts.there, answer.there.range), counts.here);
}

/** The share of the events that have it: "0 % → 53 %". */
export function sharesOf(finding: Difference): string {
  const { counts } = finding;
  if (!counts) return "";
  const share = (part: number, all: number) => percent(all === 0 ? 0 : part / all);
  return `${share(counts.there, counts.allThere)} → ${share(counts.here, counts.allHere)}`;
}

export function numberText(value: number, dimension: string): string {
  if (dimension === "duration") return duration(value / 1e6);
  if (dimension === "percent") return `${value} %`;
  return grouped(Math.round(value * 1000) / 1000);
}

export function spreadText({ median, p95 }: Spread, dimension: string): string {
  return `median ${numberText(median, dimension)}, p95 ${numberText(p95, dimension)}`;
}

/** Why nothing can be told, or null where something can. */
export function tooFew(answer: ExplainAnswer): string | null {
  const short = [
    ["B", answer.here.members],
    ["A", answer.there.members],
  ].find(([, members]) => Number(members) < FEW);
  if (short) return `not enough data (${short[0]} has ${grouped(Number(short[1]))} events)`;
  return answer.verdict === "not_enough_data"
    ? "not enough data: whatever the windows held, chance could explain it"
    : null;
}
