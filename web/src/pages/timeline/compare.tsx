// SPDX-License-Identifier: Apache-2.0
import type { DifferenceFinding } from "../../api/timelinetypes.ts";
import { entryOf } from "../../app/pages.ts";
import { clockSeconds, millis } from "../../state/instant.ts";
import { pageView } from "../../state/location.ts";
import { grouped, plural } from "../../state/numbers.ts";
import { before, differences } from "../../state/timedrawer.ts";
import { scope } from "../../state/timeline.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { zone } from "./picture.ts";

const LONGEST = 300;

/** A finding's sentence without the word that stands before it already. */
function sentence({ sentence, change }: DifferenceFinding): string {
  const rest = change && sentence.startsWith(`${change}: `) ? sentence.slice(change.length + 2) : sentence;
  return clipped(rest, LONGEST);
}

/** What sets the selection apart from the time of the same length before it. */
export function CompareBefore() {
  const answer = differences.data.value;
  const error = differences.error.value;
  const ask = scope.value;
  if (!answer || !ask) {
    return error ? (
      <Trouble what="No comparison." error={error} retry={differences.retry} />
    ) : (
      <p className="note">comparing…</p>
    );
  }
  const old = before(ask);
  const clock = (iso: string) => clockSeconds(millis(iso), zone.value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={error ? "tl-scroll stale" : "tl-scroll"} tabIndex={0} aria-label="Compared with before">
      <p className="tl-said">
        {answer.sentence}: {plural(answer.here.members, "event")} from {clock(answer.here.range.from)} to{" "}
        {clock(answer.here.range.to)} ({grouped(Math.round(answer.here.perMinute * 10) / 10)} a minute), against{" "}
        {plural(answer.there.members, "event")} from {clock(answer.there.range.from)} to {clock(answer.there.range.to)}{" "}
        ({grouped(Math.round(answer.there.perMinute * 10) / 10)} a minute).{" "}
        {entryOf("compare") && (
          <To view={pageView("compare", { ...ask, baseFrom: old.from, baseTo: old.to })}>Open in Compare</To>
        )}
      </p>
      <ol className="tl-findings">
        {answer.groups.map(({ leading, together }, index) => (
          <li key={`${index} ${leading.sentence}`}>
            {leading.change && <span className={`kind ${leading.change}`}>{leading.change}</span>}{" "}
            {leading.query ? (
              <To view={pageView("investigate", { ...ask, q: leading.query })}>
                <Plain text={sentence(leading)} />
              </To>
            ) : (
              <Plain text={sentence(leading)} />
            )}
            {together.length > 0 && (
              <span className="muted"> and {plural(together.length, "finding")} about the same events</span>
            )}
          </li>
        ))}
      </ol>
      {answer.more > 0 && <p className="note">{plural(answer.more, "more difference")} not listed.</p>}
      {answer.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </section>
  );
}
