// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { lateness, receivedLate } from "../../src/state/late.ts";
import { event } from "./fixtures.ts";

const TIME = "2026-11-21T14:00:00Z";
const doubted = (...doubts: string[]) =>
  event("a", TIME, { timeQuality: { source: "read", zone: "explicit", doubts } });

describe("13 an event that came late", () => {
  it("says how long after its time it was read, where that is known", () => {
    const late = event("a", TIME, { attributes: { received_late: "2026-11-21T14:01:35.250Z" } });
    expect(lateness(late)).toBe("came late: read 1 min 35 s after its time");
    expect(receivedLate(late)).toBe("2026-11-21T14:01:35.250Z");
  });

  it("says no length where only its place in the file tells", () => {
    expect(lateness(doubted("late"))).toMatch(/^came late, or by a wrong clock: .* more than a minute later$/);
    expect(receivedLate(doubted("late"))).toBeNull();
  });

  it("is no other one", () => {
    expect(lateness(event("a", TIME))).toBeNull();
    expect(lateness(doubted("year", "distant"))).toBeNull();
    expect(lateness(event("a", TIME, { attributes: { received_late: "yes" } }))).toBeNull();
    expect(lateness(event("a", TIME, { attributes: { received_late: TIME } }))).toBeNull();
  });
});
