// SPDX-License-Identifier: Apache-2.0
// What people tell the server of suspects and of paths, and who they say they are.
import { signal } from "@preact/signals";
import { client } from "../api/client.ts";
import type { Problem, Unreachable } from "../api/problem.ts";
import type { Mapping, Ruling, Suspect, Verdict } from "../api/types.ts";
import { errors, oneRetry, suspects } from "./errors.ts";
import { status } from "./investigation.ts";
import { ownName } from "./preferences.ts";
import { failureOf } from "./resource.ts";
import { askVerdictsAgain } from "./verdicts.ts";

export const LONGEST_REASON = 1000;

/** A suspect about to be judged, whose form is open. */
export interface Judging {
  kind: string;
  id: string;
  verdict: Ruling;
}
export const judging = signal<Judging | null>(null);
/** Why the last thing told was not kept. */
export const notKept = signal<Problem | Unreachable | null>(null);

export function keeps(): boolean {
  return status.data.value?.keeps === true;
}

export function isOf(verdict: Verdict, suspect: { kind: string; id: string }): boolean {
  return verdict.kind === suspect.kind && verdict.id === suspect.id;
}

export function openJudging(suspect: Suspect, verdict: Ruling): void {
  notKept.value = null;
  judging.value = { kind: suspect.kind, id: suspect.id, verdict };
}

/** Keeps what is said of a suspect, and shows what holds then. */
export async function judge(suspect: Suspect, verdict: Ruling | "withdrawn", reason: string): Promise<void> {
  const group = suspects.data.peek()?.group;
  if (!group) return;
  const { kind, id, title } = suspect;
  const by = ownName.peek().trim() || "somebody";
  try {
    const told = await client.keepVerdict({ group, kind, id, title, verdict, by, reason: reason.trim() || null });
    const shown = suspects.data.peek();
    if (shown?.group === group) suspects.data.value = { ...shown, verdicts: told.verdicts };
    judging.value = null;
    notKept.value = null;
    askVerdictsAgain();
    errors.retry();
    oneRetry();
  } catch (thrown) {
    notKept.value = failureOf(thrown);
  }
}

/** Keeps a mapping, or ends it, and asks for the suspects again. */
export async function tellMapping(mapping: Mapping, ends: boolean): Promise<Problem | Unreachable | null> {
  try {
    await client.keepMapping({ ...mapping, ends });
    suspects.retry();
    return null;
  } catch (thrown) {
    return failureOf(thrown);
  }
}
