// SPDX-License-Identifier: Apache-2.0
// Texts of a document while they are typed: kept in the browser until the server has them, never lost to a conflict.
import { type Signal, signal } from "@preact/signals";
import { incidentClient } from "../api/incidents.ts";
import type { Block, Incident, Version } from "../api/incidenttypes.ts";
import { Problem } from "../api/problem.ts";
import { ownName } from "./preferences.ts";
import { failureOf } from "./resource.ts";

/** How long typing rests before it is sent, in milliseconds. */
export const REST = 2000;
const AGAIN = 5000;

export type DraftState =
  | { kind: "saved"; at: string }
  | { kind: "typed" }
  | { kind: "sending" }
  | { kind: "waiting"; why: string }
  | { kind: "conflict"; theirs: Version };

export interface Draft {
  text: Signal<string>;
  state: Signal<DraftState>;
  type(text: string): void;
  /** Sends what is typed now. */
  save(): Promise<void>;
  /** Ends a conflict with a text that knows both. */
  settle(text: string): void;
  dispose(): void;
}

interface Kept {
  text: string;
  revision: number;
}

function keyOf(incident: string, block: string): string {
  return `clew.draft ${incident} ${block}`;
}

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null");
    return typeof kept?.text === "string" && typeof kept?.revision === "number" ? kept : null;
  } catch {
    return null; // storage may be refused: the text then lives as long as the page
  }
}

function keep(key: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // refused storage is no reason to refuse the text
  }
}

/**
 * The text of one block.
 *
 * @param saved takes the incident as it stands after each save
 */
export function createDraft(incident: string, block: Block, saved: (now: Incident) => void): Draft {
  const key = keyOf(incident, block.id);
  const left = read(key);
  const text = signal(left?.text ?? block.text);
  let revision = left?.revision ?? block.revision;
  const state = signal<DraftState>(left ? { kind: "typed" } : { kind: "saved", at: block.time });
  let timer = 0;
  let gone = false;

  const later = (ms: number) => {
    clearTimeout(timer);
    if (!gone) timer = window.setTimeout(() => void save(), ms);
  };

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (state.peek().kind === "sending" || state.peek().kind === "conflict") return;
    const sent = text.peek();
    const by = ownName.peek().trim();
    if (by === "") {
      state.value = { kind: "waiting", why: "it waits for your name" };
      return;
    }
    state.value = { kind: "sending" };
    try {
      const now = await incidentClient.write(incident, block.id, { revision, text: sent, by });
      const written = now.blocks.find((other) => other.id === block.id);
      revision = written?.revision ?? revision + 1;
      if (text.peek() === sent) {
        keep(key, null);
        state.value = { kind: "saved", at: written?.time ?? new Date().toISOString() };
      } else {
        keep(key, { text: text.peek(), revision });
        state.value = { kind: "typed" };
        later(REST);
      }
      saved(now);
    } catch (thrown) {
      failed(thrown);
    }
  }

  function failed(thrown: unknown): void {
    const failure = failureOf(thrown);
    const theirs = failure instanceof Problem && failure.status === 409 ? (failure.current as Version | null) : null;
    if (theirs) {
      if (theirs.text === text.peek()) {
        revision = theirs.revision;
        keep(key, null);
        state.value = { kind: "saved", at: theirs.time };
      } else state.value = { kind: "conflict", theirs };
      return;
    }
    state.value = { kind: "waiting", why: failure.message };
    later(AGAIN);
  }

  if (left) later(0);
  return {
    text,
    state,
    save,
    type(typed) {
      text.value = typed;
      keep(key, { text: typed, revision });
      if (state.peek().kind === "conflict" || state.peek().kind === "sending") return;
      state.value = { kind: "typed" };
      later(REST);
    },
    settle(settled) {
      const now = state.peek();
      if (now.kind !== "conflict") return;
      revision = now.theirs.revision;
      text.value = settled;
      keep(key, { text: settled, revision });
      state.value = { kind: "typed" };
      void save();
    },
    dispose() {
      gone = true;
      clearTimeout(timer);
    },
  };
}
