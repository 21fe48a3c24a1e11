// SPDX-License-Identifier: Apache-2.0
// What the Compare page asks: B, the problem, against A, the time it is compared with.
import { computed } from "@preact/signals";
import { client } from "../../api/client.ts";
import { explainClient } from "../../api/explain.ts";
import type { Difference, ExplainAnswer } from "../../api/explaintypes.ts";
import { patternClient } from "../../api/patterns.ts";
import type { FacetsAnswer } from "../../api/types.ts";
import { binsOf } from "../../islands/histogram/bins.ts";
import { axisOf } from "../../parts/trend.tsx";
import { isoOf, millis } from "../../state/instant.ts";
import { status } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { narrowed } from "../../state/querytext.ts";
import { lengthOf, type Stretch } from "../../state/rates.ts";
import { resource } from "../../state/resource.ts";
import { baselineOf } from "../../state/windows.ts";

export const ERRORS = "level>=error";
/** With fewer events than these in either time, nothing can be told from chance. */
export const FEW = 10;
const BUCKETS = 180;
const ROWS = 200;
const STEPS = 62;

export type TabName = "patterns" | "fields" | "numbers" | "rates" | "commits";

export const TABS: readonly { id: TabName; name: string }[] = [
  { id: "patterns", name: "Patterns" },
  { id: "fields", name: "Fields" },
  { id: "numbers", name: "Numbers" },
  { id: "rates", name: "Rates by service" },
  { id: "commits", name: "Commits" },
];

export const tab = computed<TabName>(() => TABS.find(({ id }) => id === view.value.tab)?.id ?? "patterns");

export interface Windows {
  problem: Stretch;
  baseline: Stretch;
}

/** Both windows with their ends; without a problem in the address, the last quarter of what is stored. */
export const windows = computed<Windows | null>(() => {
  const { page, from, to, baseFrom, baseTo } = view.value;
  const held = status.data.value?.range;
  if (page !== "compare" || !held) return null;
  const end = to ?? held.to;
  const start = from ?? isoOf(millis(end) - (millis(end) - millis(held.from)) / 4);
  const problem = { from: start, to: end };
  return { problem, baseline: baseFrom && baseTo ? { from: baseFrom, to: baseTo } : baselineOf(problem, "before") };
});

/** The time that holds both windows, with some air on both sides. */
export const frame = computed<Stretch | null>(() => {
  const both = windows.value;
  if (!both) return null;
  const from = Math.min(millis(both.problem.from), millis(both.baseline.from));
  const to = Math.max(millis(both.problem.to), millis(both.baseline.to));
  const air = Math.max(60_000, (to - from) / 6);
  return { from: isoOf(from - air), to: isoOf(to + air) };
});

const asked = computed(() => {
  const both = windows.value;
  if (!both) return null;
  const { problem, baseline } = both;
  return JSON.stringify({
    q: view.value.q,
    from: problem.from,
    to: problem.to,
    baselineFrom: baseline.from,
    baselineTo: baseline.to,
  });
});

const framed = computed(() => (frame.value ? JSON.stringify({ q: view.value.q, ...frame.value }) : null));
export const histogram = resource(framed, (text, signal) =>
  client.histogram({ ...JSON.parse(text), buckets: BUCKETS }, signal),
);
export const bins = computed(() => (histogram.data.value ? binsOf(histogram.data.value) : null));

export const explained = resource(asked, (text, signal) =>
  explainClient.explain({ ...JSON.parse(text), of: ERRORS }, signal),
);

export const trends = resource(asked, (text, signal) =>
  patternClient.trends({ ...JSON.parse(text), limit: ROWS, buckets: STEPS }, signal),
);

export const axis = computed(() => {
  const answer = trends.data.value;
  return answer && axisOf(answer.range, answer.baseline, answer.stepMs, histogram.data.value?.changes ?? []);
});

/** The changes from the start of the earlier window to the end of the later one. */
export const between = computed(() => {
  const both = windows.value;
  if (!both) return [];
  const from = Math.min(millis(both.baseline.from), millis(both.problem.from));
  const to = Math.max(millis(both.problem.to), millis(both.baseline.to));
  return (histogram.data.value?.changes ?? []).filter(({ time }) => millis(time) >= from && millis(time) < to);
});

const onFields = computed(() => (tab.value === "fields" ? asked.value : null));
export const facets = resource(onFields, async (text, signal): Promise<{ here: FacetsAnswer; there: FacetsAnswer }> => {
  const { q, from, to, baselineFrom, baselineTo } = JSON.parse(text);
  const [here, there] = await Promise.all([
    client.facets({ q, from, to, limit: 6, buckets: 2 }, signal),
    client.facets({ q, from: baselineFrom, to: baselineTo, limit: 6, buckets: 2 }, signal),
  ]);
  return { here, there };
});

export interface ServiceRates {
  service: string;
  /** All events and those that failed: before, now. */
  all: [number, number];
  errors: [number, number];
}

const onRates = computed(() => (tab.value === "rates" ? asked.value : null));
export const rates = resource(onRates, async (text, signal) => {
  const { q, from, to, baselineFrom, baselineTo } = JSON.parse(text);
  const count = (start: string, end: string, query: string) =>
    explainClient.table({ q: `${query || "*"} | stats count by service`, from: start, to: end }, signal);
  const failing = narrowed(q, ERRORS);
  const tables = await Promise.all([
    count(baselineFrom, baselineTo, q),
    count(from, to, q),
    count(baselineFrom, baselineTo, failing),
    count(from, to, failing),
  ]);
  return serviceRates(tables.map(({ rows }) => rows));
});

/** One row for each service of any table, most errors first. */
export function serviceRates(tables: readonly (readonly (string | number | null)[])[][]): ServiceRates[] {
  const found = new Map<string, ServiceRates>();
  tables.forEach((rows, at) => {
    for (const [name, count] of rows) {
      const service = String(name ?? "");
      const row = found.get(service) ?? { service, all: [0, 0], errors: [0, 0] };
      row[at < 2 ? "all" : "errors"][at % 2] = Number(count ?? 0);
      found.set(service, row);
    }
  });
  return [...found.values()].sort((one, two) => two.errors[1] - one.errors[1] || two.all[1] - one.all[1]);
}

const onCommits = computed(() => (tab.value === "commits" ? asked.value : null));
export const suspects = resource(onCommits, (text, signal) => {
  const { q, from, to } = JSON.parse(text);
  return client.suspects({ q, from, to }, signal);
});

/** What one event now stands for before, by the lengths of the windows alone. */
export function widthRatio({ problem, baseline }: Windows): number {
  return lengthOf(problem) / Math.max(1, lengthOf(baseline));
}

/** All findings, the leading ones first in each group. */
export function findingsOf(answer: ExplainAnswer): Difference[] {
  return answer.groups.flatMap(({ leading, together }) => [leading, ...together]);
}
