// SPDX-License-Identifier: Apache-2.0
import { go } from "../../state/location.ts";

/** The rows are there some frames after their tab was chosen. */
const FRAMES = 30;

/** Shows the rows of the selection, and goes to them. */
export function openLogs(): void {
  go({ tab: "logs" });
  let frames = FRAMES;
  const focus = () => {
    const rows = document.querySelector<HTMLElement>("#tl-inside [role=grid]");
    if (rows) rows.focus({ preventScroll: true });
    else if (frames-- > 0) requestAnimationFrame(focus);
  };
  requestAnimationFrame(focus);
}
