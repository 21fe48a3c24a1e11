// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { decode, encode, LETTERS, type Page, START, type View } from "../../src/state/view.ts";
import { seeded } from "./fixtures.ts";

const ALPHABET = 'ab:"()-*&=?#%+/\\ \u202e\u0000é日🙂\n';

function read(href: string) {
  const { pathname, search } = new URL(href, "http://clew");
  return decode(pathname, search);
}

function randomView(random: () => number): View {
  const of = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const text = () => Array.from({ length: Math.floor(random() * 30) }, () => of([...ALPHABET])).join("");
  const some = () => of([[], [], [`one ${text()}`], ["level:debug", `two ${text()}`]]);
  const instant = () => new Date(Math.floor(random() * 4e12)).toISOString();
  const [one, two] = [instant(), instant()].sort();
  const page = of(Object.keys(LETTERS) as Page[]);
  const full: View = {
    page,
    id: page === "investigate" ? null : of([null, `id ${text()}`]),
    q: text(),
    off: some(),
    from: of([null, one ?? null]),
    to: of([null, two ?? null]),
    baseFrom: of([null, one ?? null]),
    baseTo: of([null, two ?? null]),
    at: of([null, one ?? null]),
    order: of(["newest", "oldest"]),
    zone: of(["UTC", "local", "Europe/London", "Asia/Kolkata"]),
    list: of(["events", "patterns"]),
    selected: of([null, `id ${text()}`]),
    panel: of([null, "event", "context"]),
    scope: of(["file", "thread", "service", "all"]),
    columns: some(),
    live: random() < 0.3,
    tab: of([null, "document", "new"]),
    sort: of([null, "first-error"]),
    lanes: some(),
    rows: some(),
    find: of([null, `find ${text()}`]),
    hidden: some(),
  };
  return full;
}

describe("the URL", () => {
  it("22 gives every view back as it was, as far as its page knows it", () => {
    const random = seeded(42);
    for (let i = 0; i < 10_000; i++) {
      const { view, ignored } = read(encode(randomView(random)));
      expect(ignored).toEqual([]);
      expect(read(encode(view))).toEqual({ view, ignored: [] });
    }
  });

  it("22 loses nothing of a view of its own page", () => {
    const random = seeded(43);
    for (let i = 0; i < 2000; i++) {
      const view = { ...randomView(random), page: "investigate", id: null } as const;
      const { baseFrom, baseTo, at, lanes, rows, find, ...known } = view;
      expect(read(encode(view)).view).toEqual({ ...START, ...known });
    }
  });

  it("keeps the name of the one thing that is shown, whatever it is", () => {
    const view: View = { ...START, page: "traces", id: "order=81/213 ?#%" };
    expect(read(encode(view)).view).toEqual(view);
    expect(decode("/x/%E0%A4%A", "").ignored).toHaveLength(1);
    expect(decode("/nowhere", "").ignored).toHaveLength(1);
    expect(decode("/i/what", "").ignored).toHaveLength(1);
  });

  it("is empty for the start", () => {
    expect(encode(START)).toBe("/i");
    expect(decode("/", "")).toEqual({ view: START, ignored: [] });
  });

  it("never fails, whatever it is", () => {
    const random = seeded(7);
    for (let i = 0; i < 2000; i++) {
      const text = Array.from({ length: 40 }, () => String.fromCharCode(32 + Math.floor(random() * 200))).join("");
      expect(decode("/i", `?q=a&${text}`).view.zone).toBeTypeOf("string");
    }
  });

  it("names what it left out and keeps the rest", () => {
    const { view, ignored } = decode(
      "/i",
      "?v=9&q=timeout&from=yesterday&tz=Mars/Olympus&order=loudest&colour=red&constructor=1",
    );
    expect(view).toEqual({ ...START, q: "timeout" });
    expect(ignored).toHaveLength(6);
    expect(ignored.join()).toContain("colour");
  });

  it("turns a range round that ends before it begins", () => {
    const { view, ignored } = decode("/i", "?from=2026-11-21T15:00:00Z&to=2026-11-21T14:00:00Z");
    expect([view.from, view.to]).toEqual(["2026-11-21T14:00:00Z", "2026-11-21T15:00:00Z"]);
    expect(ignored).toHaveLength(1);
  });
});
