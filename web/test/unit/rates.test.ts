// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { TrendRow, TrendsAnswer } from "../../src/api/patterntypes.ts";
import { moved } from "../../src/pages/compare/brushes.tsx";
import { serviceRates } from "../../src/pages/compare/state.ts";
import { ordered } from "../../src/pages/patterns/state.ts";
import { shownVariables } from "../../src/pages/patterns/values.tsx";
import { axisOf } from "../../src/parts/trend.tsx";
import { anyOf } from "../../src/state/patternquery.ts";
import { changeText, perMinute, rateText, ratioOf } from "../../src/state/rates.ts";
import { baselineOf, presetOf } from "../../src/state/windows.ts";

const QUARTER = { from: "2026-11-21T14:00:00Z", to: "2026-11-21T14:15:00Z" };
const HOUR = { from: "2026-11-21T13:00:00Z", to: "2026-11-21T14:00:00Z" };
const QUARTER_BEFORE = { from: "2026-11-21T13:45:00Z", to: "2026-11-21T14:00:00Z" };

function row(id: string, more: Partial<TrendRow>): TrendRow {
  return {
    id,
    template: id,
    members: 1,
    query: `pattern:${id}`,
    count: 1,
    share: 0.1,
    services: ["pay"],
    level: "info",
    first: "2026-11-21T14:01:00Z",
    last: "2026-11-21T14:02:00Z",
    before: 0,
    kind: "new",
    example: "x",
    trend: [],
    trendBefore: [],
    ...more,
  };
}

function answer(patterns: TrendRow[]): TrendsAnswer {
  return {
    total: 10,
    range: QUARTER,
    different: patterns.length,
    kinds: {},
    patterns,
    baseline: { ...QUARTER_BEFORE, events: 10 },
    stepMs: 60_000,
    complete: true,
  };
}

describe("rates of two times", () => {
  it("40 gives the same ratio against 15 minutes and against 60 minutes of the same rate", () => {
    const rate = 20;
    const short = ratioOf(450, QUARTER, rate * 15, QUARTER_BEFORE);
    const long = ratioOf(450, QUARTER, rate * 60, HOUR);
    expect(short).toBeCloseTo(1.5, 10);
    expect(long).toBeCloseTo(1.5, 10);
    expect(perMinute(rate * 60, HOUR)).toBe(perMinute(rate * 15, QUARTER_BEFORE));
  });

  it("says in words how often against before", () => {
    expect(changeText(ratioOf(410, QUARTER, 10, QUARTER_BEFORE), 410)).toBe("×41");
    expect(changeText(ratioOf(10, QUARTER, 90, QUARTER_BEFORE), 10)).toBe("÷9");
    expect(changeText(ratioOf(5, QUARTER, 0, QUARTER_BEFORE), 5)).toBe("new");
    expect(changeText(ratioOf(0, QUARTER, 5, QUARTER_BEFORE), 0)).toBe("gone");
    expect(changeText(ratioOf(100, QUARTER, 99, QUARTER_BEFORE), 100)).toBe("same");
    expect([rateText(393.5), rateText(3.3), rateText(0.0667), rateText(0)]).toEqual(["393.5", "3.30", "0.067", "0"]);
  });

  it("knows a stretch without length and a baseline without events", () => {
    expect(perMinute(5, { from: QUARTER.from, to: QUARTER.from })).toBe(0);
    expect(ratioOf(5, QUARTER, 0, QUARTER_BEFORE)).toBeNull();
  });
});

describe("the two windows", () => {
  it("finds the baseline of each preset and names it again", () => {
    for (const preset of ["before", "yesterday", "week"] as const) {
      expect(presetOf(QUARTER, baselineOf(QUARTER, preset))).toBe(preset);
    }
    expect(baselineOf(QUARTER, "before").to).toBe("2026-11-21T14:00:00.000Z");
    expect(presetOf(QUARTER, HOUR)).toBeNull();
  });

  it("moves a window as a whole, or one of its ends, never past the other", () => {
    const minute = 60_000;
    expect(moved(QUARTER, "whole", minute, minute)).toEqual({
      from: "2026-11-21T14:01:00.000Z",
      to: "2026-11-21T14:16:00.000Z",
    });
    expect(moved(QUARTER, "from", 60 * minute, minute).from).toBe("2026-11-21T14:14:00.000Z");
    expect(moved(QUARTER, "to", -60 * minute, minute).to).toBe("2026-11-21T14:01:00.000Z");
  });

  it("puts the baseline, its border and the changes on one axis", () => {
    const deploy = {
      kind: "deploy" as const,
      time: "2026-11-21T13:57:30Z",
      service: "pay",
      id: "d",
      label: "2.14.0",
      by: null,
    };
    const axis = axisOf(QUARTER, QUARTER_BEFORE, 60_000, [deploy, { ...deploy, time: "2026-11-21T15:00:00Z" }]);
    expect(axis.border).toBe(0.5);
    expect(axis.step).toBeCloseTo(1 / 30, 10);
    expect(axis.marks).toEqual([{ at: (12.5 / 15) * 0.5, kind: "deploy", label: "pay: 2.14.0" }]);
  });

  it("has one row for each service of any table", () => {
    const rates = serviceRates([
      [["pay", 10]],
      [
        ["pay", 12],
        ["cart", 3],
      ],
      [],
      [["pay", 5]],
    ]);
    expect(rates).toEqual([
      { service: "pay", all: [10, 12], errors: [0, 5] },
      { service: "cart", all: [0, 3], errors: [0, 0] },
    ]);
  });
});

describe("the list of patterns", () => {
  const early = { time: "2026-11-20T10:00:00Z", event: "e", version: null, by: null };
  const now = { time: "2026-11-21T14:01:00Z", event: "e", version: "2.14.0", by: "event" as const };
  const all = answer([
    row("often", { count: 900, seen: now }),
    row("again", { count: 40, level: "error", seen: early }),
    row("broken", { count: 30, level: "error", seen: now }),
    row("old", { count: 500, before: 500, kind: "same", seen: early }),
  ]);

  it("39 shows what was never seen before first, and of that what is grave", () => {
    expect(ordered(all, "new", null).map(({ id }) => id)).toEqual(["broken", "often", "again"]);
  });

  it("orders by what is asked for", () => {
    expect(ordered(all, "all", null).map(({ id }) => id)).toEqual(["often", "old", "again", "broken"]);
    expect(ordered(all, "all", "level")[0]?.id).toBe("again");
    expect(ordered(all, "all", "change").at(-1)?.id).toBe("old");
  });

  it("finds the events of several patterns by one clause", () => {
    expect(anyOf(all.patterns.slice(0, 2))).toBe("(pattern:often OR pattern:again)");
    expect(anyOf(all.patterns.slice(0, 1))).toBe("pattern:often");
  });

  it("shows the values of the place that was pressed, or of all where the texts differ", () => {
    const variable = (index: number) => ({ index, word: "", type: "num", different: 1, values: [] });
    const values = { id: "x", template: "a <num> b <num>", count: 1, read: 1, variables: [variable(0), variable(1)] };
    const known = { ...values, complete: true };
    expect(shownVariables(known, "a <num> b <num>", 1).map(({ index }) => index)).toEqual([1]);
    expect(shownVariables(known, "a <num> b <word>", 1)).toHaveLength(2);
  });
});
