// SPDX-License-Identifier: Apache-2.0
// The events of the list: the first page answers the question, further pages follow by cursor.
import { batch, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Ask, Order } from "../api/client.ts";
import { client } from "../api/client.ts";
import type { Problem, Unreachable } from "../api/problem.ts";
import type { LogEvent, SearchAnswer } from "../api/types.ts";
import { failureOf } from "./resource.ts";

export type ListQuestion = Ask & { order: Order };

export interface Listed {
  question: ListQuestion;
  first: SearchAnswer;
  events: LogEvent[];
  next: string | null;
}

export const PAGE = 500;
/** Rows the list holds at most; beyond, it says so and asks for a narrower time. */
export const MOST = 50_000;

export function createListing(question: ReadonlySignal<ListQuestion | null>) {
  const listed = signal<Listed | null>(null);
  const loading = signal(false);
  const loadingMore = signal(false);
  const error = signal<Problem | Unreachable | null>(null);
  const again = signal(0);
  let running = new AbortController();

  const dispose = effect(() => {
    again.value;
    const asked = question.value;
    if (asked === null) return;
    const abort = new AbortController();
    running = abort;
    loading.value = true;
    loadingMore.value = false;
    client.search({ ...asked, limit: PAGE }, abort.signal).then(
      (first) => {
        if (abort.signal.aborted) return;
        batch(() => {
          listed.value = { question: asked, first, events: first.events, next: first.next };
          error.value = null;
          loading.value = false;
        });
      },
      (thrown) => {
        if (abort.signal.aborted) return;
        batch(() => {
          error.value = failureOf(thrown);
          loading.value = false;
        });
      },
    );
    return () => abort.abort();
  });

  /** Appends the next page; answers whether there was one. */
  async function more(): Promise<boolean> {
    const now = listed.peek();
    if (!now?.next || loadingMore.peek() || loading.peek() || now.events.length >= MOST) return false;
    const abort = running;
    loadingMore.value = true;
    try {
      const page = await client.search({ ...now.question, limit: PAGE, cursor: now.next }, abort.signal);
      if (abort.signal.aborted || listed.peek() !== now) return false;
      batch(() => {
        listed.value = { ...now, events: now.events.concat(page.events), next: page.next };
        loadingMore.value = false;
      });
      return page.events.length > 0;
    } catch (thrown) {
      if (!abort.signal.aborted) {
        batch(() => {
          error.value = failureOf(thrown);
          loadingMore.value = false;
        });
      }
      return false;
    }
  }

  return { listed, loading, loadingMore, error, more, retry: () => again.value++, dispose };
}
