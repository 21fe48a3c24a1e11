// SPDX-License-Identifier: Apache-2.0
// Questions to the API about incidents, and what it is told of them.
import { get, post } from "./client.ts";
import type { IncidentBrief, IncidentsAnswer, PinAsk, Pinned } from "./incidenttypes.ts";

function one(id: string): string {
  return `/api/incidents/${encodeURIComponent(id)}`;
}

export const incidentClient = {
  all: (signal?: AbortSignal) => get<IncidentsAnswer>("/api/incidents", {}, signal),

  open: (what: { title: string; severity?: string; by: string }) => post<IncidentBrief>("/api/incidents", what),

  pin: (id: string, what: PinAsk & { view: string; by: string }) => post<Pinned>(`${one(id)}/evidence`, what),
};
