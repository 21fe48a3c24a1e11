// SPDX-License-Identifier: Apache-2.0
// The events of the list and their counts over time: one stream tells both while they are found. Further pages follow
// by cursor; what was stopped can be gone on with.
import { batch, effect, type ReadonlySignal, signal } from "@preact/signals";
import { client } from "../api/client.ts";
import { Problem, type Unreachable } from "../api/problem.ts";
import type { Range, StreamFrame } from "../api/streamtypes.ts";
import type { HistogramAnswer, LogEvent, QueryReading } from "../api/types.ts";
import { merged } from "./merging.ts";
import { failureOf } from "./resource.ts";
import { type End, edgesAt, grown, type Listed, type ListQuestion, PAGE, pageFrom } from "./rowwindow.ts";

export interface Scanned {
  scanned: number;
  ofEvents: number;
  percent: number;
}

/** Why a part is all there is. */
export interface Partial {
  why: string;
  percent: number;
}

export const BUCKETS = 120;

/** What takes no longer than this shows no sign of being under way, in milliseconds. */
const SHORT = 150;

/** What is known of a question when its stream begins: all null for a new one. */
interface Known {
  histogram: HistogramAnswer | null;
  /** Where what is left begins. */
  rest: string | null;
}

const NOTHING: Known = { histogram: null, rest: null };

/** The signals of one list, and the frames that change them. */
class Answer {
  readonly listed = signal<Listed | null>(null);
  readonly histogram = signal<HistogramAnswer | null>(null);
  readonly counted = signal<ListQuestion | null>(null);
  readonly unscanned = signal<Range | null>(null);
  readonly scanned = signal<Scanned | null>(null);
  readonly partial = signal<Partial | null>(null);
  readonly trouble = signal<Problem | null>(null);
  readonly broken = signal(0);
  /** Where a stream that goes on with this answer begins. */
  rest: string | null = null;

  take(frame: StreamFrame, now: Reading): void {
    switch (frame.frame) {
      case "begin":
        now.query = frame.query;
        now.range ??= frame.range;
        break;
      case "rows":
        this.append(frame.events, frame.after, now);
        break;
      case "progress":
        this.scanned.value = frame;
        // Rows of the question before say nothing of this one, which takes long.
        if (frame.percent < 100) this.begin(now);
        break;
      case "hist":
        this.count(frame.histogram, frame.unscanned, now);
        break;
      case "partial":
        this.partial.value = { why: frame.why, percent: frame.percent };
        break;
      case "problem":
        this.report(new Problem(frame.problem), frame.ends);
        break;
      case "done":
        this.end(frame, now);
    }
  }

  private report(problem: Problem, ends: boolean): void {
    if (ends) throw problem;
    this.trouble.value = problem;
  }

  /** Puts the new question in the place of the old one, at its first sign. */
  private begin(now: Reading): Listed {
    const listed = this.listed.peek();
    if (now.begun && listed) return listed;
    now.begun = true;
    const { question, query, range } = now;
    if (!query || !range) throw new Problem({ title: "the answer has no beginning" });
    const fresh: Listed = {
      question,
      subject: {},
      query,
      range,
      total: { value: 0, exact: false },
      tookMs: null,
      events: [],
      sample: [],
      sought: null,
      previous: null,
      next: null,
      ended: false,
    };
    this.listed.value = fresh;
    this.partial.value = null;
    this.trouble.value = null;
    this.broken.value = 0;
    this.rest = null;
    return fresh;
  }

  private append(events: LogEvent[], after: string, now: Reading): void {
    const listed = this.begin(now);
    now.after = after;
    // The reader went elsewhere: these are rows of the top.
    if (listed.sought) return;
    // A stream that goes on may begin with rows that came before it was stopped.
    const known = new Set(now.known.rest === null ? [] : listed.events.map((event) => event.id));
    const all = listed.events.concat(events.filter((event) => !known.has(event.id)));
    this.listed.value = {
      ...listed,
      events: all,
      sample: listed.sample.length > 0 ? listed.sample : all,
      next: all.length >= PAGE ? { ask: now.question, cursor: after } : null,
    };
  }

