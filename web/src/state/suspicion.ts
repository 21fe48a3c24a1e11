// SPDX-License-Identifier: Apache-2.0
// Which suspect, frame and version of a file the page of an error shows.
import { computed, effect, signal } from "@preact/signals";
import { client, type SourceAsk } from "../api/client.ts";
import type { ResolvedFrame, Suspect, SuspectsAnswer } from "../api/types.ts";
import { isOwn } from "../widgets/library.ts";
import { code, suspects } from "./errors.ts";
import { resource } from "./resource.ts";
import { steady } from "./steady.ts";

const AROUND = 14;

export const chosenSuspect = signal(0);
export const chosenFrame = signal(0);
export const blameShown = signal(true);

/** Steps behind the deployed commit, the last one shown; empty shows what ran. */
export const stepsBack = signal<readonly SourceAsk[]>([]);

/** The first frame of the application whose source was found, else the first of the application. */
export function bestFrame(answer: SuspectsAnswer): number {
  const found = answer.frames.findIndex((frame) => frame.path !== null && frame.source.length > 0);
  return found >= 0 ? found : Math.max(0, answer.frames.findIndex(isOwn));
}

/** What is shown starts anew with a new answer, not when a verdict joins the one that is there. */
const weighed = computed(() => suspects.data.value?.suspects);

effect(() => {
  weighed.value;
  const answer = suspects.data.peek();
  chosenSuspect.value = 0;
  chosenFrame.value = answer ? bestFrame(answer) : 0;
});

export const shownFrame = computed<ResolvedFrame | null>(() => {
  const answer = suspects.data.value;
  // the failing line is known before the suspects are
  return answer ? (answer.frames[chosenFrame.value] ?? null) : (code.data.value?.frame ?? null);
});

/** The place of the shown frame; the same while only more is known of it. */
const shownPlace = steady(() => {
  const { path, commit, line, module } = shownFrame.value ?? {};
  return { path, commit, line, module };
});

effect(() => {
  shownPlace.value;
  stepsBack.value = [];
});

const sourceQuestion = steady<SourceAsk | null>(() => {
  const step = stepsBack.value.at(-1);
  if (step) return step;
  const frame = shownFrame.value;
  if (!frame?.path || !frame.commit) return null;
  return { commit: frame.commit, path: frame.path, line: frame.sourceLine ?? frame.line, around: AROUND };
});
export const source = resource(sourceQuestion, (ask, signal) => client.source(ask, signal));

/** Shows the file before the commit that wrote a line, where the line was then. */
export function stepBefore(line: { commit: string; path: string; origin: number }): void {
  const step = { commit: line.commit, path: line.path, line: line.origin, around: AROUND, before: "on" } as const;
  stepsBack.value = [...stepsBack.value, step];
}

/** Frames in the order in which the list shows them: the application's first. */
export function frameOrder(frames: readonly ResolvedFrame[]): number[] {
  const all = frames.map((_, index) => index);
  const rank = (index: number) => {
    const frame = frames[index] as ResolvedFrame;
    const asked = frame.own || !frames.some((one) => one.own);
    return (asked ? 0 : 2) + (isOwn(frame) ? 0 : 1);
  };
  return all.sort((a, b) => rank(a) - rank(b) || a - b);
}

export function walkFrames(delta: number): void {
  const frames = suspects.data.peek()?.frames ?? [];
  const order = frameOrder(frames);
  const next = order[order.indexOf(chosenFrame.peek()) + delta];
  if (next !== undefined) chosenFrame.value = next;
}

export function chooseSuspect(index: number): void {
  if (index < (suspects.data.peek()?.suspects.length ?? 0)) chosenSuspect.value = index;
}

/** Chooses the first suspect of which this holds; false when none is. */
export function chooseWhere(holds: (suspect: Suspect) => boolean): boolean {
  const index = (suspects.data.peek()?.suspects ?? []).findIndex(holds);
  if (index >= 0) chosenSuspect.value = index;
  return index >= 0;
}

/** Chooses the suspect that is this commit; false when none is. */
export function chooseCommit(id: string): boolean {
  return chooseWhere((one) => one.id === id);
}
