// SPDX-License-Identifier: Apache-2.0
// The list of events: as many row elements as fit, recycled while scrolling. Knows nothing of the framework.
import { type Paint, type RowCells, rowCells } from "./cells.ts";
import type { Row } from "./rows.ts";

export interface GridModel extends Paint {
  /** What the rows answer: another one begins at `start`, more rows of the same keep the place. */
  subject: unknown;
  /** The row that stands first when the subject is new. */
  start: number;
  /** False where rows that come before the others are to be seen: those of a tail. */
  holds: boolean;
  rows: readonly Row[];
  /** Row number of the selected event, or -1. */
  selected: number;
  /** Rows there are in all, loaded or not; -1 while that is unknown. */
  total: number;
  stale: boolean;
  /** Ids of events that would go, while that is told. */
  leaving?: ReadonlySet<string> | null;
  label: string;
  head: readonly string[];
  select(row: number): void;
  open(row: number): void;
  /** Called with the rows in sight, the first with the part of it that is not; more can be loaded in time. */
  seen(first: number, last: number): void;
}

export interface Grid {
  update(model: GridModel): void;
  reveal(row: number): void;
  /** Puts a row first, or a part of one: 2.5 leaves half of the third in sight. */
  begin(row: number): void;
  focus(): void;
  pageSize(): number;
  destroy(): void;
}

const OVERSCAN = 6;

function isLeaving(row: Row | undefined, leaving: ReadonlySet<string>): boolean {
  return row?.kind === "event" && leaving.has(row.event.id);
}

interface Slot {
  element: HTMLElement;
  cells: RowCells;
  row: number;
  version: number;
  chosen: boolean;
  leaves: boolean;
}

