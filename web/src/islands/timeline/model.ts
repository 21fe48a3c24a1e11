// SPDX-License-Identifier: Apache-2.0
// What the picture of the timeline shows.
import type { AbsenceState, GapKind } from "../../api/timelinetypes.ts";
import type { Cells } from "./cells.ts";
import type { LaneRoom, Window } from "./geometry.ts";

export interface Stretch {
  from: number;
  to: number;
}

export type MarkKind =
  | "deploy"
  | "restart"
  | "config"
  | "flag"
  | "commit"
  | "alert"
  | "note"
  | "state"
  | "job"
  | "pin"
  | "event";

/** Something that happened at one moment. */
export interface MarkLine {
  at: number;
  kind: MarkKind;
}

/** A lane beside its cells. */
export interface LanePicture {
  name: string;
  /** Null for a lane with events; else why it has none. */
  without: AbsenceState | null;
  /** What is written into a lane without events. */
  words: string;
  firstError: number | null;
  /** The label of a burst says when the first error was. */
  firstSaid: boolean;
  bursts: readonly (Stretch & { label: string; errors: boolean })[];
  silences: readonly (Stretch & { label: string })[];
  gaps: readonly (Stretch & { kind: GapKind })[];
  versions: readonly (Stretch & { version: string })[];
}

export interface TimelineModel {
  cells: Cells;
  lanes: readonly LanePicture[];
  room: LaneRoom;
  /** Height above the lanes: overview, ruler and changes. */
  overview: number;
  ruler: number;
  changes: number;
  scroll: number;
  window: Window;
  /** The time of the answer that is drawn; beyond it nothing is known yet. */
  known: Window;
  /** The whole time there are events for, and all of it in equal steps with errors apart. */
  whole: Window;
  profile: { start: number; step: number; totals: readonly number[]; errors: readonly number[] } | null;
  marks: readonly MarkLine[];
  zone: string;
  at: number | null;
  selection: Window | null;
  /** Lanes that are checked; all of them when none is. */
  chosen: readonly boolean[];
  active: number;
  shows: { bursts: boolean; versions: boolean };
  painted: number;
  act: TimelineActs;
}

/** What the reader did with the mouse; what it means is the page's business. */
export interface TimelineActs {
  /** The pointer is over a lane, or with -1 over none. */
  hover(lane: number, ms: number, x: number, y: number): void;
  /** A click. */
  point(lane: number, ms: number): void;
  /** A drag over lanes, from one of them to another. */
  select(range: Window, first: number, last: number): void;
  /** The window while it is moved. */
  slide(window: Window): void;
  scroll(dy: number): void;
  /** A double click. */
  back(): void;
  resized(width: number, height: number): void;
}
