// SPDX-License-Identifier: Apache-2.0
// The shapes of the HTTP API, and nothing else. Times are ISO 8601 UTC text with all stored digits; ids are text.

export type Level = "trace" | "debug" | "info" | "warn" | "error" | "fatal";
export type LevelKey = Level | "unspecified";

export interface Span {
  from: string;
  to: string;
}

export interface Status {
  title: string;
  version: string;
  zone: string;
  events: number;
  range: Span | null;
  services: { service: string; events: number }[];
  repositories: string[];
  changes: number;
  /** It takes what is told, and keeps it. */
  keeps: boolean;
}

export interface Count {
  value: number;
  exact: boolean;
}

export interface Notice {
  position: number;
  length: number;
  message: string;
  /** The whole query text to run instead. */
  fix?: string | null;
}

export interface QueryReading {
  text: string;
  canonical: string;
  words: string;
  notices: Notice[];
}

export interface Frame {
  module: string | null;
  function: string;
  file: string | null;
  line: number;
}

export interface Thrown {
  type: string;
  message: string | null;
  frames: Frame[];
  cause: Thrown | null;
}

export interface LogEvent {
  id: string;
  time: string;
  timeQuality: { source: string; zone: string; doubts: string[] } | null;
  level: Level | null;
  levelText: string | null;
  service: string | null;
  version: string | null;
  host: string | null;
  logger: string | null;
  thread: string | null;
  trace: string | null;
  span: string | null;
  message: string;
  attributes: Record<string, unknown>;
  exception: Thrown | null;
  pattern: { id: string; template: string | null } | null;
  origin: { file: string; line: number; lines: number; offset: number };
  raw?: string;
  rawBase64?: string | null;
  /** True when long texts show only their start. */
  clipped?: boolean;
}

export interface SearchAnswer {
  query: QueryReading;
  events: LogEvent[];
  next: string | null;
  total: Count;
  tookMs: number;
}

export type ChangeKind = "commit" | "deploy" | "restart" | "config" | "flag";

export interface Change {
  kind: ChangeKind;
  time: string;
  service: string | null;
  id: string;
  label: string;
  by: string | null;
  inferred?: { how: string; event: string; file: string; line: number };
}

export interface HistogramAnswer {
  from: string;
  to: string;
  stepMs: number;
  levels: LevelKey[];
  buckets: { time: string; counts: Partial<Record<LevelKey, number>>; total: number }[];
  total: Count;
  changes: Change[];
  changesComplete: boolean;
  tookMs: number;
}

export interface FieldFacet {
  name: string;
  /** `steps` counts the value's events in each step of time. */
  values: { value: string; count: number; steps: number[] }[];
  different: Count;
  missing: number;
  exact: boolean;
}

/** A field that is not told as a facet, and why. */
export interface DroppedField {
  name: string;
  reason: "one_value" | "nearly_all_differ" | "too_many_fields" | "not_counted";
  detail: string;
}

export interface FacetsAnswer {
  total: Count;
  fields: FieldFacet[];
  dropped: DroppedField[];
  moreDropped: number;
  complete: boolean;
  reason?: string;
}

export type PatternKind = "new" | "gone" | "more" | "less" | "same";

export interface PatternRow {
  /** Of several patterns, that of the most frequent. */
  id: string;
  template: string;
  /** How many patterns of one statement were put together. */
  members: number;
  /** A clause that finds their events. */
  query: string;
  count: number;
  share: number;
  services: string[];
  level: Level | null;
  first: string;
  last: string;
  before: number;
  kind: PatternKind;
  example: string;
}

export interface PatternsAnswer {
  /** Events, not patterns. */
  total: number;
  patterns: PatternRow[];
  /** The time before that patterns are compared with; null when it holds no events. */
  baseline?: (Span & { events: number }) | null;
  complete?: boolean;
}

export type ContextScope = "file" | "thread" | "service" | "all";

export interface EventAnswer {
  event: LogEvent;
  before: LogEvent[];
  after: LogEvent[];
}

export type Strength = "strong" | "likely" | "weak";
export type SuspectKind = "commit" | "deploy" | "restart" | "config" | "flag" | "operational";

export interface Evidence {
  weight: number;
  text: string;
  file: string | null;
  line: number;
  event: string | null;
  /** Of the file and line, where the repository is hosted. */
  page?: string | null;
}

export interface DiffLine {
  op: " " | "+" | "-";
  text: string;
  old: number | null;
  new: number | null;
}

export interface DiffHunk {
  file: string;
  oldStart: number;
  newStart: number;
  lines: DiffLine[];
}

export interface Suspect {
  kind: SuspectKind;
  id: string;
  title: string;
  service: string | null;
  author: string | null;
  time: string | null;
  score: number;
  strength: Strength;
  evidence: Evidence[];
  diff: DiffHunk[];
  /** What a commit changes, thing by thing. */
  contents?: { kind: string; text: string }[];
  /** Of a commit, where its repository is hosted. */
  page?: string | null;
  /** What changed from the version before to the one that brought the commit. */
  compare?: string | null;
}