  private count(part: HistogramAnswer, unscanned: Range | null, now: Reading): void {
    const listed = this.begin(now);
    const histogram = merged(now.known.histogram, part);
    this.histogram.value = histogram;
    this.counted.value = now.question;
    this.unscanned.value = unscanned;
    this.rest = unscanned && (now.question.order === "newest" ? unscanned.to : unscanned.from);
    this.listed.value = { ...listed, total: histogram.total };
  }

  private end(done: StreamFrame & { frame: "done" }, now: Reading): void {
    const listed = this.begin(now);
    const more = listed.total.value > listed.events.length;
    const top = more && now.after !== null ? { ask: now.question, cursor: now.after } : null;
    this.listed.value = {
      ...listed,
      query: done.query,
      tookMs: done.tookMs,
      next: listed.sought ? listed.next : more ? (listed.next ?? top) : null,
      ended: true,
    };
    if (done.complete) this.partial.value = null;
    now.ended = true;
  }

  /** The part that is there is all there is for now. */
  stop(why: string): void {
    const listed = this.listed.peek();
    if (listed) this.listed.value = { ...listed, ended: true };
    this.partial.value = { why, percent: this.scanned.peek()?.percent ?? 0 };
  }
}

/** One stream while it is read. */
interface Reading {
  question: ListQuestion;
  known: Known;
  query: QueryReading | null;
  range: Range | null;
  after: string | null;
  begun: boolean;
  ended: boolean;
}

