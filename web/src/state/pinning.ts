// SPDX-License-Identifier: Apache-2.0
// The current incident, and what is pinned to it.
import { computed, effect, signal } from "@preact/signals";
import { incidentClient } from "../api/incidents.ts";
import type { IncidentBrief, PinAsk } from "../api/incidenttypes.ts";
import { view } from "./location.ts";
import { ownName, preferredText } from "./preferences.ts";
import { failureOf, resource } from "./resource.ts";
import { tell } from "./toast.ts";
import { encode, START } from "./view.ts";

const once = signal<"incidents" | null>("incidents");
export const incidents = resource(once, (_, signal) => incidentClient.all(signal));

const chosenId = preferredText("incident");

/** The incident that pins go to; null while none is chosen. */
export const currentIncident = computed<IncidentBrief | null>(
  () => incidents.data.value?.incidents.find((incident) => incident.id === chosenId.value) ?? null,
);

export function chooseIncident(id: string): void {
  chosenId.value = id;
}

/** What `P` pins now: the page in view says what it offers. */
export const offered = signal<PinAsk | null>(null);

/** Offers what `read` gives, as long as the answer is not called. */
export function offer(read: () => PinAsk | null): () => void {
  const stop = effect(() => {
    offered.value = read();
  });
  return () => {
    stop();
    offered.value = null;
  };
}

/** What waits for an incident, or for a name, to be pinned to. */
export const waiting = signal<PinAsk | null>(null);

/** Keeps what is asked for as evidence of the current incident; asks for one when there is none. */
export async function pin(what: PinAsk | null): Promise<void> {
  if (!what) return tell({ text: "Nothing here can be pinned. Choose a row, a range or a suspect first." });
  if (incidents.data.peek()?.keeps === false) {
    return tell({ text: "This server keeps no incidents. Start it with clew serve --data FOLDER.", bad: true });
  }
  const incident = currentIncident.peek();
  if (!incident || ownName.peek().trim() === "") {
    waiting.value = what;
    return;
  }
  try {
    const view = address();
    const { evidence, known } = await incidentClient.pin(incident.id, { ...what, view, by: ownName.peek().trim() });
    tell({
      text: known
        ? `${evidence.id} of ${incident.id} holds this already`
        : `Pinned to ${incident.id} as ${evidence.id}: ${evidence.title}`,
    });
    pinned.value++;
    incidents.retry();
  } catch (thrown) {
    tell({ text: `Not pinned: ${failureOf(thrown).message}`, bad: true });
  }
}

/** Counts up with every pin, for what shows an incident's evidence. */
export const pinned = signal(0);

/** Opens an incident, makes it the current one, and pins what waited for it; answers its id. */
export async function openIncident(title: string, severity: string | null): Promise<string> {
  const incident = await incidentClient.open({ title, by: ownName.peek().trim(), ...(severity ? { severity } : {}) });
  chooseIncident(incident.id);
  incidents.data.value = {
    keeps: true,
    incidents: [incident, ...(incidents.data.peek()?.incidents ?? [])],
  };
  incidents.retry();
  await pinWaiting();
  return incident.id;
}

export async function pinWaiting(): Promise<void> {
  const what = waiting.peek();
  waiting.value = null;
  if (what) await pin(what);
}

/** Where the pin came from, without what only this person sees. */
function address(): string {
  return encode({ ...view.peek(), panel: view.peek().panel ?? START.panel });
}
