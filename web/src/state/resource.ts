// SPDX-License-Identifier: Apache-2.0
// One question to the server whose last good answer stays on the page while the next is on its way, or fails.
import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { Problem, Unreachable } from "../api/problem.ts";

export interface Resource<K, T> {
  /** The last good answer. */
  data: Signal<T | null>;
  /** The question the last good answer belongs to. */
  answered: Signal<K | null>;
  loading: Signal<boolean>;
  error: Signal<Problem | Unreachable | null>;
  /** Asks again. */
  retry: () => void;
  dispose: () => void;
}

export function failureOf(thrown: unknown): Problem | Unreachable {
  if (thrown instanceof Problem || thrown instanceof Unreachable) return thrown;
  return new Problem({ title: "the answer could not be read", detail: String(thrown) });
}

/** Asks whenever the question changes; a null question asks nothing and clears the answer. */
export function resource<K, T>(
  question: ReadonlySignal<K | null>,
  ask: (question: K, signal: AbortSignal) => Promise<T>,
): Resource<K, T> {
  const data = signal<T | null>(null);
  const answered = signal<K | null>(null);
  const loading = signal(false);
  const error = signal<Problem | Unreachable | null>(null);
  const again = signal(0);

  const dispose = effect(() => {
    again.value;
    const asked = question.value;
    if (asked === null) {
      data.value = null;
      answered.value = null;
      loading.value = false;
      error.value = null;
      return;
    }
    const abort = new AbortController();
    loading.value = true;
    ask(asked, abort.signal).then(
      (answer) => {
        if (abort.signal.aborted) return;
        data.value = answer;
        answered.value = asked;
        error.value = null;
        loading.value = false;
      },
      (thrown) => {
        if (abort.signal.aborted) return;
        error.value = failureOf(thrown);
        loading.value = false;
      },
    );
    return () => abort.abort();
  });

  return { data, answered, loading, error, retry: () => again.value++, dispose };
}
