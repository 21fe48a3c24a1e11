// SPDX-License-Identifier: Apache-2.0
// The stored copy of an event that the store holds no longer, where an incident has one.
import { computed } from "@preact/signals";
import { incidentClient } from "../api/incidents.ts";
import type { EvidenceCopy } from "../api/incidenttypes.ts";
import { Problem } from "../api/problem.ts";
import { detail } from "./investigation.ts";
import { view } from "./location.ts";
import { currentIncident } from "./pinning.ts";
import { resource } from "./resource.ts";

/** Incidents that are looked into, the current one first. */
const MOST = 30;

export interface PinnedEvent {
  /** Null where none of the incidents that were looked into has it. */
  found: { incident: string; title: string; evidence: EvidenceCopy } | null;
  looked: number;
  all: number;
}

async function find(event: string, signal: AbortSignal): Promise<PinnedEvent> {
  const { incidents } = await incidentClient.all(signal);
  const current = currentIncident.peek()?.id;
  const ordered = incidents
    .toSorted((one, other) => Number(other.id === current) - Number(one.id === current))
    .filter((incident) => incident.evidence > 0);
  const path = `/api/events/${encodeURIComponent(event)}`;
  const near = ordered.slice(0, MOST);
  for (const { id, title } of near) {
    const { evidence } = await incidentClient.find(id, signal);
    const piece = evidence.find((one) => one.ask.path === path);
    if (!piece) continue;
    const copy = await incidentClient.evidence(id, piece.id, signal);
    return { found: { incident: id, title, evidence: copy }, looked: near.length, all: ordered.length };
  }
  return { found: null, looked: near.length, all: ordered.length };
}

const missing = computed(() => {
  const failure = detail.error.value;
  return failure instanceof Problem && failure.status === 404 ? view.value.selected : null;
});

/** Asked only for an event that the store says it has not. */
export const pinnedEvent = resource(missing, find);
