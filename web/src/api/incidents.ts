// SPDX-License-Identifier: Apache-2.0
// Questions to the API about incidents, and what it is told of them.
import { ask, get, post } from "./client.ts";
import type {
  EvidenceCopy,
  Incident,
  IncidentBrief,
  IncidentsAnswer,
  ItemKind,
  MarkKind,
  PinAsk,
  Pinned,
  Version,
} from "./incidenttypes.ts";

function one(id: string, rest = ""): string {
  return `/api/incidents/${encodeURIComponent(id)}${rest}`;
}

export interface ToldItem {
  time: string | null;
  kind: ItemKind;
  text: string;
  service?: string;
  evidence?: string;
  after?: string;
  by: string;
}

export type ToldHead = Partial<Pick<Incident, "title" | "severity" | "status" | "review" | "lead" | "zone">>;

export const incidentClient = {
  all: (signal?: AbortSignal) => get<IncidentsAnswer>("/api/incidents", {}, signal),

  open: (what: { title: string; severity?: string; by: string }) => post<IncidentBrief>("/api/incidents", what),

  find: (id: string, signal?: AbortSignal) => get<Incident>(one(id), {}, signal),

  revise: (id: string, what: ToldHead & { revision: number; by: string }) => post<Incident>(one(id), what),

  mark: (id: string, what: { kind: MarkKind; time: string | null; evidence?: string; by: string }) =>
    post<Incident>(one(id, "/marks"), what),

  pin: (id: string, what: PinAsk & { view: string; by: string }) => post<Pinned>(one(id, "/evidence"), what),

  evidence: (id: string, evidence: string, signal?: AbortSignal) =>
    get<EvidenceCopy>(one(id, `/evidence/${evidence}`), {}, signal),

  tellEvidence: (id: string, evidence: string, what: { title?: string; remove?: true; restore?: true; by: string }) =>
    post<Incident>(one(id, `/evidence/${evidence}`), what),

  check: (id: string, by: string) => post<Incident>(one(id, "/check"), { by }),

  add: (id: string, what: ToldItem) => post<Incident>(one(id, "/items"), what),

  reviseItem: (
    id: string,
    item: string,
    what: { revision: number; by: string; time?: string; text?: string; evidence?: string; remove?: true },
  ) => post<Incident>(one(id, `/items/${encodeURIComponent(item)}`), what),

  write: (id: string, block: string, what: { revision: number; text: string; by: string }) =>
    post<Incident>(one(id, `/blocks/${block}`), what),

  versions: (id: string, block: string, signal?: AbortSignal) =>
    get<{ versions: Version[] }>(one(id, `/blocks/${block}/versions`), {}, signal),

  comment: (
    id: string,
    block: string,
    what: { text: string; by: string } | { id: string; resolved: boolean; by: string },
  ) => post<Incident>(one(id, `/blocks/${block}/comments`), what),

  exported: (id: string, format: string) => one(id, `/export?format=${format}`),

  bring: (bundle: Blob, by: string) =>
    ask<Incident>(`/api/incidents/import?by=${encodeURIComponent(by)}`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/zip" },
      body: bundle,
    }),
};
