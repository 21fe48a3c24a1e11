// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { SkewAnswer, SourceAccount, SourceRow } from "../../src/api/sourcetypes.ts";
import { fieldsOf } from "../../src/pages/sources/fieldsof.ts";
import { ahead, clockOf, parsed, reasons, rejected, tally } from "../../src/pages/sources/words.ts";
import { size } from "../../src/state/bytes.ts";
import { event } from "./fixtures.ts";

const ACCOUNT: SourceAccount = {
  format: "logback",
  share: 1,
  bytes: 1000,
  lines: 100_010,
  events: 100_000,
  timed: 100_000,
  failures: 0,
  rejected: 10,
  reasons: { "blank line before the first event": 10 },
};

const ROW: SourceRow = {
  name: "shop.log",
  kind: "upload",
  state: "at_rest",
  why: "",
  events: 1,
  first: null,
  last: null,
  perMinute: null,
  services: ["shop"],
  hosts: ["web-1"],
  files: 1,
  query: "file=shop.log",
  account: ACCOUNT,
  listed: 0,
};

test("bytes take the unit that leaves few digits", () => {
  expect([0, 999, 1000, 9_940, 9_990, 999_600, 56_000_000, 4_294_967_296].map(size)).toEqual([
    "0 B",
    "999 B",
    "1.0 kB",
    "9.9 kB",
    "10 kB",
    "1.0 MB",
    "56 MB",
    "4.3 GB",
  ]);
});

test("what needs a look comes first in the tally, and what there is none of is left out", () => {
  const live = { ...ROW, state: "live" } as const;
  expect(tally([live, live, { ...ROW, state: "silent" }, { ...ROW, state: "failing" }])).toBe(
    "1 failing · 1 silent · 2 live",
  );
  expect(tally([])).toBe("");
});

test("parsed says 100 % of nothing less than all, and unknown of what nobody counted", () => {
  expect(parsed(ACCOUNT)).toBe("100 %");
  expect(parsed({ ...ACCOUNT, timed: 99_999 })).toBe("99.9 %");
  expect(parsed({ ...ACCOUNT, timed: 9 })).toBe("< 0.1 %");
  expect(parsed({ ...ACCOUNT, failures: 50_000 })).toBe("50 %");
  expect(parsed({ ...ACCOUNT, events: 0, lines: 0 })).toBe("nothing read");
  expect(parsed(null)).toBe("not known");
  expect(rejected(null)).toBe("not known");
});

test("the reasons say everything that was not understood", () => {
  expect(reasons({ ...ACCOUNT, timed: 99_998, failures: 1 })).toBe(
    "10 × blank line before the first event; 1 event kept as they are; 2 events without a time of their own",
  );
});

test("a clock is the reference, ahead, behind, or not known", () => {
  const skew: SkewAnswer = {
    reference: { name: "web-1", kind: "host" },
    clocks: [
      {
        clock: { name: "web-2", kind: "host" },
        skew: { aheadMs: -1830, uncertaintyMs: 5, certain: true },
        why: "12 requests",
      },
      { clock: { name: "web-3", kind: "host" }, skew: null, why: "no request went there" },
    ],
  };
  expect(clockOf(ROW, skew)?.text).toBe("reference");
  expect(clockOf({ ...ROW, hosts: ["web-2"] }, skew)).toEqual({ text: "−1.8 s", why: "web-2: 12 requests" });
  expect(clockOf({ ...ROW, hosts: ["web-3"] }, skew)).toEqual({ text: "not known", why: "no request went there" });
  expect(clockOf(ROW, null)).toBeNull();
  expect(ahead({ aheadMs: 0.4, uncertaintyMs: 2.4, certain: false })).toBe("within 2 ms");
});

test("the fields of a line say where a time was not read", () => {
  const fields = fieldsOf({
    ...event("1-0", "2026-11-21T14:00:00Z"),
    timeQuality: { source: "inherited", zone: "assumed", doubts: ["year"] },
    attributes: { order: "7" },
  });
  expect(fields[0]?.note).toBe("that of the event before, year");
  expect(fields.find((field) => field.name === "order")?.value).toBe("7");
});
