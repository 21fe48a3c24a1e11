// SPDX-License-Identifier: Apache-2.0
// The incident in view, and what is done to it.
import { computed, signal } from "@preact/signals";
import { incidentClient, type ToldHead } from "../api/incidents.ts";
import type { Evidence, Incident, Item, MarkKind } from "../api/incidenttypes.ts";
import { Problem } from "../api/problem.ts";
import { view } from "./location.ts";
import { incidents, pinned } from "./pinning.ts";
import { ownName } from "./preferences.ts";
import { failureOf, resource } from "./resource.ts";
import { tell } from "./toast.ts";

const question = computed(() => {
  pinned.value;
  return view.value.page === "incidents" ? view.value.id : null;
});
export const incident = resource(question, (id, signal) => incidentClient.find(id, signal));

const evidenceQuestion = computed(() => {
  const { page, id, tab, selected } = view.value;
  return page === "incidents" && id && tab === "evidence" && selected && /^E\d+$/.test(selected)
    ? { id, evidence: selected, key: `${id} ${selected}` }
    : null;
});
/** The chosen piece of evidence with its copy. */
export const evidenceCopy = resource(evidenceQuestion, ({ id, evidence }, signal) =>
  incidentClient.evidence(id, evidence, signal),
);

/** True while something is being sent. */
export const sending = signal(false);

function by(): string {
  return ownName.peek().trim();
}

/** Nothing is written without a name beside it. */
export function named(): boolean {
  if (by() !== "") return true;
  tell({ text: "Give your name first: it stands beside what you write.", bad: true });
  document.querySelector<HTMLInputElement>("#own-name")?.focus();
  return false;
}

/** Sends a change and shows what stands then; says why when it was not kept. */
async function send(change: (id: string, by: string) => Promise<Incident>): Promise<Incident | null> {
  const id = incident.data.peek()?.id;
  if (!id || !named()) return null;
  sending.value = true;
  try {
    const now = await change(id, by());
    if (incident.data.peek()?.id === id) incident.data.value = now;
    incidents.retry();
    return now;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure instanceof Problem && failure.status === 409) incident.retry();
    const detail = failure instanceof Problem && failure.detail ? `: ${failure.detail}` : "";
    tell({ text: `Not kept: ${failure.message}${detail}`, bad: true });
    return null;
  } finally {
    sending.value = false;
  }
}

export function revise(change: ToldHead): Promise<Incident | null> {
  const revision = incident.data.peek()?.revision ?? 0;
  return send((id, by) => incidentClient.revise(id, { ...change, revision, by }));
}

export function mark(kind: MarkKind, time: string | null): Promise<Incident | null> {
  return send((id, by) => incidentClient.mark(id, { kind, time, by }));
}

export function checkAgain(): Promise<Incident | null> {
  return send((id, by) => incidentClient.check(id, by));
}

export async function removeEvidence(evidence: Evidence): Promise<void> {
  const done = await send((id, by) => incidentClient.tellEvidence(id, evidence.id, { remove: true, by }));
  if (!done) return;
  tell({ text: `${evidence.id} is taken off`, action: { name: "Undo", act: () => void restoreEvidence(evidence.id) } });
}

export function restoreEvidence(evidence: string): Promise<Incident | null> {
  return send((id, by) => incidentClient.tellEvidence(id, evidence, { restore: true, by }));
}

/** An item of the timeline; a time of null is that of its evidence. */
export interface NewItem {
  time: string | null;
  kind: Item["kind"];
  text: string;
  service?: string;
  evidence?: string;
  after?: string;
}

export function addItem(item: NewItem): Promise<Incident | null> {
  return send((id, by) => incidentClient.add(id, { ...item, by }));
}

/** The item of a mark is altered by altering the mark, whose words are its own. */
export function reviseItem(
  item: Item,
  change: { time?: string; text?: string; evidence?: string },
): Promise<Incident | null> {
  if (item.id.startsWith("M-")) {
    const { time = item.time, evidence } = change;
    const kind = item.id.slice(2) as MarkKind;
    return send((id, by) => incidentClient.mark(id, { kind, time, by, ...(evidence ? { evidence } : {}) }));
  }
  return send((id, by) => incidentClient.reviseItem(id, item.id, { ...change, revision: item.revision, by }));
}

export async function removeItem(item: Item): Promise<void> {
  const done = await send((id, by) =>
    incidentClient.reviseItem(id, item.id, { remove: true, revision: item.revision, by }),
  );
  if (!done) return;
  const { time, kind, text, service, evidence } = item;
  const back: NewItem = { time, kind, text, ...(service ? { service } : {}), ...(evidence ? { evidence } : {}) };
  tell({ text: "The item is taken off", action: { name: "Undo", act: () => void addItem(back) } });
}

/** Puts a piece of evidence on the timeline, at the time of its first event. */
export function promote(evidence: Evidence): Promise<Incident | null> {
  const kind = evidence.chosen?.kind === "deploy" || evidence.chosen?.kind === "config" ? evidence.chosen.kind : null;
  const what = kind ?? (evidence.kind === "suspect" || evidence.kind === "diff" ? "commit" : "event");
  const time = evidence.first ?? evidence.range?.from ?? null;
  return addItem({ time, kind: what, text: evidence.title, evidence: evidence.id });
}

export function comment(block: string, text: string): Promise<Incident | null> {
  return send((id, by) => incidentClient.comment(id, block, { text, by }));
}

export function resolveComment(block: string, comment: string, resolved: boolean): Promise<Incident | null> {
  return send((id, by) => incidentClient.comment(id, block, { id: comment, resolved, by }));
}
