// SPDX-License-Identifier: Apache-2.0
import type { Import } from "../../api/sourcetypes.ts";
import { size } from "../../state/bytes.ts";
import { ALL, imports, isOver, progress, stopImport } from "../../state/imports.ts";
import { move, pageView, view } from "../../state/location.ts";
import { duration, grouped, plural } from "../../state/numbers.ts";
import { Plain } from "../../widgets/plain.tsx";
import { To } from "../../widgets/to.tsx";

/** The files that were handed in, on every visit: the server knows them. */
export function ImportRows() {
  const all = imports.data.value?.imports ?? [];
  if (all.length === 0) return null;
  return (
    <section className="imports" aria-labelledby="imports-title">
      <h3 id="imports-title">Files handed in since the server started</h3>
      <ul>
        {all.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Row({ one }: { one: Import }) {
  const over = isOver(one);
  const known = one.percent !== null && one.state !== "waiting";
  return (
    <li className="import" data-state={one.state}>
      <span className="import-name">
        <Plain text={one.name} />
      </span>
      <span className={`state ${one.state}`}>{one.state}</span>
      {!over && (
        <>
          <progress
            aria-label={`${one.name}: ${one.state}`}
            max={100}
            {...(known ? { value: one.percent ?? 0 } : {})}
          />
          <span className="mono">{known ? `${one.percent} %` : ""}</span>
          <span className="muted">
            {progress(one)}
            {one.rate !== null && `, ${size(one.rate)}/s`}
            {one.leftMs !== null && `, ${duration(one.leftMs)} left`}
          </span>
          <button type="button" className="button small" onClick={() => void stopImport(one.id)}>
            Stop<span className="unseen"> {one.name}</span>
          </button>
        </>
      )}
      {over && <Outcome one={one} />}
    </li>
  );
}

function Outcome({ one }: { one: Import }) {
  const source = one.sources[0] ?? one.name;
  return (
    <>
      {one.events > 0 && <span className="mono">{plural(one.events, "event")}</span>}
      {one.query && (
        <To className="button small" view={pageView("investigate", { ...ALL, q: one.query })}>
          Open in Investigate<span className="unseen">: {one.name}</span>
        </To>
      )}
      {one.unread > 0 && (
        <button
          type="button"
          className="link"
          onClick={() => move({ tab: null, selected: source })}
          aria-pressed={view.value.selected === source}
        >
          {grouped(one.unread)} lines not understood
        </button>
      )}
      {one.why && (
        <span className="muted">
          <Plain text={one.why} />
        </span>
      )}
      {one.problems.length > 0 && one.problems[0] !== one.why && (
        <ul className="import-problems muted">
          {one.problems.map((problem) => (
            <li key={problem}>
              <Plain text={problem} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
