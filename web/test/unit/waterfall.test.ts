// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { UnitAnswer } from "../../src/api/tracetypes.ts";
import type { LogEvent } from "../../src/api/types.ts";
import { axisStep } from "../../src/islands/waterfall/draw.ts";
import { type Draft, eventsBelow, failed, kept, treeOf, visible } from "../../src/islands/waterfall/tree.ts";
import { asked, boundsOf, build, exactMillis, idOf } from "../../src/pages/traces/build.ts";
import { tickText } from "../../src/pages/traces/gantt.tsx";
import { isId } from "../../src/state/pivot.ts";

function draft(depth: number, more: Partial<Draft> = {}): Draft {
  return { depth, start: 0, length: 1, level: 3, span: true, service: "s", name: "n", join: "", ticks: [], ...more };
}

function event(at: number, service: string, more: Partial<LogEvent> = {}): UnitAnswer["events"][number] {
  const time = new Date(Date.parse("2026-11-21T14:00:00Z") + at).toISOString();
  return {
    event: { time, service, level: "info", message: "m", span: null, thread: null, ...more } as LogEvent,
    joinedBy: 0,
  };
}

function unit(more: Partial<UnitAnswer>): UnitAnswer {
  return {
    key: "order",
    value: "7",
    query: "order:7",
    total: { value: 1, exact: true },
    start: null,
    end: null,
    durationMs: 0,
    level: null,
    services: [],
    events: [],
    left: 0,
    followed: [{ name: "order", value: "7", hops: 0, events: 1, added: 1 }],
    stopped: [],
    view: "reconstructed",
    bars: [],
    notes: [],
    skew: null,
    complete: true,
    ...more,
  };
}

describe("the bars of a trace", () => {
  //  0 a / 1 b / 2 c, 3 d (below b), 4 e (below a), 5 f
  const tree = treeOf([0, 1, 2, 2, 1, 0].map((depth, at) => draft(depth, at === 3 ? { level: 1 } : {})));

  it("know where what is below them ends", () => {
    expect([...tree.end]).toEqual([5, 4, 3, 4, 5, 6]);
  });

  it("hide what is below a closed one", () => {
    const closed = new Uint8Array(6);
    closed[1] = 1;
    expect([...visible(tree, closed, null)]).toEqual([0, 1, 4, 5]);
    closed[0] = 1;
    expect([...visible(tree, closed, null)]).toEqual([0, 5]);
  });

  it("are kept with those they belong to", () => {
    const keep = kept(tree, (bar) => failed(tree, bar));
    expect([...visible(tree, new Uint8Array(6), keep)]).toEqual([0, 1, 3]);
  });

  it("49 close 80,000 below one within 100 ms, and allocate nothing for each", () => {
    const many = treeOf(Array.from({ length: 80_000 }, (_, at) => draft(at === 0 ? 0 : 1 + (at % 7 === 0 ? 0 : 1))));
    const closed = new Uint8Array(many.size);
    const open = visible(many, closed, null);
    expect(open.length).toBe(80_000);
    closed[0] = 1;
    expect(visible(many, closed, null).length).toBe(1);
    expect(many.start).toBeInstanceOf(Float64Array);
  });

  it("give the lines of all below them once, in order", () => {
    const lines = treeOf([
      draft(0, { ticks: [[0, 3, 2]] }),
      draft(1, {
        ticks: [
          [1, 3, 0],
          [2, 3, 2],
        ],
      }),
      draft(0),
    ]);
    expect(eventsBelow(lines, 0)).toEqual([0, 2]);
    expect(eventsBelow(lines, 2)).toEqual([]);
  });
});

describe("the picture of a unit", () => {
  it("has a bar from the first to the last line of each service, and one for each of its threads", () => {
    const tree = build(
      unit({
        events: [
          event(0, "checkout", { thread: "t1" }),
          event(5, "payment"),
          event(10, "checkout", { thread: "t2", level: "error" }),
          event(30, "checkout", { thread: "t1" }),
        ],
      }),
    );
    expect(tree.services).toEqual(["checkout", "checkout", "checkout", "payment"]);
    expect(tree.names).toEqual(["", "t1", "t2", ""]);
    expect([...tree.start]).toEqual([0, 0, 10, 5]);
    expect([...tree.length]).toEqual([30, 30, 0, 0]);
    expect(tree.joins[0]).toBe("order");
    expect(failed(tree, 2)).toBe(true);
  });

  it("puts lines into their spans, and says of other services that they have lines only", () => {
    const bar = {
      kind: "span" as const,
      service: "checkout",
      name: "OrderService.pay",
      start: "2026-11-21T14:00:00Z",
      durationMs: 40,
      depth: 0,
      events: 1,
      level: null,
      span: "a1",
    };
    const tree = build(
      unit({ view: "spans", bars: [bar], events: [event(3, "checkout", { span: "a1" }), event(9, "stock")] }),
    );
    expect(tree.names).toEqual(["OrderService.pay", "logs only"]);
    expect([...tree.spans]).toEqual([1, 0]);
    expect([...tree.tickAt]).toEqual([3, 9]);
  });

  it("goes by corrected times where there are any", () => {
    const late = { ...event(0, "pay"), corrected: "2026-11-21T14:00:02.000000500Z" };
    expect(boundsOf(unit({ events: [event(1000, "web"), late] })).length).toBeCloseTo(1000.0005, 4);
    expect(exactMillis("2026-11-21T14:00:00.123456Z") % 1000).toBeCloseTo(123.456, 3);
  });

  it("reads an id from the address and writes it back", () => {
    expect(asked("order=81213")).toEqual({ key: "order", value: "81213" });
    expect(asked("a1b2=")).toEqual({ key: "", value: "a1b2=" });
    expect(asked("9f31c2e")).toEqual({ key: "", value: "9f31c2e" });
    expect(idOf("order", "81213")).toBe("order=81213");
  });

  it("labels its axis with round times", () => {
    expect(axisStep(5000, 1000)).toBe(1000);
    expect(axisStep(50, 1000)).toBe(10);
    expect(tickText(1500, 500, 0, "UTC", "relative")).toBe("1,500 ms");
    expect(tickText(2000, 1000, Date.parse("2026-11-21T14:00:00Z"), "UTC", "clock")).toBe("14:00:02");
  });
});

describe("an id", () => {
  it("is one word with a digit that measures nothing", () => {
    for (const id of ["81213", "A-02D17A03", "9f31c2e1-aa", "79aeebea3a3dd046d931cc1115940867"]) {
      expect(isId("order", id)).toBe(true);
    }
    for (const none of ["502", "2500ms", "12.75", "14:12:31", "2026-11-21", "2.14.0", "shop", "a b 12"]) {
      expect(isId("order", none)).toBe(false);
    }
    expect(isId("thread", "http-nio-8080-exec-1")).toBe(false);
  });
});
