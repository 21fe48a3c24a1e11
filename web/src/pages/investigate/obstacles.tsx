// SPDX-License-Identifier: Apache-2.0
import type { Obstacle, Running } from "../../api/types.ts";
import { Plain } from "../../widgets/plain.tsx";

/** What keeps this from leading to a line and a commit, and how to give it. */
export function Obstacles({ obstacles }: { obstacles: readonly Obstacle[] }) {
  if (obstacles.length === 0) return null;
  return (
    <ul className="obstacles" aria-label="What is missing">
      {obstacles.map((one) => (
        <li key={one.kind} data-obstacle={one.kind}>
          <strong>
            <Plain text={one.text} />
          </strong>
          <span>
            <Plain text={one.fix} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** At which commit the source is shown, and how that was found. */
export function Ran({ running }: { running: readonly Running[] }) {
  return (
    <>
      {running.map((one) => (
        <p key={one.commit} className={one.sure ? "ran" : "ran guess"}>
          {one.sure ? "Source at " : "Source, by a guess, at "}
          <span className="mono">{one.commit.slice(0, 8)}</span> <Plain text={one.subject} />:{" "}
          <Plain text={[one.service, one.version].filter(Boolean).join(" ")} />
          {one.service || one.version ? ", " : ""}
          <Plain text={one.how} />
        </p>
      ))}
    </>
  );
}