export function mountGrid(host: HTMLElement, first: GridModel): Grid {
  const scroller = document.createElement("div");
  scroller.className = "grid";
  scroller.setAttribute("role", "grid");
  scroller.tabIndex = 0;
  const head = document.createElement("div");
  head.className = "row head";
  head.setAttribute("role", "row");
  head.setAttribute("aria-rowindex", "1");
  const space = document.createElement("div");
  space.className = "grid-space";
  space.setAttribute("role", "rowgroup");
  scroller.append(head, space);
  host.appendChild(scroller);

  let model = first;
  let version = 0;
  let frame = 0;
  const slots: Slot[] = [];

  const rowHeight = () => head.offsetHeight || 24;
  const pageSize = () => Math.max(1, Math.floor((scroller.clientHeight - head.offsetHeight) / rowHeight()));

  function slotFor(row: number, count: number): Slot {
    // A larger pool deals rows to other slots: none may go on showing its old one.
    if (slots.length < count) for (const slot of slots) slot.row = -1;
    while (slots.length < count) {
      const element = document.createElement("div");
      element.className = "row";
      element.id = `event-row-${slots.length}`;
      element.setAttribute("role", "row");
      element.setAttribute("aria-selected", "false");
      space.appendChild(element);
      slots.push({ element, cells: rowCells(element), row: -1, version: -1, chosen: false, leaves: false });
    }
    return slots[row % slots.length] as Slot;
  }

  function paint(): void {
    frame = 0;
    const height = rowHeight();
    const top = Math.max(0, Math.floor(scroller.scrollTop / height) - OVERSCAN);
    const count = Math.max(pageSize() + 2 * OVERSCAN + 2, slots.length);
    const end = Math.min(model.rows.length, top + count);
    let active = "";
    for (let row = top; row < end; row++) {
      const slot = slotFor(row, count);
      if (slot.row !== row || slot.version !== version) {
        slot.element.hidden = false;
        slot.element.style.transform = `translateY(${row * height}px)`;
        slot.element.setAttribute("aria-rowindex", String(row + 2));
        slot.cells.fill(model.rows[row] as Row, model);
        slot.row = row;
        slot.version = version;
      }
      const chosen = row === model.selected;
      if (slot.chosen !== chosen) {
        slot.chosen = chosen;
        slot.element.setAttribute("aria-selected", String(chosen));
      }
      if (chosen) active = slot.element.id;
      const leaves = model.leaving ? isLeaving(model.rows[row], model.leaving) : false;
      if (slot.leaves !== leaves) {
        slot.leaves = leaves;
        slot.element.toggleAttribute("data-leaving", leaves);
      }
    }
    for (const slot of slots) if (slot.row < top || slot.row >= end) slot.element.hidden = true;
    for (const slot of slots) if (slot.element.hidden) slot.row = -1;
    if (active) scroller.setAttribute("aria-activedescendant", active);
    else scroller.removeAttribute("aria-activedescendant");
    model.seen(scroller.scrollTop / height, end - OVERSCAN);
  }

  function soon(): void {
    if (frame === 0) frame = requestAnimationFrame(paint);
  }

  function rowAt(target: EventTarget | null): number {
    const element = target instanceof Element ? target.closest(".row:not(.head)") : null;
    return slots.find((slot) => slot.element === element)?.row ?? -1;
  }

  const click = (event: MouseEvent) => {
    const row = rowAt(event.target);
    if (row < 0 || model.rows[row]?.kind !== "event") return;
    if (window.getSelection()?.isCollapsed === false) return; // the reader is copying text
    model.open(row);
  };

  function setHead(): void {
    head.replaceChildren(
      ...model.head.map((text) => {
        const cell = document.createElement("span");
        cell.setAttribute("role", "columnheader");
        cell.textContent = text;
        return cell;
      }),
    );
  }

  /** Where the row at the top will be among the next rows; itself where it is not among them. */
  function held(next: GridModel, top: number): number {
    const at = model.rows.findIndex((row, index) => index >= top && row.kind === "event");
    const row = model.rows[at];
    if (row?.kind !== "event") return top;
    const same = (other: Row | undefined) => other?.kind === "event" && other.event === row.event;
    if (same(next.rows[at])) return top;
    const now = next.rows.findIndex(same);
    return now < 0 ? top : top + now - at;
  }

  function update(next: GridModel): void {
    if (next.rows !== model.rows || next.zone !== model.zone || next.words !== model.words) version++;
    const fresh = next.subject !== model.subject;
    const height = rowHeight();
    const top = Math.floor(scroller.scrollTop / height);
    const moved = !fresh && next.holds && next.rows !== model.rows ? held(next, top) - top : 0;
    if (next.head.join() !== model.head.join()) {
      model = next;
      setHead();
    }
    model = next;
    space.style.height = `${model.rows.length * height}px`;
    scroller.setAttribute("aria-rowcount", String(model.total < 0 ? -1 : model.total + 1));
    scroller.setAttribute("aria-label", model.label);
    scroller.classList.toggle("stale", model.stale);
    if (fresh) scroller.scrollTop = model.start * height;
    else if (moved !== 0) scroller.scrollTop += moved * height;
    soon();
  }

  function reveal(row: number): void {
    if (row < 0) return;
    const height = rowHeight();
    const room = scroller.clientHeight - head.offsetHeight;
    const top = row * height;
    if (top < scroller.scrollTop) scroller.scrollTop = Math.max(0, top - 2 * height);
    else if (top + height > scroller.scrollTop + room) scroller.scrollTop = top + 3 * height - room;
    soon();
  }

  function begin(row: number): void {
    scroller.scrollTop = row * rowHeight();
    soon();
  }

  const resized = new ResizeObserver(soon);
  resized.observe(scroller);
  scroller.addEventListener("scroll", soon, { passive: true });
  space.addEventListener("click", click);
  setHead();
  version++;
  update(first);
  begin(first.start);

  return {
    update,
    reveal,
    begin,
    focus: () => scroller.focus({ preventScroll: true }),
    pageSize,
    destroy() {
      cancelAnimationFrame(frame);
      resized.disconnect();
      scroller.remove();
    },
  };
}
