// SPDX-License-Identifier: Apache-2.0
// What the API says of incidents. Times are ISO 8601 UTC.

export type IncidentStatus = "open" | "mitigated" | "resolved";
export type ReviewState = "draft" | "in-review" | "reviewed" | "closed";
export type MarkKind = "started" | "detected" | "acknowledged" | "mitigated" | "resolved";
export type ItemKind = "event" | "deploy" | "config" | "commit" | "alert" | "note" | "mark";
export type BlockRole = "facts" | "interpretation" | "text";
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

export interface IncidentBrief {
  id: string;
  title: string;
  severity: string | null;
  status: IncidentStatus;
  review: ReviewState;
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

export interface Mark {
  kind: MarkKind;
  time: string;
  by: string;
  evidence: string | null;
}

export interface Ask {
  path: string;
  parameters: Record<string, string>;
}

export interface Chosen {
  kind: string;
  id: string;
}

export interface Check {
  state: "unchecked" | "same" | "now" | "gone" | "failed";
  was: string | null;
  now: string | null;
  at: string | null;
  why: string | null;
}

export interface Evidence {
  id: string;
  kind: EvidenceKind;
  title: string;
  ask: Ask;
  chosen?: Chosen | null;
  /** Address of the page it was pinned on. */
  view: string | null;
  range: { from: string; to: string } | null;
  source: string;
  taken: string;
  by: string;
  sha256: string;
  bytes: number;
  total: number | null;
  first: string | null;
  last: string | null;
  /** Ids of the blocks and items that cite it. */
  used: string[];
  check: Check;
}

export interface EvidenceCopy extends Evidence {
  /** The stored answer, in the form its route has. */
  copy: unknown;
}

export interface Item {
  id: string;
  time: string;
  kind: ItemKind;
  text: string;
  service: string | null;
  evidence: string | null;
  by: string;
  revision: number;
  sourced: boolean;
}

export interface Comment {
  id: string;
  text: string;
  by: string;
  time: string;
  resolved: boolean;
}

export interface Version {
  revision: number;
  text: string;
  by: string;
  time: string;
}

export interface Block extends Version {
  id: string;
  section: string;
  role: BlockRole;
  comments: Comment[];
}

export interface Durations {
  toDetectMs: number | null;
  toAcknowledgeMs: number | null;
  toMitigateMs: number | null;
  toResolveMs: number | null;
}

export interface Incident {
  id: string;
  title: string;
  severity: string | null;
  status: IncidentStatus;
  review: ReviewState;
  lead: string | null;
  zone: string;
  created: string;
  by: string;
  revision: number;
  marks: Mark[];
  durations: Durations;
  reviews: { state: ReviewState; by: string; time: string }[];
  evidence: Evidence[];
  /** Taken off, and ready to be put back. */
  removed: Evidence[];
  items: Item[];
  blocks: Block[];
}

/** A question to the API whose answer is kept as evidence. */
export interface PinAsk {
  kind: EvidenceKind;
  title: string;
  ask: Ask;
  /** Which of what is answered is meant. */
  chosen?: Chosen;
}

export interface Pinned {
  evidence: { id: string; title: string };
  /** True when the same answer to the same question was pinned before. */
  known: boolean;
}
