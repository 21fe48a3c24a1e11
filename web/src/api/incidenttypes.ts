// SPDX-License-Identifier: Apache-2.0
// What the API says of incidents. Times are ISO 8601 UTC.

export interface IncidentBrief {
  id: string;
  title: string;
  severity: string | null;
  status: "open" | "mitigated" | "resolved";
  review: "draft" | "in-review" | "reviewed" | "closed";
  created: string;
  started: string | null;
  resolved: string | null;
  /** Pieces of evidence it holds. */
  evidence: number;
  lead: string | null;
}

export interface IncidentsAnswer {
  /** False where nothing told is kept. */
  keeps: boolean;
  incidents: IncidentBrief[];
}

export type EvidenceKind =
  | "row"
  | "rows"
  | "chart"
  | "patterns"
  | "comparison"
  | "suspect"
  | "diff"
  | "trace"
  | "timeline";

/** A question to the API whose answer is kept as evidence. */
export interface PinAsk {
  kind: EvidenceKind;
  title: string;
  ask: { path: string; parameters: Record<string, string> };
  /** Which of what is answered is meant. */
  chosen?: { kind: string; id: string };
}

export interface Pinned {
  evidence: { id: string; title: string };
  /** True when the same answer to the same question was pinned before. */
  known: boolean;
}