export interface Cleared {
  kind: SuspectKind;
  id: string;
  title: string;
  reason: string;
}

export interface SourceLine {
  line: number;
  text: string;
  commit: string | null;
  author: string | null;
  time: string | null;
}

export interface ResolvedFrame extends Frame {
  path: string | null;
  /** Of the event asked about; false when another failure of the time printed it. */
  own?: boolean;
  /** The line in `path`: the printed one, unless `reason` says why not; 0 when unknown. */
  sourceLine?: number;
  commit: string | null;
  changedBy: string | null;
  changedAt: string | null;
  changedCommit: string | null;
  source: SourceLine[];
  /** Files that were looked for where none was found. */
  tried?: string[];
  reason: string | null;
  page?: string | null;
  blame?: string | null;
  editor?: string | null;
}

/** The commit at which source was looked at, and how it was found. */
export interface Running {
  service: string | null;
  version: string | null;
  commit: string;
  subject: string;
  how: string;
  /** False for a guess. */
  sure: boolean;
}

/** What is missing on the way to a line and a commit, and how to give it. */
export interface Obstacle {
  kind: string;
  text: string;
  /** What was looked at, a line each. */
  checked: string[];
  fix: string;
}

export interface CommitBrief {
  id: string;
  subject: string;
  author: string;
  time: string;
  page: string | null;
}

/** A line and the commit that wrote it, where it was called `path` and stood at `origin`. */
export interface BlamedLine extends CommitLine {
  subject: string;
  path: string;
  origin: number;
  /** There was such a file before that commit. */
  before: boolean;
}

export interface CommitLine {
  line: number;
  text: string;
  commit: string;
  author: string;
  time: string;
}

export interface FunctionChange {
  commit: CommitBrief;
  kind: "introduced" | "renamed" | "changed";
  path: string;
  line: number;
  added: number;
  removed: number;
}

export interface SourceAnswer {
  commit: CommitBrief;
  path: string;
  line: number;
  count: number;
  /** Commits that the repository asks to pass over when lines are blamed. */
  ignored: number;
  lines: BlamedLine[];
  function: { name: string; from: number; to: number; history: FunctionChange[]; complete: boolean } | null;
  /** Where the line is at HEAD; null when this is HEAD. */
  head: { commit: string; line: number; same: boolean } | null;
  page: string | null;
  blame: string | null;
  editor: string | null;
}

export interface Finding {
  weight: number;
  text: string;
  event: string | null;
}

export interface PatternChange {
  id: string;
  template: string;
  service: string | null;
  level: Level | null;
  kind: PatternKind;
  now: number;
  before: number;
  first: string;
  example: string;
}

export interface Comparison {
  services: { service: string; score: number; findings: Finding[] }[];
  patterns: PatternChange[];
  remarks: Finding[];
}

export interface Symptom {
  message: string;
  service: string | null;
  level: Level | null;
  exception: string | null;
  pattern: string | null;
  event: string;
  count: number;
}

export type Ruling = "confirmed" | "dismissed";

export interface Verdict {
  group: string;
  kind: string;
  id: string;
  title: string;
  verdict: Ruling;
  by: string;
  time: string;
  reason: string | null;
}

export interface VerdictsAnswer {
  keeps: boolean;
  verdicts: Verdict[];
}

/** Folders of repositories by how paths of frames begin. */
export interface Mapping {
  prefix: string;
  folder: string;
}

export interface MappingsAnswer {
  keeps: boolean;
  mappings: Mapping[];
}

/** What a mapping would lead to. */
export interface TriedMapping {
  path: string | null;
  found: boolean;
  line: number;
  lines: { line: number; text: string }[];
  reason: string | null;
  /** Files of that name that the commit has. */
  near: string[];
}

export interface SuspectsAnswer {
  /** When the failure began; null when nothing failed more than before. */
  onset: { time: string; event: string } | null;
  symptom: Symptom | null;
  /** Which errors are the same as the symptom. */
  group: string | null;
  /** What people said of suspects of these errors. */
  verdicts: Verdict[];
  /** The time that is explained. */
  window: Span;
  /** The time it is compared with; null when there are no events before. */
  baseline: Span | null;
  suspects: Suspect[];
  cleared: Cleared[];
  frames: ResolvedFrame[];
  running?: Running[];
  /** Which folder of a shared repository is whose, told or guessed. */
  folders?: { service: string; folder: string; how: string; told: boolean }[];
  obstacles?: Obstacle[];
  unknowns: string[];
  comparison: Comparison;
}

export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  fix?: string;
  position?: number;
  current?: unknown;
}
