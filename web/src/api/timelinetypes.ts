// SPDX-License-Identifier: Apache-2.0
// What the API says of lanes of time, and the questions that only the timeline asks.
import { type Ask, get, post } from "./client.ts";
import type { Change, Count, LevelKey, QueryReading, Span } from "./types.ts";

export type GapKind = "not_collected" | "damaged" | "unknown" | "arriving";

/** A time of which nothing, or of `arriving` not yet everything, is known. */
export interface GapIn extends Span {
  kind: GapKind;
}

export interface LaneBurst extends Span {
  of: "errors" | "events";
  events: number;
  /** As many as elsewhere; 0 when there are none elsewhere. */
  times: number;
}

export interface LaneSilence extends Span {
  expected: number;
  kind: "silent" | "stopped";
}

export interface LaneVersion extends Span {
  version: string;
  by: "events" | "deploys";
}

export interface TimelineLane {
  /** Null for the events that lack the field. */
  name: string | null;
  total: number;
  first: string;
  last: string;
  firstError: string | null;
  /** For each level that there is, a number a cell. */
  levels: Partial<Record<LevelKey, number[]>>;
  bursts: LaneBurst[];
  silences: LaneSilence[];
  late: number;
  gaps: GapIn[];
  versions: LaneVersion[];
  moreVersions: number;
}

export type AbsenceState = "zero" | "not_collected" | "no_source" | "arriving";

/** A value that is known and has no event in the range. */
export interface LaneWithout {
  name: string;
  state: AbsenceState;
  first: string | null;
  last: string | null;
  gaps: GapIn[];
}

export interface ClockSkew {
  clock: { name: string; kind: "host" | "service" };
  skew: { aheadMs: number; uncertaintyMs: number; certain: boolean; basis: string } | null;
  why: string;
}

export interface SkewAnswer {
  reference: { name: string; kind: string } | null;
  clocks: ClockSkew[];
}

export interface TimelineAnswer {
  query: QueryReading;
  range: Span;
  start: string;
  stepNs: number;
  cells: number;
  field: string;
  lanes: TimelineLane[];
  moreLanes: number;
  without: LaneWithout[];
  moreWithout: number;
  /** From when on events may still be on their way; null when none are waited for. */
  arriving: string | null;
  total: Count;
  changes: Change[];
  changesComplete: boolean;
  skew: SkewAnswer | null;
  complete: boolean;
  reason?: string;
}

export interface TimelineAsk extends Ask {
  limit: number;
  buckets: number;
  skew: "read" | "correct";
}

export interface GraphAnswer {
  services: { service: string; entries: number }[];
  calls: { caller: string; callee: string; calls: number }[];
}

/** What sets events apart from those of the time before. */
export interface DifferencesAnswer {
  here: { range: Span; members: number; perMinute: number };
  there: { range: Span; members: number; perMinute: number };
  verdict: "different" | "no_difference" | "not_enough_data";
  sentence: string;
  groups: { leading: DifferenceFinding; together: DifferenceFinding[] }[];
  more: number;
  notes: string[];
  complete: boolean;
  reason?: string;
}

export interface DifferenceFinding {
  kind: string;
  sentence: string;
  change?: "new" | "gone" | "more" | "less";
  query?: string;
}

/** What an incident says of times, as far as the timeline draws it. */
export interface IncidentTimes {
  id: string;
  title: string;
  zone?: string | null;
  marks: { kind: string; time: string; by: string }[];
  evidence: {
    id: string;
    kind: string;
    title: string;
    range: { from: string | null; to: string | null } | null;
    first: string | null;
    chosen?: { kind: string; id: string } | null;
  }[];
  items: { id: string; time: string; kind: string; text: string; service: string | null; by: string }[];
}

export interface NoteAsk {
  time: string;
  kind: "note";
  text: string;
  service?: string;
  by: string;
}

export const timelineClient = {
  timeline: (ask: TimelineAsk, signal?: AbortSignal) => get<TimelineAnswer>("/api/timeline", { ...ask }, signal),
  skew: (ask: Ask, signal?: AbortSignal) => get<SkewAnswer>("/api/skew", { ...ask }, signal),
  graph: (ask: Ask, signal?: AbortSignal) => get<GraphAnswer>("/api/graph", { ...ask }, signal),
  differences: (ask: Ask, signal?: AbortSignal) => get<DifferencesAnswer>("/api/explain", { ...ask }, signal),
  incident: (id: string, signal?: AbortSignal) =>
    get<IncidentTimes>(`/api/incidents/${encodeURIComponent(id)}`, {}, signal),
  keepNote: (id: string, what: NoteAsk) => post<IncidentTimes>(`/api/incidents/${encodeURIComponent(id)}/items`, what),
};
