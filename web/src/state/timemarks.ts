// SPDX-License-Identifier: Apache-2.0
// Everything that happened at one moment: changes, and what the current incident says.
import type { IncidentTimes } from "../api/timelinetypes.ts";
import type { Change, Verdict } from "../api/types.ts";
import type { MarkKind } from "../islands/timeline/model.ts";
import { millis } from "./instant.ts";

/** What check boxes show or hide, in the words of the address. */
export type MarkGroup = "deploys" | "config" | "commits" | "alerts" | "notes" | "incident" | "pins" | "jobs";

export interface TimeMark {
  key: string;
  at: number;
  /** With all its digits. */
  time: string;
  kind: MarkKind;
  group: MarkGroup;
  /** What kind it is, in a word or two. */
  word: string;
  text: string;
  service: string | null;
  by: string | null;
  change: Change | null;
  /** The incident's evidence it stands for. */
  evidence: string | null;
}

const GROUPS: Record<MarkKind, MarkGroup> = {
  deploy: "deploys",
  restart: "deploys",
  config: "config",
  flag: "config",
  commit: "commits",
  alert: "alerts",
  note: "notes",
  event: "notes",
  state: "incident",
  pin: "pins",
  job: "jobs",
};

export const GROUP_NAMES: Record<MarkGroup, string> = {
  deploys: "Deploys",
  config: "Config",
  commits: "Commits",
  alerts: "Alerts",
  notes: "Notes",
  incident: "Incident",
  pins: "Pins",
  jobs: "Jobs",
};

/** Outlines of the signs, in a square of 10: shape carries the kind, colour only helps. */
export const SHAPES: Record<MarkKind, string> = {
  deploy: "M5 1 9.500 9h-9Z",
  restart: "M5 9 .500 1h9Z",
  config: "M5 .500 9.500 5 5 9.500.500 5Z",
  commit: "M5 1.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7Z",
  flag: "M1.500.500h1.200v9H1.500ZM3.500 1h6L7.500 3.500 9.500 6h-6Z",
  alert: "M4 .500h2L5.700 6.500h-1.400ZM4.200 7.500h1.600v1.800H4.200Z",
  note: "M1 9 1.600 6.600 7 1.200 8.800 3 3.400 8.400Z",
  event: "M2 2h6v1.400H2ZM2 4.400h6v1.400H2ZM2 6.800h4v1.400H2Z",
  state: "M1.500.500h1.200v9H1.500ZM3.500 1h6v5h-6Z",
  pin: "M3 .500h4l-.400 3.500 1.900 1.500v1.200H5.600V9.500H4.400V6.700H1.500V5.500L3.400 4Z",
  job: "M1.500 1.500h7v7h-7Z",
};

const ITEM_KINDS: ReadonlySet<string> = new Set(["deploy", "config", "commit", "alert", "note", "event"]);

function kindOf(text: string): MarkKind {
  if (ITEM_KINDS.has(text)) return text as MarkKind;
  return text === "mark" ? "state" : "event";
}

/** Who confirmed it, and when. */
export function confirmedText({ by, time }: Verdict): string {
  return `✓ root cause, confirmed by ${by} at ${time}`;
}

/** What a person says of it stands in front, so that it is read first wherever the mark is named. */
function causeText(change: Change, text: string, causes: readonly Verdict[]): string {
  const cause = causes.find(({ kind, id }) => kind === change.kind && id === change.id);
  if (!cause) return text;
  return `${confirmedText(cause)}: ${text}`;
}

function markOf(change: Change, causes: readonly Verdict[]): TimeMark {
  const kind: MarkKind = Object.hasOwn(GROUPS, change.kind) ? change.kind : "event";
  const label = change.label || change.id;
  const service = change.service && !label.includes(change.service) ? `${change.service} ` : "";
  return {
    key: `${change.kind} ${change.id} ${change.time}`,
    at: millis(change.time),
    time: change.time,
    kind,
    group: GROUPS[kind],
    word: change.kind,
    text: causeText(change, `${service}${label}`, causes),
    service: change.service,
    by: change.by,
    change,
    evidence: null,
  };
}

function marksOfIncident(incident: IncidentTimes): TimeMark[] {
  const plain = { service: null, by: null, change: null, evidence: null };
  const found: TimeMark[] = [];
  for (const mark of incident.marks) {
    found.push({
      ...plain,
      key: `state ${mark.kind}`,
      at: millis(mark.time),
      time: mark.time,
      kind: "state",
      group: "incident",
      word: "incident",
      text: `${incident.id} ${mark.kind}`,
      by: mark.by,
    });
  }
  for (const item of incident.items) {
    const kind = kindOf(item.kind);
    found.push({
      ...plain,
      key: `item ${item.id}`,
      at: millis(item.time),
      time: item.time,
      kind,
      group: GROUPS[kind],
      word: item.kind,
      text: item.text,
      service: item.service,
      by: item.by,
    });
  }
  for (const piece of incident.evidence) {
    const time = piece.first ?? piece.range?.from;
    if (!time) continue;
    found.push({
      ...plain,
      key: `pin ${piece.id}`,
      at: millis(time),
      time,
      kind: "pin",
      group: "pins",
      word: "pinned",
      text: `${piece.id} ${piece.title}`,
      evidence: piece.id,
    });
  }
  return found;
}

/** All marks in order of time. */
export function marksOf(
  changes: readonly Change[],
  incident: IncidentTimes | null,
  causes: readonly Verdict[] = [],
): TimeMark[] {
  const found = [...changes.map((change) => markOf(change, causes)), ...(incident ? marksOfIncident(incident) : [])];
  return found
    .filter(({ at }) => !Number.isNaN(at))
    .sort((one, other) => one.at - other.at || one.key.localeCompare(other.key));
}

/** "3 deploys", or "3 changes" when they are of several kinds. */
export function foldedName(marks: readonly TimeMark[]): string {
  const words = new Set(marks.map(({ word }) => word));
  const word = words.size === 1 ? (marks[0]?.word ?? "change") : "change";
  if (marks.length === 1) return word;
  return `${marks.length} ${word === "pinned" ? "pins" : word === "incident" ? "incident marks" : `${word}s`}`;
}
