// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { decode, encode, START, type View } from "../../src/state/view.ts";
import { seeded } from "./fixtures.ts";

const ALPHABET = 'ab:"()-*&=?#%+/\\ \u202e\u0000é日🙂\n';

function randomView(random: () => number): View {
  const of = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const text = () => Array.from({ length: Math.floor(random() * 30) }, () => of([...ALPHABET])).join("");
  const instant = () => new Date(Math.floor(random() * 4e12)).toISOString();
  const [one, two] = [instant(), instant()].sort();
  return {
    q: text(),
    from: of([null, one ?? null]),
    to: of([null, two ?? null]),
    order: of(["newest", "oldest"]),
    zone: of(["UTC", "local", "Europe/London", "Asia/Kolkata"]),
    list: of(["events", "patterns"]),
    selected: of([null, `id ${text()}`]),
    panel: of([null, "event", "context", "suspects"]),
    scope: of(["file", "service", "all"]),
  };
}

describe("the URL", () => {
  it("gives every view back as it was", () => {
    const random = seeded(42);
    for (let i = 0; i < 5000; i++) {
      const view = randomView(random);
      expect(decode(encode(view))).toEqual({ view, ignored: [] });
    }
  });

  it("is empty for the start", () => {
    expect(encode(START)).toBe("");
    expect(decode("")).toEqual({ view: START, ignored: [] });
  });

  it("never fails, whatever it is", () => {
    const random = seeded(7);
    for (let i = 0; i < 2000; i++) {
      const text = Array.from({ length: 40 }, () => String.fromCharCode(32 + Math.floor(random() * 200))).join("");
      expect(decode(`?q=a&${text}`).view.zone).toBeTypeOf("string");
    }
  });

  it("names what it left out and keeps the rest", () => {
    const { view, ignored } = decode(
      "?v=9&q=timeout&from=yesterday&tz=Mars/Olympus&order=loudest&colour=red&constructor=1",
    );
    expect(view).toEqual({ ...START, q: "timeout" });
    expect(ignored).toHaveLength(6);
    expect(ignored.join()).toContain("colour");
  });

  it("turns a range round that ends before it begins", () => {
    const { view, ignored } = decode("?from=2026-11-21T15:00:00Z&to=2026-11-21T14:00:00Z");
    expect([view.from, view.to]).toEqual(["2026-11-21T14:00:00Z", "2026-11-21T15:00:00Z"]);
    expect(ignored).toHaveLength(1);
  });
});
