// SPDX-License-Identifier: Apache-2.0
// The clock of an event that came late. Most rows never have one, so it is made when a row first needs it.
import { CLOCK } from "../../widgets/clockshape.ts";

const SVG = "http://www.w3.org/2000/svg";

function made(): HTMLElement {
  const mark = document.createElement("span");
  mark.className = "late";
  mark.setAttribute("role", "img");
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("class", "icon");
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", CLOCK);
  icon.appendChild(path);
  mark.appendChild(icon);
  return mark;
}

/** Puts the mark in front of what the cell holds while there is something to say, and takes it away again. */
export function lateMark(cell: HTMLElement): (says: string | null) => void {
  let mark: HTMLElement | null = null;
  let said: string | null = null;
  return (says) => {
    if (says === said) return;
    said = says;
    if (says === null) {
      mark?.remove();
      return;
    }
    mark ??= made();
    mark.title = says;
    mark.setAttribute("aria-label", says);
    cell.prepend(mark);
  };
}
