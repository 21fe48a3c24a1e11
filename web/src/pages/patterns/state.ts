// SPDX-License-Identifier: Apache-2.0
// What the Patterns page asks, and which rows it shows in which order.
import { computed, signal } from "@preact/signals";
import { patternClient } from "../../api/patterns.ts";
import type { TrendRow, TrendsAnswer } from "../../api/patterntypes.ts";
import type { PatternKind } from "../../api/types.ts";
import { axisOf } from "../../parts/trend.tsx";
import { millis } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { ratioOf, type Stretch } from "../../state/rates.ts";
import { resource } from "../../state/resource.ts";

/** Rows asked for at most. */
export const MOST = 500;
const STEPS = 62;
/** With fewer events than these, reading them is quicker than their patterns, and no rate says much. */
export const FEW = 20;

export type TabName = "new" | "gone" | "more" | "fewer" | "all";

export const TABS: readonly { id: TabName; name: string; kind: PatternKind | null }[] = [
  { id: "new", name: "New", kind: "new" },
  { id: "gone", name: "Gone", kind: "gone" },
  { id: "more", name: "More", kind: "more" },
  { id: "fewer", name: "Fewer", kind: "less" },
  { id: "all", name: "All", kind: null },
];

const question = computed(() => {
  const { page, q, from, to, baseFrom, baseTo } = view.value;
  if (page !== "patterns") return null;
  return JSON.stringify({ q, from, to, baselineFrom: baseFrom, baselineTo: baseTo });
});

export const trends = resource(question, (text, signal) =>
  patternClient.trends({ ...JSON.parse(text), limit: MOST, buckets: STEPS }, signal),
);

const changesQuestion = computed(() => {
  const answer = trends.data.value;
  return answer ? `${answer.baseline?.from ?? answer.range.from} ${answer.range.to}` : null;
});
export const changes = resource(changesQuestion, (text, signal) => {
  const [from = "", to = ""] = text.split(" ");
  return patternClient.changes(from, to, signal);
});

export const axis = computed(() => {
  const answer = trends.data.value;
  if (!answer) return null;
  return axisOf(answer.range, answer.baseline, answer.stepMs, changes.data.value?.changes ?? []);
});

/** The time the rows are compared with, also where the logs hold nothing of it. */
export const baseline = computed<Stretch | null>(() => {
  const { baseFrom, baseTo } = view.value;
  const known = trends.data.value?.baseline;
  if (baseFrom && baseTo) return { from: baseFrom, to: baseTo };
  return known ?? null;
});

export function countOf(answer: TrendsAnswer, tab: TabName): number {
  const kind = TABS.find(({ id }) => id === tab)?.kind;
  return kind ? (answer.kinds[kind] ?? 0) : answer.different;
}

/** The tab of the address; without one, the first that has rows a reader should see first. */
export const tab = computed<TabName>(() => {
  const named = TABS.find(({ id }) => id === view.value.tab)?.id;
  const answer = trends.data.value;
  if (named || !answer) return named ?? "all";
  return (["new", "more"] as const).find((name) => countOf(answer, name) > 0) ?? "all";
});

const GRAVITY = ["fatal", "error", "warn", "info", "debug", "trace"];

export function gravity(row: TrendRow): number {
  const at = GRAVITY.indexOf(row.level ?? "");
  return at < 0 ? GRAVITY.length : at;
}

export type Sort = "level" | "count" | "change" | "first";

/** How far a rate is from the one before, up or down, as a logarithm; what is new or gone is farthest. */
function distance(row: TrendRow, answer: TrendsAnswer): number {
  const ratio = answer.baseline ? ratioOf(row.count, answer.range, row.before, answer.baseline) : null;
  return ratio === null || ratio === 0 ? Number.MAX_VALUE : Math.abs(Math.log(ratio));
}

/** True for a pattern that nobody saw before the time that was counted, where the logs hold anything of before. */
export function isFirst(row: TrendRow, answer: TrendsAnswer): boolean {
  return answer.baseline !== null && row.seen !== undefined && millis(row.seen.time) >= millis(answer.range.from);
}

function events(row: TrendRow): number {
  return row.count > 0 ? row.count : row.before;
}

/**
 * The rows of a tab in order: unless all are shown, first what was never seen before and what is grave; then the most
 * frequent.
 */
export function ordered(answer: TrendsAnswer, of: TabName, sort: string | null): TrendRow[] {
  const kind = TABS.find(({ id }) => id === of)?.kind;
  const rows = answer.patterns.filter((row) => !kind || row.kind === kind);
  const by = sort ?? (of === "all" ? "count" : "level");
  const order = (one: TrendRow, two: TrendRow) => {
    if (by === "level") {
      const first = of === "new" ? Number(isFirst(two, answer)) - Number(isFirst(one, answer)) : 0;
      return first || gravity(one) - gravity(two);
    }
    if (by === "change") return distance(two, answer) - distance(one, answer);
    if (by === "first") return firstOf(two).localeCompare(firstOf(one));
    return 0;
  };
  return rows.sort((one, two) => order(one, two) || events(two) - events(one));
}

export function firstOf(row: TrendRow): string {
  return row.seen?.time ?? row.first;
}

export const rows = computed<TrendRow[]>(() => {
  const answer = trends.data.value;
  return answer ? ordered(answer, tab.value, view.value.sort) : [];
});

/** The row the keys act on. */
export const current = computed<TrendRow | null>(() => rows.value.find(({ id }) => id === view.value.selected) ?? null);

/** Rows chosen together, by id. */
export const chosen = signal<ReadonlySet<string>>(new Set());

export function forgetChosen(): void {
  chosen.value = new Set();
}

/** The chosen rows, or else the current one: what a button or a key acts on. */
export const meant = computed<TrendRow[]>(() => {
  const together = rows.value.filter(({ id }) => chosen.value.has(id));
  return together.length > 0 ? together : current.value ? [current.value] : [];
});
