// SPDX-License-Identifier: Apache-2.0
import { signal } from "@preact/signals";
import { afterEach, describe, expect, it } from "vitest";
import type { StreamFrame } from "../../src/api/streamtypes.ts";
import { createListing } from "../../src/state/listing.ts";
import type { ListQuestion } from "../../src/state/rowwindow.ts";
import { errorsPerMinute, event } from "./fixtures.ts";

const RANGE = { from: "2026-11-21T14:00:00Z", to: "2026-11-21T14:04:00Z" };
const QUERY = { text: "x", canonical: "x", words: "text has x", notices: [] };
const asked: ListQuestion = { q: "x", from: null, to: null, order: "newest" };

const BEGIN: StreamFrame = { frame: "begin", query: QUERY, range: RANGE, order: "newest" };

function rows(...ids: string[]): StreamFrame {
  return { frame: "rows", events: ids.map((id) => event(id, "2026-11-21T14:03:00Z")), after: `after ${ids.at(-1)}` };
}

function progress(percent: number): StreamFrame {
  return { frame: "progress", scanned: percent, ofEvents: 100, percent, rest: null, elapsedMs: 1 };
}

/** Counts by minute; what is before `to` was not looked at. */
function hist(errors: number[], to: string | null): StreamFrame {
  const histogram = errorsPerMinute(errors);
  const total = { value: histogram.buckets.reduce((sum, bucket) => sum + bucket.total, 0), exact: to === null };
  return {
    frame: "hist",
    histogram: { ...histogram, ...RANGE, total },
    unscanned: to === null ? null : { from: RANGE.from, to },
  };
}

function done(value: number, next: string | null = null): StreamFrame {
  const total = { value, exact: true };
  return { frame: "done", query: QUERY, total, rows: 0, next, complete: true, tookMs: 7 };
}

/** A server whose answers are given by hand. */
class Server {
  readonly addresses: URL[] = [];
  private controllers: ReadableStreamDefaultController<Uint8Array>[] = [];
  readonly aborted: boolean[] = [];

  constructor() {
    globalThis.fetch = async (path, init) => {
      const number = this.addresses.length;
      this.addresses.push(new URL(String(path), "http://server"));
      this.aborted.push(false);
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void this.controllers.push(controller) });
      init?.signal?.addEventListener("abort", () => {
        this.aborted[number] = true;
        this.controllers[number]?.error(new DOMException("aborted", "AbortError"));
      });
      return new Response(body, { headers: { "content-type": "application/x-ndjson" } });
    };
  }

  async send(...frames: StreamFrame[]): Promise<void> {
    for (const frame of frames) this.latest.enqueue(new TextEncoder().encode(`${JSON.stringify(frame)}\n`));
    await settled();
  }

  async end(...frames: StreamFrame[]): Promise<void> {
    await this.send(...frames);
    this.latest.close();
    await settled();
  }

  private get latest(): ReadableStreamDefaultController<Uint8Array> {
    return this.controllers.at(-1) as ReadableStreamDefaultController<Uint8Array>;
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done, 0));
}

const ids = (listing: ReturnType<typeof createListing>) => listing.listed.peek()?.events.map((one) => one.id);

