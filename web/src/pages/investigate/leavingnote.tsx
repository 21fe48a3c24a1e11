// SPDX-License-Identifier: Apache-2.0
import { leavingSaid, leavingText } from "../../state/leaving.ts";

/** Over the foot of the list: how many events a − would take away, and what is not known of it. */
export function LeavingNote() {
  const said = leavingSaid.value;
  return (
    <p className="leaving-note" role="status">
      {said && leavingText(said)}
    </p>
  );
}
