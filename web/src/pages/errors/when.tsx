// SPDX-License-Identifier: Apache-2.0
import type { Thrown } from "../../api/types.ts";
import { error, errorStep, errors, shownEvent } from "../../state/errors.ts";
import { exceptionOf, sameDeploy, sinceWords, spreadWords } from "../../state/errortext.ts";
import { view } from "../../state/location.ts";
import { duration, grouped, plural } from "../../state/numbers.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Spark } from "../../widgets/spark.tsx";
import { To } from "../../widgets/to.tsx";

const MESSAGE = 400;
const MOST = 20;
const OTHERS = 5;

/** The exceptions behind the one on top, outermost first. */
export function Causes() {
  const causes: Thrown[] = [];
  for (let at = shownEvent.value?.exception?.cause; at && causes.length < MOST; at = at.cause) causes.push(at);
  if (causes.length === 0) return null;
  return (
    <section className="side-part" aria-label="Caused by">
      <h3 className="side-title">Caused by</h3>
      {causes.map((cause, index) => (
        <p key={index} className="thrown">
          <Plain text={cause.type} />
          {cause.message && (
            <span>
              : <Plain text={clipped(cause.message, MESSAGE)} />
            </span>
          )}
        </p>
      ))}
    </section>
  );
}

/** Where and since when, as far as the logs tell. */
export function When() {
  const row = error.value;
  if (!row) return null;
  const facts = [
    spreadWords(row.versions, "version"),
    spreadWords(row.hosts, "host"),
    row.fresh === true
      ? `new: ${sinceWords(row)}, never before`
      : row.fresh === false
        ? "not new: it was there before the last deploy"
        : row.deploy
          ? "the logs do not reach back to before the last deploy"
          : "no deploy of the service is known",
  ].filter(Boolean);
  const others = sameDeploy(row, errors.data.value?.errors ?? []);
  return (
    <section className="side-part" aria-label="When it happens">
      <h3 className="side-title">When it happens</h3>
      <Spark steps={row.counts} />
      <ul>
        {facts.map((fact) => (
          <li key={fact}>
            <Plain text={fact} />
          </li>
        ))}
        <li>
          in {grouped(row.counts.filter((count) => count > 0).length)} of {plural(row.counts.length, "step")} of{" "}
          {duration(errorStep.value)}
        </li>
        {others.length > 0 && (
          <li>
            {plural(others.length, "other error")} began after the same deploy:{" "}
            {others.slice(0, OTHERS).map((other) => (
              <span key={other.id} className="second">
                <To view={{ ...view.value, id: other.id, selected: null }}>
                  <Plain text={clipped([exceptionOf(other), other.template].filter(Boolean).join(": "), 80)} />
                </To>
              </span>
            ))}
          </li>
        )}
      </ul>
    </section>
  );
}