describe("the list that is told while it is found", () => {
  const before = globalThis.fetch;
  let listing: ReturnType<typeof createListing> | null = null;
  afterEach(() => {
    listing?.dispose();
    globalThis.fetch = before;
  });

  async function begin(question = signal<ListQuestion | null>(asked)) {
    const server = new Server();
    const made = createListing(question);
    listing = made;
    await settled();
    return { server, made, question };
  }

  it("adds rows behind those that stand, and keeps what they answer", async () => {
    const { server, made } = await begin();
    expect(server.addresses[0]?.pathname).toBe("/api/stream");
    await server.send(BEGIN, progress(0), rows("a", "b"), progress(20), hist([0, 0, 0, 2], "2026-11-21T14:03:00Z"));
    const subject = made.listed.peek()?.subject;
    expect(made.listed.peek()?.total).toEqual({ value: 4, exact: false });
    expect(made.unscanned.peek()?.to).toBe("2026-11-21T14:03:00Z");
    await server.end(rows("c"), progress(100), hist([1, 0, 0, 2], null), done(7));
    expect(ids(made)).toEqual(["a", "b", "c"]);
    expect(made.listed.peek()?.subject).toBe(subject);
    expect(made.listed.peek()?.sample.length).toBe(2);
    expect(made.listed.peek()).toMatchObject({ total: { value: 7, exact: true }, tookMs: 7, ended: true });
    expect(made.loading.peek()).toBe(false);
  });

  it("keeps the rows of the question before until the new answer has something to show", async () => {
    const question = signal<ListQuestion | null>(asked);
    const { server, made } = await begin(question);
    await server.end(BEGIN, rows("a"), hist([1], null), done(1));
    question.value = { ...asked, q: "y" };
    await settled();
    await server.send(BEGIN);
    expect(ids(made)).toEqual(["a"]);
    await server.send(progress(0));
    expect(ids(made)).toEqual([]);
    expect(made.listed.peek()?.ended).toBe(false);
  });

  it("26 keeps what came when stopped, and goes on with the rest without loss or double", async () => {
    const { server, made } = await begin();
    const counted = hist([0, 0, 1, 2], "2026-11-21T14:02:00Z");
    await server.send(BEGIN, progress(0), rows("a", "b"), progress(62), counted, rows("c"));
    made.stop();
    await settled();
    expect(server.aborted[0]).toBe(true);
    expect(ids(made)).toEqual(["a", "b", "c"]);
    expect(made.partial.peek()).toEqual({ why: "stopped", percent: 62 });
    expect(made.loading.peek()).toBe(false);

    made.goOn();
    await settled();
    const again = server.addresses[1]?.searchParams;
    expect(again?.get("rest")).toBe("2026-11-21T14:02:00Z");
    expect([again?.get("from"), again?.get("to")]).toEqual([RANGE.from, RANGE.to]);
    expect(made.partial.peek()).toBeNull();
    await server.end(BEGIN, rows("c", "d"), progress(100), hist([3, 1, 0, 0], null), done(8));
    expect(ids(made)).toEqual(["a", "b", "c", "d"]);
    expect(made.histogram.peek()?.buckets.map((bucket) => bucket.total)).toEqual([5, 3, 3, 4]);
    expect(made.listed.peek()?.total).toEqual({ value: 15, exact: true });
    expect(made.unscanned.peek()).toBeNull();
  });

  it("says why a part is all there is", async () => {
    const { server, made } = await begin();
    const partial: StreamFrame = { frame: "partial", why: "the time passed", percent: 62, rest: RANGE.to };
    const end = { ...done(3), complete: false } as StreamFrame;
    await server.end(BEGIN, rows("a"), progress(62), hist([1], "2026-11-21T14:03:00Z"), partial, end);
    expect(made.partial.peek()).toEqual({ why: "the time passed", percent: 62 });
    expect(made.listed.peek()?.ended).toBe(true);
  });

  it("keeps rows and offers the rest when the connection breaks", async () => {
    const { server, made } = await begin();
    await server.end(BEGIN, rows("a"), progress(10), hist([1], "2026-11-21T14:03:00Z"));
    expect(made.error.peek()?.message).toBe("the answer ended early");
    expect(ids(made)).toEqual(["a"]);
    expect(made.partial.peek()?.percent).toBe(10);
  });

  it("pages on from its last row while events are still being counted", async () => {
    const { server, made } = await begin();
    const many = Array.from({ length: 500 }, (_, number) => String(number));
    await server.send(BEGIN, rows(...many), progress(10), hist([1], "2026-11-21T14:03:00Z"));
    expect(made.listed.peek()?.next?.cursor).toBe("after 499");
    await server.end(progress(100), hist([800], null), done(802));
    expect(made.listed.peek()?.next?.cursor).toBe("after 499");
  });

  it("tells a refusal as an error", async () => {
    const { made } = await begin();
    expect(made.error.peek()).toBeNull();
    globalThis.fetch = async () =>
      new Response(JSON.stringify({ title: "Query too large", status: 400 }), {
        status: 400,
        headers: { "content-type": "application/problem+json" },
      });
    made.retry();
    await settled();
    expect(made.error.peek()?.message).toBe("Query too large");
    expect(made.loading.peek()).toBe(false);
  });
});
