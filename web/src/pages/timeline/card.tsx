// SPDX-License-Identifier: Apache-2.0
// The card of a mark, or of all marks of a fold: what it was, and where to go from it.

import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { client } from "../../api/client.ts";
import type { Change, CommitBrief } from "../../api/types.ts";
import { entryOf } from "../../app/pages.ts";
import { SELECTION } from "../../state/actions.ts";
import { full, isoOf, offsetLabel } from "../../state/instant.ts";
import { pageView } from "../../state/location.ts";
import { currentIncident } from "../../state/pinning.ts";
import { failureOf } from "../../state/resource.ts";
import { incident, lookAt } from "../../state/timeline.ts";
import { SHAPES, type TimeMark } from "../../state/timemarks.ts";
import { Out } from "../../widgets/out.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { zone } from "./picture.ts";

const AROUND = 300_000;
const AFTER = 900_000;
const LONGEST = 400;

/** The marks whose card is open, by key; `kept` when it was opened on purpose and the pointer does not close it. */
export const card = signal<{ keys: readonly string[]; kept: boolean } | null>(null);

export function Sign({ mark }: { mark: Pick<TimeMark, "kind"> }) {
  return (
    <svg viewBox="0 0 10 10" className={`tl-sign of-${mark.kind}`} aria-hidden="true">
      <path d={SHAPES[mark.kind]} />
    </svg>
  );
}

/** A commit is asked for where its repository is hosted, once its card is open. */
function CommitPage({ change }: { change: Change }) {
  const found = useSignal<CommitBrief | string | null>(null);
  useEffect(() => {
    client.commit(change.id).then(
      (brief) => {
        found.value = brief;
      },
      (thrown) => {
        found.value = failureOf(thrown).message;
      },
    );
  }, [change.id]);
  const now = found.value;
  return (
    <>
      <code>{change.id.slice(0, 12)}</code>
      {typeof now === "string" && <span className="muted">{now}</span>}
      {now && typeof now !== "string" && <Out to={now.page}>commit</Out>}
    </>
  );
}

function Times({ mark }: { mark: TimeMark }) {
  const own = zone.value;
  const business = incident.data.value?.zone;
  const others = [...new Set(["UTC", ...(business ? [business] : [])])].filter((name) => name !== own);
  return (
    <>
      <button type="button" className="link mono" title="put the cursor there" onClick={() => lookAt(mark.time)}>
        {full(mark.time, own)}
      </button>{" "}
      <span className="muted">{offsetLabel(mark.at, own)}</span>
      {others.map((name) => (
        <span key={name} className="muted mono">
          {" "}
          {full(mark.time, name).slice(11)} {name}
        </span>
      ))}
    </>
  );
}

function Entry({ mark }: { mark: TimeMark }) {
  const { change, at } = mark;
  const iso = (ms: number) => isoOf(Math.round(ms));
  return (
    <li className="tl-entry">
      <div>
        <Sign mark={mark} /> <strong>{mark.word}</strong> <Times mark={mark} />
      </div>
      <p>
        <Plain text={clipped(mark.text, LONGEST)} />
        {mark.by && (
          <span className="muted">
            {" "}
            by <Plain text={clipped(mark.by, 80)} />
          </span>
        )}
      </p>
      {change?.inferred && (
        <p className="muted">
          inferred: <Plain text={clipped(change.inferred.how, 120)} />,{" "}
          <To
            view={pageView("investigate", {
              from: null,
              to: null,
              q: "",
              selected: change.inferred.event,
              panel: "event",
            })}
          >
            <Plain text={clipped(`${change.inferred.file}:${change.inferred.line}`, 80)} />
          </To>
        </p>
      )}
      <p className="tl-links">
        {change?.kind === "commit" && <CommitPage change={change} />}
        <To view={pageView("investigate", { from: iso(at - AROUND), to: iso(at + AROUND) })}>logs around it</To>
        {change && (
          <To view={pageView("errors", { from: iso(at), to: iso(at + AFTER), id: SELECTION })}>
            suspects of what failed after it
          </To>
        )}
        {change && entryOf("compare") && (
          <To
            view={pageView("compare", {
              baseFrom: iso(at - AFTER),
              baseTo: iso(at),
              from: iso(at),
              to: iso(at + AFTER),
            })}
          >
            before and after
          </To>
        )}
        {mark.evidence && currentIncident.value && entryOf("incidents") && (
          <To view={pageView("incidents", { id: currentIncident.value.id })}>{currentIncident.value.id}</To>
        )}
      </p>
    </li>
  );
}

export function MarkCard({ marks, label }: { marks: readonly TimeMark[]; label: string }) {
  return (
    <div className="tl-card" role="dialog" aria-label={label}>
      {marks.length > 1 && <h2>{label}</h2>}
      <ul>
        {marks.map((mark) => (
          <Entry key={mark.key} mark={mark} />
        ))}
      </ul>
    </div>
  );
}
