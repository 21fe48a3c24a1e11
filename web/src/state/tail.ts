// SPDX-License-Identifier: Apache-2.0
// Follows what arrives, and comes back by itself when the connection breaks.
import { batch, effect, type ReadonlySignal, signal } from "@preact/signals";
import { client } from "../api/client.ts";
import { Problem } from "../api/problem.ts";
import type { LogEvent } from "../api/types.ts";
import { duration, grouped, plural } from "./numbers.ts";
import { PAINTS_A_SECOND, TailBuffer, type TailItem } from "./tailbuffer.ts";

/** What is followed, and what is shown below it. */
export interface TailQuestion {
  q: string;
  /** Newest first. */
  events: readonly LogEvent[];
}

/** How long until the next try, in milliseconds; then twice as long, up to the most. */
const FIRST_WAIT = 500;
const MOST_WAIT = 5_000;
/** The server says every ten seconds that it is there; after this long in silence it is not. */
const SILENCE = 25_000;

export interface TailState {
  rows: readonly TailItem[];
  paused: boolean;
  waiting: number;
  rate: number;
  oneIn: number;
  /** False while the connection is broken. */
  connected: boolean;
  /** Why it is refused. */
  refused: string | null;
}

const NOTHING: TailState = {
  rows: [],
  paused: false,
  waiting: 0,
  rate: 0,
  oneIn: 1,
  connected: false,
  refused: null,
};

interface GapTold {
  count: number;
  exact: boolean;
  reason: string;
}

function wordsOf(gap: GapTold): string {
  const count = gap.exact ? plural(gap.count, "event") : `${grouped(gap.count)} or more events`;
  return gap.count === 0 && !gap.exact ? `events may be missing: ${gap.reason}` : `${count} left out: ${gap.reason}`;
}

/** Follows as long as there is a question; another question begins anew. */
export function createTail(question: ReadonlySignal<TailQuestion | null>) {
  const state = signal<TailState>(NOTHING);
  /** How often the painting was resumed. */
  const resumed = signal(0);
  let buffer = new TailBuffer();
  let connected = false;
  let refused: string | null = null;

  function show(): void {
    const { rows, paused, waiting, rate, oneIn } = buffer;
    state.value = { rows, paused, waiting, rate, oneIn, connected, refused };
  }

  async function follow(asked: TailQuestion, into: TailBuffer, abort: AbortController): Promise<void> {
    let last = "";
    let wait = FIRST_WAIT;
    let lostAt = 0;
    const from = asked.events[0]?.time ?? null;
    while (!abort.signal.aborted) {
      const once = new AbortController();
      const end = () => once.abort();
      abort.signal.addEventListener("abort", end);
      let silence = setTimeout(end, SILENCE);
      try {
        for await (const told of client.tail(asked.q, last === "" ? from : null, last, once.signal)) {
          clearTimeout(silence);
          silence = setTimeout(end, SILENCE);
          if (abort.signal.aborted) return;
          if (!connected) {
            connected = true;
            if (lostAt > 0) into.note(`no connection for ${duration(performance.now() - lostAt)}`);
            wait = FIRST_WAIT;
            show();
          }
          if (told.id !== "") last = told.id;
          if (told.event === "event") into.add(JSON.parse(told.data) as LogEvent);
          else if (told.event === "gap") into.note(wordsOf(JSON.parse(told.data) as GapTold));
        }
      } catch (thrown) {
        if (thrown instanceof Problem && thrown.status !== 429 && thrown.status < 500) {
          refused = [thrown.message, thrown.detail].filter(Boolean).join(": ");
          abort.abort();
        }
      } finally {
        clearTimeout(silence);
        abort.signal.removeEventListener("abort", end);
        once.abort();
      }
      if (connected) lostAt = performance.now();
      connected = false;
      show();
      if (abort.signal.aborted) return;
      await new Promise((done) => setTimeout(done, wait));
      wait = Math.min(MOST_WAIT, wait * 2);
    }
  }

  const dispose = effect(() => {
    const asked = question.value;
    if (asked === null) {
      state.value = NOTHING;
      return;
    }
    const own = new TailBuffer(asked.events);
    buffer = own;
    connected = false;
    refused = null;
    show();
    const abort = new AbortController();
    void follow(asked, own, abort);
    const timer = setInterval(() => {
      if (own.paint(performance.now()) || state.peek().rate > 0) show();
    }, 1000 / PAINTS_A_SECOND);
    return () => {
      abort.abort();
      clearInterval(timer);
    };
  });

  return {
    state,
    resumed,
    /** Stops painting, not collecting. */
    pause(): void {
      if (question.peek() === null || buffer.paused) return;
      buffer.pause();
      show();
    },
    resume(): void {
      batch(() => {
        buffer.resume();
        resumed.value++;
        show();
      });
    },
    dispose,
  };
}
