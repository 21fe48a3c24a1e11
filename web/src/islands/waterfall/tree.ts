// SPDX-License-Identifier: Apache-2.0
// The bars of a trace as columns of numbers, in the order in which they are drawn. No object is made per bar, so that
// closing one with 80,000 under it costs a walk over an array.

/** Levels by number, worst first. */
export const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "none"] as const;
const NONE = LEVELS.length - 1;

export function levelNumber(level: string | null): number {
  const at = LEVELS.indexOf((level ?? "none") as (typeof LEVELS)[number]);
  return at < 0 ? NONE : at;
}

export interface Tree {
  size: number;
  depth: Uint16Array;
  /** Behind the last bar below each. */
  end: Int32Array;
  /** Milliseconds since the start of the unit. */
  start: Float64Array;
  length: Float64Array;
  level: Uint8Array;
  /** 1 for a span, 0 for a bar from the first to the last line. */
  spans: Uint8Array;
  services: string[];
  names: string[];
  /** How the lines of each were found, such as "order, trace". */
  joins: string[];
  /** Where the ticks of each bar begin; one more than bars. */
  tickFrom: Int32Array;
  tickAt: Float64Array;
  tickLevel: Uint8Array;
  /** The event of each tick, by its place in the unit. */
  tickEvent: Int32Array;
}

export interface Draft {
  depth: number;
  start: number;
  length: number;
  level: number;
  span: boolean;
  service: string;
  name: string;
  join: string;
  /** At, level and event of each line. */
  ticks: [number, number, number][];
}

/** The bars must come in the order of drawing: each below the one it belongs to. */
export function treeOf(drafts: readonly Draft[]): Tree {
  const size = drafts.length;
  const ticks = drafts.reduce((sum, draft) => sum + draft.ticks.length, 0);
  const tree: Tree = {
    size,
    depth: new Uint16Array(size),
    end: new Int32Array(size),
    start: new Float64Array(size),
    length: new Float64Array(size),
    level: new Uint8Array(size),
    spans: new Uint8Array(size),
    services: new Array<string>(size),
    names: new Array<string>(size),
    joins: new Array<string>(size),
    tickFrom: new Int32Array(size + 1),
    tickAt: new Float64Array(ticks),
    tickLevel: new Uint8Array(ticks),
    tickEvent: new Int32Array(ticks),
  };
  let tick = 0;
  drafts.forEach((draft, at) => {
    tree.depth[at] = draft.depth;
    tree.start[at] = draft.start;
    tree.length[at] = draft.length;
    tree.level[at] = draft.level;
    tree.spans[at] = draft.span ? 1 : 0;
    tree.services[at] = draft.service;
    tree.names[at] = draft.name;
    tree.joins[at] = draft.join;
    tree.tickFrom[at] = tick;
    for (const [time, level, event] of draft.ticks) {
      tree.tickAt[tick] = time;
      tree.tickLevel[tick] = level;
      tree.tickEvent[tick] = event;
      tick++;
    }
  });
  tree.tickFrom[size] = tick;
  close(tree);
  return tree;
}

function close(tree: Tree): void {
  const open: number[] = [];
  for (let at = 0; at < tree.size; at++) {
    while (open.length > 0 && (tree.depth[open.at(-1) ?? 0] ?? 0) >= (tree.depth[at] ?? 0)) {
      tree.end[open.pop() ?? 0] = at;
    }
    open.push(at);
  }
  for (const at of open) tree.end[at] = tree.size;
}

/** The bars in sight: none below a closed one, and of the others those that `keep` holds (1) or all when it is null. */
export function visible(tree: Tree, closed: Uint8Array, keep: Uint8Array | null): Int32Array {
  const rows = new Int32Array(tree.size);
  let count = 0;
  let at = 0;
  while (at < tree.size) {
    if (keep === null || keep[at] === 1) rows[count++] = at;
    at = closed[at] === 1 ? (tree.end[at] ?? tree.size) : at + 1;
  }
  return rows.subarray(0, count);
}

/** The bars that `fits` holds for, with those they belong to. */
export function kept(tree: Tree, fits: (bar: number) => boolean): Uint8Array {
  const keep = new Uint8Array(tree.size);
  const above: number[] = [];
  for (let at = 0; at < tree.size; at++) {
    above.length = Math.min(above.length, tree.depth[at] ?? 0);
    if (fits(at)) {
      keep[at] = 1;
      for (const bar of above) keep[bar] = 1;
    }
    above.push(at);
  }
  return keep;
}

/** True when a line of the bar, or the bar itself, is an error or worse. */
export function failed(tree: Tree, bar: number): boolean {
  if ((tree.level[bar] ?? NONE) <= 1) return true;
  for (let tick = tree.tickFrom[bar] ?? 0; tick < (tree.tickFrom[bar + 1] ?? 0); tick++) {
    if ((tree.tickLevel[tick] ?? NONE) <= 1) return true;
  }
  return false;
}

/** The events of a bar and of all below it, by their places in the unit, oldest first. */
export function eventsBelow(tree: Tree, bar: number): number[] {
  const from = tree.tickFrom[bar] ?? 0;
  const to = tree.tickFrom[tree.end[bar] ?? tree.size] ?? 0;
  return [...new Set(tree.tickEvent.subarray(from, to))].sort((one, two) => one - two);
}
