// SPDX-License-Identifier: Apache-2.0
import type { Running, SuspectsAnswer } from "../../api/types.ts";
import { Plain } from "../../widgets/plain.tsx";
import { NextStep } from "./nextstep.tsx";

/** What keeps this from leading to a line and a commit, what was looked at, and how to give it. */
export function Obstacles({ answer }: { answer: SuspectsAnswer }) {
  const obstacles = answer.obstacles ?? [];
  if (obstacles.length === 0) return null;
  return (
    <ul className="obstacles" aria-label="What is missing">
      {obstacles.map((one) => (
        <li key={one.kind} data-obstacle={one.kind}>
          <strong>
            <Plain text={one.text} />
          </strong>
          {one.checked.length > 0 && (
            <div className="checked">
              Looked at:
              <ul>
                {one.checked.map((line) => (
                  <li key={line}>
                    <Plain text={line} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          <span>
            <Plain text={one.fix} />
          </span>
          <NextStep obstacle={one} answer={answer} />
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
