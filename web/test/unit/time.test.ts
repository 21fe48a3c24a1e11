// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { clock, day, full, instantOfWall, isoOf, offsetLabel } from "../../src/state/instant.ts";
import { age, duration, percent, rough, times } from "../../src/state/numbers.ts";
import { parseTime, type TimeContext, typedInstant } from "../../src/state/timetext.ts";

const utc: TimeContext = {
  zone: "UTC",
  end: Date.parse("2026-11-21T16:00:00Z"),
  day: Date.parse("2026-11-21T14:07:00Z"),
};

function read(text: string, context = utc): string {
  const answer = parseTime(text, context);
  if ("problem" in answer) return `problem: ${answer.problem}`;
  const show = (ms: number | null) => (ms === null ? "-" : isoOf(ms).replace("2026-11-21T", "").replace(".000Z", ""));
  return `${show(answer.from)} ${show(answer.to)}`;
}

describe("the time box", () => {
  it.each([
    ["last 15m", "15:45:00 -"],
    ["last 1.5h", "14:30:00 -"],
    ["14:00-14:30", "14:00:00 14:30:00"],
    ["14:00 - 14:30", "14:00:00 14:30:00"],
    ["14:00:05 → 14:00:06.250", "14:00:05 14:00:06.250Z"],
    ["2026-11-21 14:00 -> 2026-11-21 14:30:10", "14:00:00 14:30:10"],
    ["2026-11-21T14:00:00Z to 14:30", "14:00:00 14:30:00"],
    ["around 14:12:31 +-5m", "14:07:31 14:17:31"],
    ["around 14:12:31 ±30s", "14:12:01 14:13:01"],
    ["14:12", "14:07:00 14:17:00"],
    ["2026-11-21T15:00:00+02:00..2026-11-21T15:30:00+02:00", "13:00:00 13:30:00"],
    ["all", "- -"],
    ["", "- -"],
  ])("reads %s", (text, meaning) => expect(read(text)).toBe(meaning));

  it.each(["soon", "last while", "14:30-14:00", "25:00-26:00", "14:00-noon", "around tea +-5m", "14:99"])(
    "says what is wrong with %s",
    (text) => expect(read(text)).toMatch(/^problem: /),
  );

  it("takes a time without a zone in the zone that is shown", () => {
    expect(read("15:00-15:30", { ...utc, zone: "Europe/Paris" })).toBe("14:00:00 14:30:00");
  });
});

describe("a time on the page", () => {
  it("keeps every stored digit", () => {
    expect(full("2026-11-21T14:12:31.204000417Z", "UTC")).toBe("2026-11-21 14:12:31.204000417");
    expect(full("2026-11-21T14:12:31Z", "Asia/Kolkata")).toBe("2026-11-21 19:42:31");
    expect(clock("2026-11-21T14:12:31.204999Z", "UTC")).toBe("14:12:31.204");
  });

  it("follows the zone over midnight and over the change of clocks", () => {
    expect(day("2026-11-21T23:30:00Z", "Europe/Paris")).toBe("2026-11-22");
    expect(clock("2026-10-25T00:59:59.000Z", "Europe/Paris")).toBe("02:59:59.000");
    expect(clock("2026-10-25T01:00:00.000Z", "Europe/Paris")).toBe("02:00:00.000");
    expect(offsetLabel(Date.parse("2026-07-01T00:00:00Z"), "Europe/Paris")).toBe("UTC+02:00");
  });

  it("of two instants a clock shows means the earlier", () => {
    expect(isoOf(instantOfWall(Date.UTC(2026, 9, 25, 2, 30), "Europe/Paris"))).toBe("2026-10-25T00:30:00.000Z");
    expect(isoOf(instantOfWall(Date.UTC(2026, 10, 21, 2, 30), "Europe/Paris"))).toBe("2026-11-21T01:30:00.000Z");
  });
});

describe("a typed point in time", () => {
  it("keeps every digit, in the zone it was typed in", () => {
    expect(typedInstant("2026-03-10 14:12:31.204567891", utc)).toBe("2026-03-10T14:12:31.204567891Z");
    expect(typedInstant("2026-03-10 15:12:31.2", { ...utc, zone: "Europe/Paris" })).toBe("2026-03-10T14:12:31.2Z");
    expect(typedInstant("14:12:31", utc)).toBe("2026-11-21T14:12:31Z");
    expect(typedInstant("soon", utc)).toBeNull();
  });
});

describe("numbers", () => {
  it("are short where a glance is enough", () => {
    expect([rough(18_432), rough(412_345), rough(4_100_000)]).toEqual(["18,432", "412 k", "4.1 M"]);
    expect([duration(72_000), duration(250), duration(3_600_000), duration(90_061_000)]).toEqual([
      "1 min 12 s",
      "250 ms",
      "1 h",
      "1 d 1 h",
    ]);
    expect([percent(0.0001), percent(0.034), percent(0.5)]).toEqual(["< 0.1 %", "3.4 %", "50 %"]);
    expect([times(62.4), times(2.04), times(3)]).toEqual(["×62", "×2", "×3"]);
    expect([age(2 * 864e5), age(400 * 864e5), age(1200 * 864e5), age(5)]).toEqual(["2 d", "13 mo", "3 y", "today"]);
  });
});
