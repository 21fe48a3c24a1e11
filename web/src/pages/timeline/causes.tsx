// SPDX-License-Identifier: Apache-2.0

import { earlierCauses } from "../../state/timeline.ts";
import { confirmedText } from "../../state/timemarks.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";

const ID = 12;

/** What was confirmed to be the root cause, where it was made before the time that is shown. */
export function Causes() {
  return (
    <>
      {earlierCauses.value.map((cause) => (
        <p key={`${cause.kind} ${cause.id}`} className="note">
          <Plain
            text={clipped(`${confirmedText(cause)}: ${cause.kind} ${cause.id.slice(0, ID)} ${cause.title}`, 400)}
          />
          , which has no mark in this time
        </p>
      ))}
    </>
  );
}
