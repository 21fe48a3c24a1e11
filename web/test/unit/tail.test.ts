// SPDX-License-Identifier: Apache-2.0
import { signal } from "@preact/signals";
import { afterEach, describe, expect, it } from "vitest";
import { serverEvents } from "../../src/api/sse.ts";
import { createTail, type TailQuestion } from "../../src/state/tail.ts";
import { KEPT, TailBuffer } from "../../src/state/tailbuffer.ts";
import { event } from "./fixtures.ts";

const AT = "2026-11-21T14:00:00Z";
const one = (id: number | string) => event(String(id), AT);

function ids(buffer: TailBuffer): string[] {
  return buffer.rows.map((row) => ("event" in row ? row.event.id : `(${row.note})`));
}

/** Lets time pass: ten paintings a second, and before each so many events. */
function pass(buffer: TailBuffer, from: number, seconds: number, perPaint: number): number {
  let id = from;
  for (let paint = 0; paint < seconds * 10; paint++) {
    for (let i = 0; i < perPaint; i++) buffer.add(one(id++));
    buffer.paint((from + paint) * 100);
  }
  return id;
}

describe("29 what arrives", () => {
  it("29 puts the newest on top, and each event once", () => {
    const buffer = new TailBuffer([one("b"), one("a")]);
    for (const id of ["b", "c", "d", "c"]) buffer.add(one(id));
    buffer.paint(0);
    expect(ids(buffer)).toEqual(["d", "c", "b", "a"]);
    expect(buffer.received).toBe(2);
  });

  it("29 paints all that comes slowly, and says how fast it comes", () => {
    const buffer = new TailBuffer();
    pass(buffer, 0, 4, 4);
    expect(buffer.rows.length).toBe(160);
    expect(buffer.oneIn).toBe(1);
    expect(buffer.rate).toBeCloseTo(40, 0);
  });

  it("29 paints fifty rows a second at most, and says one in how many", () => {
    const buffer = new TailBuffer();
    const end = pass(buffer, 0, 8, 100);
    expect(buffer.rate).toBeCloseTo(1000, 0);
    expect(buffer.oneIn).toBeGreaterThanOrEqual(18);
    expect(buffer.oneIn).toBeLessThanOrEqual(21);
    expect(buffer.rows.length).toBeLessThanOrEqual(50 * 9);
    // Evenly: the last one painted is not far from the last one that came.
    expect(Number(ids(buffer)[0])).toBeGreaterThan(end - 60);
  });

  it("29 knows the rate of what comes together once a second, and that it ended", () => {
    const buffer = new TailBuffer();
    let id = 0;
    for (let paint = 0; paint <= 80; paint++) {
      for (let i = 0; paint % 8 === 0 && i < 800; i++) buffer.add(one(id++));
      buffer.paint(paint * 100);
      if (paint > 8) expect(buffer.rate).toBeCloseTo(1000, 0);
    }
    for (let paint = 81; paint <= 110; paint++) buffer.paint(paint * 100);
    expect(buffer.rate).toBeLessThan(500);
    for (let paint = 111; paint <= 140; paint++) buffer.paint(paint * 100);
    expect(buffer.rate).toBe(0);
  });

  it("29 collects while it is paused, and shows all of it when resumed", () => {
    const buffer = new TailBuffer();
    pass(buffer, 0, 1, 1);
    buffer.pause();
    const before = ids(buffer);
    pass(buffer, 10, 3, 100);
    expect(ids(buffer)).toEqual(before);
    expect(buffer.waiting).toBe(3000);
    buffer.resume();
    expect(buffer.rows.length).toBe(3010);
    expect(ids(buffer)[0]).toBe("3009");
    expect(buffer.waiting).toBe(0);
  });

  it("29 keeps so many events only, and says how many left unseen", () => {
    const buffer = new TailBuffer();
    buffer.pause();
    for (let id = 0; id < 3 * KEPT; id++) buffer.add(one(id));
    expect(buffer.waiting).toBe(3 * KEPT);
    buffer.resume();
    expect(buffer.rows.length).toBeLessThanOrEqual(KEPT + 2_001);
    const shown = buffer.rows.filter((row) => "event" in row).length;
    const last = ids(buffer).at(-1);
    expect(last).toBe(`(${(3 * KEPT - shown).toLocaleString("en-US")} older events left the buffer)`);
  });

  it("29 always paints a word on what is missing", () => {
    const buffer = new TailBuffer();
    for (let id = 0; id < 500; id++) {
      buffer.add(one(id));
      if (id === 250) buffer.note("12 events left out");
    }
    buffer.paint(0);
    expect(ids(buffer)).toContain("(12 events left out)");
    for (let id = 500; id < 600; id++) buffer.add(one(id));
    buffer.note("no connection for 2 s");
    buffer.paint(1);
    expect(ids(buffer)).toContain("(no connection for 2 s)");
  });
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await new Promise((done) => setTimeout(done, 0));
}

function sent(id: string): string {
  return `id: place-${id}\nevent: event\ndata: ${JSON.stringify(one(id))}\n\n`;
}

describe("29 the tail", () => {
  const before = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = before;
  });

  it("29 reads events, comments, and data of several lines", async () => {
    const text = ': still here\n\nid: 7\nevent: gap\ndata: {"a":\ndata: 1}\n\ndata: x\r\n\r\nevent: nothing\n\n';
    const body = new Response(text).body as ReadableStream<Uint8Array>;
    const found = [];
    for await (const told of serverEvents(body)) found.push(told);
    expect(found).toEqual([
      { id: "", event: "", data: "" },
      { id: "7", event: "gap", data: '{"a":\n1}' },
      { id: "7", event: "message", data: "x" },
    ]);
  });

  it("29 comes back after a disconnect where it was, and draws the gap", async () => {
    const asks: { path: string; last: string | null }[] = [];
    const controllers: ReadableStreamDefaultController<Uint8Array>[] = [];
    globalThis.fetch = async (path, init) => {
      asks.push({ path: String(path), last: new Headers(init?.headers).get("last-event-id") });
      return new Response(new ReadableStream({ start: (controller) => void controllers.push(controller) }));
    };
    const tell = async (text: string) => {
      controllers.at(-1)?.enqueue(new TextEncoder().encode(text));
      await settled();
    };
    const question = signal<TailQuestion | null>({ q: "x", events: [one("seed")] });
    const tail = createTail(question);
    await settled();
    expect(asks[0]).toEqual({ path: `/api/tail?q=x&from=${encodeURIComponent(AT)}`, last: null });
    await tell(`: still here\n\n${sent("seed")}${sent("a")}`);
    expect(tail.state.peek().connected).toBe(true);
    controllers.at(-1)?.error(new TypeError("network"));
    await settled();
    expect(tail.state.peek().connected).toBe(false);
    await new Promise((done) => setTimeout(done, 700));
    expect(asks[1]).toEqual({ path: "/api/tail?q=x", last: "place-a" });
    const gap = JSON.stringify({ count: 3, exact: true, from: null, to: null, reason: "the reader is slower" });
    await tell(`: still here\n\n${sent("a")}${sent("b")}event: gap\ndata: ${gap}\n\n`);
    tail.resume();
    const rows = tail.state.peek().rows.map((row) => ("event" in row ? row.event.id : row.note));
    expect(rows[0]).toBe("3 events left out: the reader is slower");
    expect(rows.slice(1, 2)).toEqual(["b"]);
    expect(rows[2]).toMatch(/^no connection for/);
    expect(rows.slice(3)).toEqual(["a", "seed"]);
    question.value = null;
    tail.dispose();
    expect(tail.state.peek().rows).toEqual([]);
  });
});
