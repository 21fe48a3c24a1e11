// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { binAt, binsOf } from "../../src/islands/histogram/bins.ts";
import { placeLabels } from "../../src/islands/histogram/lane.ts";
import { errorSeries, findBurst } from "../../src/state/burst.ts";
import { errorsPerMinute, seeded } from "./fixtures.ts";

describe("the histogram", () => {
  it("shows a bucket the server left out as zero", () => {
    const bins = binsOf(errorsPerMinute([3, 0, 0, 5]));
    expect(bins.counts.error).toEqual([3, 0, 0, 5]);
    expect(bins.totals).toEqual([5, 0, 0, 7]);
    expect(bins.sums.error).toBe(8);
    expect(binAt(bins, bins.from + 3.5 * 60_000)).toBe(3);
    expect(binAt(bins, bins.from - 1)).toBe(0);
  });

  it("keeps buckets in place that begin before the range", () => {
    const answer = errorsPerMinute([0, 4, 1]);
    const bins = binsOf({ ...answer, from: "2026-11-21T14:00:40Z", to: "2026-11-21T14:02:30Z" });
    expect(bins.starts[0]).toBe(Date.parse("2026-11-21T14:00:00Z"));
    expect(bins.counts.error).toEqual([0, 4, 1]);
  });

  it("offers the lasting rise of errors, with how much it is", () => {
    const burst = findBurst(errorSeries(errorsPerMinute([1, 0, 1, 0, 1, 0, 1, 0, 60, 62, 64, 61, 60, 63])));
    expect(burst && new Date(burst.at).toISOString()).toBe("2026-11-21T14:08:00.000Z");
    expect(burst && new Date(burst.until).toISOString()).toBe("2026-11-21T14:14:00.000Z");
    expect(burst && burst.inside / burst.outside).toBeCloseTo(123, 0);
  });

  it("finds a short burst in a long day", () => {
    const random = seeded(5);
    const day = Array.from({ length: 96 }, () => Math.floor(random() * 9));
    day.splice(56, 2, 17, 38);
    const burst = findBurst(errorSeries(errorsPerMinute(day)));
    expect(
      burst && [(burst.at - Date.parse("2026-11-21T14:00:00Z")) / 60_000, (burst.until - burst.at) / 60_000],
    ).toEqual([56, 2]);
  });

  it("says that errors begin where there were none", () => {
    expect(findBurst(errorSeries(errorsPerMinute([0, 0, 0, 9, 8, 9])))?.outside).toBe(0);
  });

  it("offers nothing where errors are steady or absent", () => {
    expect(findBurst(errorSeries(errorsPerMinute([5, 6, 5, 4, 6, 5, 5, 6])))).toBeNull();
    expect(findBurst(errorSeries(errorsPerMinute([0, 0, 0, 0])))).toBeNull();
  });
});

describe("the change lane", () => {
  it("lets labels stand beside their marks while there is room", () => {
    const placed = placeLabels(
      [
        { x: 300, width: 120 },
        { x: 320, width: 120 },
      ],
      1000,
      60,
    );
    expect(placed.map(({ marks, side }) => [marks, side])).toEqual([
      [[0], "left"],
      [[1], "right"],
    ]);
  });

  it("folds labels that would collide and loses no mark", () => {
    const random = seeded(3);
    for (let run = 0; run < 300; run++) {
      const marks = Array.from({ length: Math.floor(random() * 30) }, () => ({
        x: Math.floor(random() * 900),
        width: 30 + random() * 200,
      })).sort((a, b) => a.x - b.x);
      const placed = placeLabels(marks, 900, 60);
      expect(placed.flatMap((one) => one.marks)).toEqual(marks.map((_, index) => index));
      let taken = 0;
      for (const one of placed) {
        const width = Math.min(one.room, one.marks.length > 1 ? 60 : (marks[one.marks[0] ?? 0]?.width ?? 0));
        if (one.marks.length === 1) {
          expect(one.side === "left" ? one.x - width : one.x).toBeGreaterThanOrEqual(taken - 22);
          taken = one.side === "left" ? one.x : one.x + width;
        }
      }
    }
  });
});
