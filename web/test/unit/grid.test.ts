// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { gapThreshold, rowsOf } from "../../src/islands/grid/rows.ts";
import { event, seeded } from "./fixtures.ts";

const at = (seconds: number) => new Date(Date.parse("2026-11-21T23:58:00Z") - seconds * 1000).toISOString();

describe("the list", () => {
  it("shows a long silence as a row with its length", () => {
    const events = [0, 1, 2, 3, 75, 76].map((seconds) => event(String(seconds), at(seconds)));
    const rows = rowsOf(events, "UTC");
    expect(rows.map((row) => row.kind)).toEqual(["event", "event", "event", "event", "gap", "event", "event"]);
    expect(rows[4]).toEqual({ kind: "gap", ms: 72_000 });
  });

  it("finds no gap where events are always far apart", () => {
    const events = [0, 60, 120, 180, 300].map((seconds) => event(String(seconds), at(seconds)));
    expect(gapThreshold(events)).toBe(600_000);
    expect(rowsOf(events, "UTC").every((row) => row.kind === "event")).toBe(true);
  });

  it("28 moves no row when further ones come", () => {
    const random = seeded(28);
    let seconds = 0;
    const events = Array.from({ length: 400 }, (_, id) => {
      seconds += random() < 0.1 ? 40 + random() * 400 : random() * 20;
      return event(String(id), at(seconds));
    });
    const whole = rowsOf(events, "UTC", events.slice(0, 30));
    for (const count of [30, 31, 60, 200, 399]) {
      const rows = rowsOf(events.slice(0, count), "UTC", events.slice(0, 30));
      expect(rows).toEqual(whole.slice(0, rows.length));
    }
  });

  it("says when the day changes in the shown zone", () => {
    const events = [event("a", "2026-11-21T23:30:00Z"), event("b", "2026-11-21T22:30:00Z")];
    expect(rowsOf(events, "UTC").map((row) => row.kind)).not.toContain("day");
    expect(rowsOf(events, "Europe/Paris").some((row) => row.kind === "day" && row.day === "2026-11-21")).toBe(true);
  });
});
