// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { leavingText, spanOf } from "../../src/state/leaving.ts";
import { event } from "./fixtures.ts";

const exact = (value: number) => ({ value, exact: true });

describe("6 what would go", () => {
  it("is asked of the time that the rows lie in, in any order, with the last one inside", () => {
    const times = ["2026-11-21T14:00:02.000000001Z", "2026-11-21T14:00:09.123456789Z", "2026-11-21T14:00:05Z"];
    expect(spanOf(times.map((time) => event(time, time)))).toEqual({
      from: "2026-11-21T14:00:02.000Z",
      to: "2026-11-21T14:00:09.124Z",
    });
    expect(spanOf([])).toBeNull();
  });

  it("is told with its number, and with what is not known", () => {
    const known = { events: exact(3412), uncounted: false, rows: 4, told: true };
    expect(leavingText(known)).toBe("− would hide 3,412 events, among them the rows struck through");
    expect(leavingText({ ...known, events: exact(1), rows: 0 })).toBe("− would hide 1 event, none of the rows here");
    expect(leavingText({ ...known, events: exact(0), rows: 0 })).toBe("− would hide no event");
    expect(leavingText({ ...known, events: { value: 9, exact: false } })).toContain("at least 9 events");
    expect(leavingText({ ...known, events: null, rows: null })).toBe("− would hide events");
    expect(leavingText({ ...known, events: null, uncounted: true })).toContain("could not be counted");
    expect(leavingText({ ...known, told: false })).toContain("not of every row here is it known");
  });
});
