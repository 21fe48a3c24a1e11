// SPDX-License-Identifier: Apache-2.0
// What arrives while somebody follows: all of it is collected, some of it is painted. Knows no clock and no network.
import type { LogEvent } from "../api/types.ts";

/** An event, or something between events that a reader must know. */
export type TailItem = { event: LogEvent } | { note: string };

/** Items that are kept; older ones leave. */
export const KEPT = 10_000;
/** Items that are painted while the painting goes on. */
const PAINTED = 2_000;
/** Rows painted in a second at most, and the times of painting. */
const ROWS_A_SECOND = 50;
export const PAINTS_A_SECOND = 10;
/** The rate is that of the last so many milliseconds: events come together, several times or once a second. */
const WINDOW = 5_000;

interface Beat {
  at: number;
  arrived: number;
  painted: number;
}

export class TailBuffer {
  /** Newest last. */
  private items: TailItem[] = [];
  private readonly known = new Set<string>();
  /** Arrived since the last painting; in `items` as well. */
  private pending: TailItem[] = [];
  private beats: Beat[] = [];
  private room = ROWS_A_SECOND;
  /** Events that had arrived at the painting before. */
  private before = 0;

  /** What is painted, newest first. */
  rows: readonly TailItem[] = [];
  paused = false;
  /** Events that arrived while the painting was paused. */
  waiting = 0;
  /** Events that arrived. */
  received = 0;
  /** Events that arrived while the painting was paused, and left before anybody saw them. */
  lost = 0;

  /** Begins with what is there already, newest first. */
  constructor(events: readonly LogEvent[] = []) {
    this.items = events
      .slice(0, PAINTED)
      .map((event) => ({ event }))
      .reverse();
    for (const event of events.slice(0, PAINTED)) this.known.add(event.id);
    this.rows = [...this.items].reverse();
  }

  /** Takes an event; one that is known is not taken twice. */
  add(event: LogEvent): void {
    if (this.known.has(event.id)) return;
    this.known.add(event.id);
    this.received++;
    this.keep({ event });
  }

  /** Takes a word on what is missing. */
  note(text: string): void {
    this.keep({ note: text });
  }

  private keep(item: TailItem): void {
    this.items.push(item);
    this.pending.push(item);
    if (this.paused && "event" in item) this.waiting++;
    // In batches: taking out the first of many costs as much as all of them.
    if (this.items.length > KEPT + PAINTED) this.forget(this.items.length - KEPT);
  }

  private forget(count: number): void {
    for (const item of this.items.splice(0, count)) {
      if ("event" in item) this.known.delete(item.event.id);
    }
    const over = this.pending.length - this.items.length;
    if (over > 0) this.lost += this.pending.splice(0, over).filter((item) => "event" in item).length;
  }

  /** Paints what has come; to be called so many times a second. Answers whether anything changed. */
  paint(now: number): boolean {
    this.room = Math.min(ROWS_A_SECOND, this.room + ROWS_A_SECOND / PAINTS_A_SECOND);
    const arrived = this.received - this.before;
    const news = this.pending.length > 0;
    let painted = 0;
    this.before = this.received;
    if (!this.paused && news) {
      const chosen = this.choose(Math.floor(this.room));
      painted = chosen.filter((item) => "event" in item).length;
      this.room -= painted;
      this.rows = chosen.reverse().concat(this.rows).slice(0, PAINTED);
      this.pending = [];
    }
    this.beats.push({ at: now, arrived, painted });
    while (this.beats[0] && this.beats[0].at < now - WINDOW) this.beats.shift();
    return news || arrived > 0;
  }

  /** At most `room` of those that wait, evenly; notes are always among them. */
  private choose(room: number): TailItem[] {
    const all = this.pending;
    if (all.length <= room) return [...all];
    const every = room < 1 ? Number.POSITIVE_INFINITY : all.length / room;
    let next = room < 1 ? Number.POSITIVE_INFINITY : 0;
    return all.filter((item, index) => {
      const takes = index >= next;
      if (takes) next += every;
      return takes || "note" in item;
    });
  }

  /** Events a second, told from one coming together of events to the last; less once the next is overdue. */
  get rate(): number {
    const bursts = this.beats.filter((beat) => beat.arrived > 0);
    const [first] = bursts;
    const last = bursts.at(-1);
    const now = this.beats.at(-1);
    if (!first || !last || !now) return 0;
    const arrived = bursts.slice(1).reduce((sum, beat) => sum + beat.arrived, 0);
    if (arrived === 0) return (first.arrived * 1000) / WINDOW;
    const between = (last.at - first.at) / (bursts.length - 1);
    return (arrived * 1000) / Math.max(last.at - first.at, now.at - first.at - between);
  }

  /** One of so many is painted. */
  get oneIn(): number {
    const arrived = this.beats.reduce((sum, beat) => sum + beat.arrived, 0);
    const painted = this.beats.reduce((sum, beat) => sum + beat.painted, 0);
    return painted === 0 ? 1 : Math.max(1, Math.round(arrived / painted));
  }

  pause(): void {
    this.paused = true;
  }

  /** Paints everything that is kept, and goes on painting. */
  resume(): void {
    if (this.lost > 0)
      this.items.unshift({ note: `${this.lost.toLocaleString("en-US")} older events left the buffer` });
    this.paused = false;
    this.waiting = 0;
    this.lost = 0;
    this.pending = [];
    this.beats = [];
    this.rows = [...this.items].reverse();
  }
}