export function createListing(question: ReadonlySignal<ListQuestion | null>) {
  const answer = new Answer();
  const { listed, partial, scanned } = answer;
  const loading = signal(false);
  /** True once an answer takes so long that a reader wants to know how far it is. */
  const slow = signal(false);
  const since = signal(0);
  /** The question whose search has ended; null while a stopped one goes on. */
  const settled = signal<ListQuestion | null>(null);
  const loadingMore = signal(false);
  const error = signal<Problem | Unreachable | null>(null);
  const again = signal(0);
  let running = new AbortController();
  let seeking = new AbortController();

  function fail(thrown: unknown): void {
    error.value = failureOf(thrown);
    if (listed.peek()?.ended === false) answer.stop("the answer ended early");
  }

  async function read(now: Reading, abort: AbortController): Promise<void> {
    const { question, known } = now;
    const limit = known.rest === null ? PAGE : Math.max(0, PAGE - (listed.peek()?.events.length ?? 0));
    const asked = { ...question, ...(known.rest === null ? {} : now.range), limit, buckets: BUCKETS, rest: known.rest };
    const frames = client.stream(asked, () => answer.broken.value++, abort.signal);
    for await (const frame of frames) {
      if (abort.signal.aborted) return;
      batch(() => {
        answer.take(frame, now);
        error.value = null;
      });
    }
    if (!now.ended) throw new Problem({ title: "the answer ended early" });
  }

  function start(asked: ListQuestion, known: Known, range: Range | null): AbortController {
    const abort = new AbortController();
    running = abort;
    loading.value = true;
    loadingMore.value = false;
    slow.value = false;
    since.value = performance.now();
    const timer = setTimeout(() => (slow.value = true), SHORT);
    const begun = known.rest !== null;
    const now = { question: asked, known, query: null, range, after: null, begun, ended: false };
    void read(now, abort)
      .catch((thrown) => {
        if (!abort.signal.aborted) batch(() => fail(thrown));
      })
      .finally(() => {
        clearTimeout(timer);
        if (abort !== running) return;
        batch(() => {
          loading.value = false;
          slow.value = false;
          settled.value = asked;
        });
      });
    return abort;
  }

  const dispose = effect(() => {
    again.value;
    const asked = question.value;
    if (asked === null) return;
    scanned.value = null;
    start(asked, NOTHING, null);
    return () => running.abort();
  });

  /** Ends the search and keeps what came. */
  function stop(): void {
    if (!loading.peek()) return;
    running.abort();
    batch(() => {
      loading.value = false;
      slow.value = false;
      settled.value = question.peek();
      answer.stop("stopped");
    });
  }

  /** Searches what was left, and adds it to what is there. */
  function goOn(): void {
    const now = listed.peek();
    if (!now || loading.peek()) return;
    if (answer.rest === null || now.question !== question.peek()) {
      again.value++;
      return;
    }
    running.abort();
    batch(() => {
      partial.value = null;
      settled.value = null;
      listed.value = { ...now, ended: false };
      start(now.question, { histogram: answer.histogram.peek(), rest: answer.rest }, now.range);
    });
  }

  function failLater(thrown: unknown): void {
    batch(() => {
      error.value = failureOf(thrown);
      loadingMore.value = false;
    });
  }

  /** Adds a page at one end; answers whether there was one. */
  async function more(end: End = "next"): Promise<boolean> {
    const now = listed.peek();
    if (!now?.[end] || loadingMore.peek()) return false;
    const abort = running;
    loadingMore.value = true;
    try {
      const page = await pageFrom(now[end], abort.signal);
      const latest = listed.peek();
      if (abort.signal.aborted || latest?.subject !== now.subject) return false;
      batch(() => {
        listed.value = grown(latest, end, page);
        loadingMore.value = false;
      });
      return page.events.length > 0;
    } catch (thrown) {
      if (!abort.signal.aborted) failLater(thrown);
      return false;
    }
  }

  /**
   * Opens the window at a time, in milliseconds: of what was found, wherever it is. With `held` only when that event
   * is there; else all stays as it is. Answers whether it went there.
   */
  async function seek(at: number, held: string | null = null): Promise<boolean> {
    const now = listed.peek();
    if (!now) return false;
    seeking.abort();
    seeking = new AbortController();
    const abort = AbortSignal.any([seeking.signal, running.signal]);
    const { previous, next } = edgesAt(now.question, now.range, at);
    try {
      const [before, behind] = await Promise.all([pageFrom(previous, abort), pageFrom(next, abort)]);
      const latest = listed.peek();
      if (abort.aborted || latest?.question !== now.question) return false;
      const events = before.events.reverse().concat(behind.events);
      const sought = behind.events[0] ?? events.at(-1);
      if (!sought || (held !== null && !events.some((event) => event.id === held))) return false;
      batch(() => {
        const ends = { previous: before.edge, next: behind.edge };
        listed.value = { ...latest, ...ends, subject: {}, events, sample: events, sought };
        loadingMore.value = false;
      });
      return true;
    } catch (thrown) {
      if (!abort.aborted) failLater(thrown);
      return false;
    }
  }

  /** Puts later counts in the place of those that came with the list, if the question is still that one. */
  function recount(asked: ListQuestion, now: HistogramAnswer): void {
    const old = listed.peek();
    if (!old || old.question !== asked || loading.peek()) return;
    batch(() => {
      answer.histogram.value = now;
      listed.value = { ...old, total: now.total, tookMs: now.tookMs };
    });
  }

  const { histogram, counted, unscanned, trouble, broken } = answer;
  const retry = () => again.value++;
  return {
    /** What was asked last, whether it is answered or not. */
    asked: question,
    listed,
    /** The counts over time, of the question in `counted`, but for the part that is `unscanned`. */
    histogram,
    counted,
    unscanned,
    scanned,
    partial,
    trouble,
    broken,
    loading,
    slow,
    since,
    settled,
    loadingMore,
    error,
    more,
    seek,
    stop,
    goOn,
    recount,
    retry,
    dispose,
  };
}
