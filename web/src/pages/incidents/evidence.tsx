// SPDX-License-Identifier: Apache-2.0
import type { Evidence, Incident } from "../../api/incidenttypes.ts";
import { checkAgain, evidenceCopy, promote, removeEvidence, restoreEvidence, sending } from "../../state/incident.ts";
import { full, second } from "../../state/instant.ts";
import { move, view } from "../../state/location.ts";
import { grouped } from "../../state/numbers.ts";
import { decode } from "../../state/view.ts";
import { Copy } from "../../widgets/copy.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { StoredCopy } from "./storedcopy.tsx";
import { checkWords, KINDS } from "./words.ts";

function Checked({ evidence }: { evidence: Evidence }) {
  const { check } = evidence;
  return (
    <span className={`piece-check ${check.state}`}>
      {checkWords(check)}
      {check.at && <span className="muted"> ({second(check.at, view.value.zone)})</span>}
    </span>
  );
}

function cameFrom(evidence: Evidence) {
  if (!evidence.view) return null;
  const { pathname, search } = new URL(evidence.view, "http://view");
  return decode(pathname, search).view;
}

function Details({ incident, evidence }: { incident: Incident; evidence: Evidence }) {
  const copy = evidenceCopy.data.value;
  const failure = evidenceCopy.error.value;
  const { zone } = view.value;
  const from = cameFrom(evidence);
  const onTimeline = incident.items.some((item) => item.evidence === evidence.id);
  const asked = Object.entries(evidence.ask.parameters).map(([name, value]) => `${name}=${value}`);
  return (
    <article className="piece" aria-label={`${evidence.id} ${evidence.title}`}>
      <h3>
        {evidence.id} <Plain text={evidence.title} />
      </h3>
      <div className="incident-actions">
        {from && (
          <To className="button small" view={{ ...from, zone }}>
            Open where it was found
          </To>
        )}
        <button
          type="button"
          className="button small"
          disabled={onTimeline || sending.value}
          onClick={() => void promote(evidence)}
        >
          {onTimeline ? "On the timeline" : "To the timeline"}
        </button>
        <Copy text={`[${evidence.id}]`} what={`the citation of ${evidence.id}`} label="Cite" />
        <button type="button" className="button small" onClick={() => void removeEvidence(evidence)}>
          Take off
        </button>
      </div>
      <dl className="piece-facts">
        <dt>Asked</dt>
        <dd className="mono">
          <Plain text={[evidence.ask.path, ...asked].join(" ")} />
        </dd>
        <dt>Taken</dt>
        <dd>
          {second(evidence.taken, zone)} by <Plain text={evidence.by} /> from <Plain text={evidence.source} />
        </dd>
        {evidence.total !== null && (
          <>
            <dt>Events</dt>
            <dd>{grouped(evidence.total)}</dd>
          </>
        )}
        <dt>Copy</dt>
        <dd>
          {grouped(evidence.bytes)} bytes, SHA-256 <span className="mono">{evidence.sha256}</span>
        </dd>
        <dt>Asked again</dt>
        <dd>
          <Checked evidence={evidence} />
        </dd>
        <dt>Cited in</dt>
        <dd>{evidence.used.length > 0 ? evidence.used.join(", ") : "nothing yet"}</dd>
      </dl>
      {failure && <Trouble error={failure} retry={evidenceCopy.retry} what="The copy is not shown:" />}
      {copy?.id === evidence.id ? (
        <StoredCopy evidence={copy} />
      ) : (
        !failure && <p className="note">Loading the copy…</p>
      )}
    </article>
  );
}

export function EvidenceList({ incident }: { incident: Incident }) {
  const { selected, zone } = view.value;
  const chosen = incident.evidence.find((one) => one.id === selected);
  return (
    <div className="pieces">
      <div className="piece-list">
        <div className="incident-actions">
          <button
            type="button"
            className="button small"
            aria-keyshortcuts="R"
            disabled={sending.value || incident.evidence.length === 0}
            onClick={() => void checkAgain()}
          >
            {sending.value ? "Asking…" : "Ask all again"}
          </button>
        </div>
        {incident.evidence.length === 0 && (
          <p className="note">
            Nothing is pinned yet. Choose this incident at the top right, then press P on what you want to keep.
          </p>
        )}
        <ul>
          {incident.evidence.map((evidence) => (
            <li key={evidence.id}>
              <button
                type="button"
                className="piece-card"
                aria-current={evidence.id === selected ? "true" : undefined}
                onClick={() => move({ selected: evidence.id })}
              >
                <span>
                  <strong>{evidence.id}</strong> <span className="muted">{KINDS[evidence.kind]}</span>{" "}
                  {evidence.first && <span className="mono">{full(evidence.first, zone)}</span>}
                </span>
                <span>
                  <Plain text={evidence.title} />
                </span>
                <Checked evidence={evidence} />
              </button>
            </li>
          ))}
        </ul>
        {incident.removed.length > 0 && (
          <details>
            <summary>{incident.removed.length} taken off</summary>
            <ul>
              {incident.removed.map((evidence) => (
                <li key={evidence.id}>
                  {evidence.id} <Plain text={evidence.title} />{" "}
                  <button type="button" className="link" onClick={() => void restoreEvidence(evidence.id)}>
                    put back
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {chosen ? (
        <Details key={chosen.id} incident={incident} evidence={chosen} />
      ) : (
        <p className="note">Choose a piece of evidence to see its stored copy.</p>
      )}
    </div>
  );
}
