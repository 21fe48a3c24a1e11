// SPDX-License-Identifier: Apache-2.0
import type { ExplainAnswer } from "../../api/explaintypes.ts";
import { duration, grouped, plural } from "../../state/numbers.ts";
import { lengthOf } from "../../state/rates.ts";

/** Which tests, which correction, and how many events were read: for who wants to know. */
export function How({ answer }: { answer: ExplainAnswer }) {
  const { here, there } = answer;
  const whole = here.read >= here.members && there.read >= there.members;
  return (
    <details className="cp-how">
      <summary>How is this computed?</summary>
      <ul>
        <li>
          Rates a minute are compared, not counts: B is {duration(lengthOf(here.range))} long, A{" "}
          {duration(lengthOf(there.range))}. One event in A stands for {answer.ratio.toFixed(2)} in B when nothing
          differs: the median over frequent patterns, or the ratio of the lengths.
        </li>
        <li>
          Counts: the exact binomial test (Przyborowski and Wilenski 1940), corrected where B comes in bursts. Numbers:
          the rank test of Mann and Whitney (1947). Silence: the chance of none where so many were expected.
        </li>
        <li>
          {plural(answer.tests, "comparison")} were made; the correction for so many is that of Benjamini and Hochberg
          (1995): of what is listed at most 5 % is expected to be chance (q ≤ 0.05), and each has an effect of 0.2 or
          more (Cohen's h), or twice or half the rate.
        </li>
        <li>
          What explains the new errors is chosen greedily: each thing is the one that accounts for most errors that
          those before it leave. All are counted in all events.
        </li>
        <li>
          {whole
            ? "All events of both windows were read."
            : `Read for values and numbers: ${grouped(here.read)} of ${grouped(here.members)} events of B, ${grouped(there.read)} of ${grouped(there.members)} of A, spread over the time; fields and patterns are counted in all.`}
        </li>
        {answer.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
