// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LogEvent } from "../../src/api/types.ts";
import {
  type Edge,
  edgesAt,
  grown,
  type Listed,
  type ListQuestion,
  MOST,
  pageFrom,
} from "../../src/state/rowwindow.ts";
import { event, seeded } from "./fixtures.ts";

const START = Date.parse("2026-11-21T14:00:00Z");
const iso = (ms: number) => new Date(ms).toISOString();

/** A store of events in the order of their times, many of which are the same. */
function store(many: number, seed: number): LogEvent[] {
  const random = seeded(seed);
  let at = START;
  return Array.from({ length: many }, (_, id) => {
    if (random() < 0.3) at += Math.floor(random() * 40);
    return event(`e${id}`, iso(at));
  });
}

/** Answers /api/search of these events, as the server does: from inclusive, to exclusive, pages by cursor. */
function serve(events: readonly LogEvent[]): void {
  globalThis.fetch = async (path) => {
    const ask = new URL(String(path), "http://server").searchParams;
    const [from, to] = [ask.get("from") ?? "", ask.get("to") ?? ""].map((text) => Date.parse(text)) as [number, number];
    const inside = events.filter(({ time }) => Date.parse(time) >= from && Date.parse(time) < to);
    if (ask.get("order") === "newest") inside.reverse();
    const begin = Number(ask.get("cursor") ?? 0);
    const end = begin + Number(ask.get("limit"));
    const next = end < inside.length ? String(end) : null;
    return Response.json({ query: {}, events: inside.slice(begin, end), next, total: {}, tookMs: 1 });
  };
}

function listedOf(
  question: ListQuestion,
  events: LogEvent[],
  ends: { previous: Edge | null; next: Edge | null },
): Listed {
  const range = { from: question.from ?? "", to: question.to ?? "" };
  const query = { text: "", canonical: "", words: "", notices: [] };
  const total = { value: 0, exact: true };
  const none = { tookMs: 1, sample: events, sought: null, ended: true };
  return { question, subject: {}, query, range, total, events, ...none, ...ends };
}

describe("9 the window on what was found", () => {
  const before = globalThis.fetch;
  const signal = new AbortController().signal;
  afterEach(() => {
    globalThis.fetch = before;
  });

  async function throughout(question: ListQuestion, at: number): Promise<LogEvent[]> {
    const range = { from: question.from ?? "", to: question.to ?? "" };
    const ends = edgesAt(question, range, at);
    let listed = listedOf(question, [], ends);
    for (const end of ["next", "previous"] as const) {
      while (listed[end]) listed = grown(listed, end, await pageFrom(listed[end], signal));
    }
    return listed.events;
  }

  for (const order of ["newest", "oldest"] as const) {
    it(`grows at both ends to all there is, ${order} first, wherever it is opened`, async () => {
      const events = store(3000, 9);
      serve(events);
      const last = Date.parse(events.at(-1)?.time ?? "");
      const question: ListQuestion = { q: "", from: iso(START), to: iso(last + 1), order };
      const wanted = events.map(({ id }) => id);
      if (order === "newest") wanted.reverse();
      for (const at of [START - 5, START, START + 1, (START + last) / 2, last, last + 1, last + 99]) {
        expect((await throughout(question, at)).map(({ id }) => id)).toEqual(wanted);
      }
    });
  }

  describe("that is full", () => {
    const events = store(MOST + 700, 10);
    const last = Date.parse(events.at(-1)?.time ?? "");
    const question: ListQuestion = { q: "", from: iso(START), to: iso(last + 1), order: "oldest" };
    beforeEach(() => serve(events));

    it("drops what is farthest, and finds it again without a gap or a row twice", async () => {
      const first = { ask: question, cursor: "0" };
      let listed = listedOf(question, events.slice(0, MOST - 100), { previous: null, next: first });
      const page = {
        events: events.slice(MOST - 100, MOST + 400),
        edge: { ask: question, cursor: String(MOST + 400) },
      };
      listed = grown(listed, "next", page);
      expect(listed.events).toHaveLength(MOST);
      expect(listed.events[0]?.id).toBe("e400");
      expect(listed.events.at(-1)?.id).toBe(`e${MOST + 399}`);
      while (listed.previous) listed = grown(listed, "previous", await pageFrom(listed.previous, signal));
      expect(listed.events.map(({ id }) => id)).toEqual(events.slice(0, MOST).map(({ id }) => id));
      expect(listed.next).not.toBeNull();
      listed = grown(listed, "next", await pageFrom(listed.next, signal));
      expect(listed.events.at(-1)?.id).not.toBe(`e${MOST - 1}`);
      const ids = listed.events.map(({ id }) => Number(id.slice(1)));
      expect(ids.every((id, at) => at === 0 || id === (ids[at - 1] ?? 0) + 1)).toBe(true);
    });
  });
});
