// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import type { Incident, IncidentStatus, MarkKind } from "../../api/incidenttypes.ts";
import { mark, revise, sending } from "../../state/incident.ts";
import { full, second } from "../../state/instant.ts";
import { move, view } from "../../state/location.ts";
import { duration } from "../../state/numbers.ts";
import { typedInstant } from "../../state/timetext.ts";
import { isInstant, isZone } from "../../state/urltext.ts";
import { causes } from "../../state/verdicts.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { SEVERITIES, severityName } from "./list.tsx";
import { REVIEWS } from "./words.ts";

const MARKS: readonly [MarkKind, string][] = [
  ["started", "Started"],
  ["detected", "Detected"],
  ["acknowledged", "Acknowledged"],
  ["mitigated", "Mitigated"],
  ["resolved", "Resolved"],
];
const STATUSES: readonly IncidentStatus[] = ["open", "mitigated", "resolved"];

/** A time as people type it: with its own zone, or in the zone that is shown, on the incident's day. */
export function typedTime(text: string, incident: Incident): string | null {
  const trimmed = text.trim();
  if (isInstant(trimmed)) return trimmed;
  const day = Date.parse(incident.marks[0]?.time ?? incident.evidence[0]?.first ?? incident.created);
  return typedInstant(trimmed, { zone: view.peek().zone, end: day, day });
}

function MarkLine({ incident, kind, name }: { incident: Incident; kind: MarkKind; name: string }) {
  const now = incident.marks.find((mark) => mark.kind === kind);
  const { zone } = view.value;
  const [typed, setTyped] = useState<string | null>(null);
  const [trouble, setTrouble] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    const time = typedTime(typed ?? "", incident);
    if (time === null) return setTrouble("Type a time, such as 14:12:31 or 2026-03-10 14:12:31.204.");
    void mark(kind, time).then((done) => done && setTyped(null));
  };
  if (typed === null) {
    return (
      <div className="mark-line">
        <dt>{name}</dt>
        <dd>
          {now ? <span className="mono">{full(now.time, zone)}</span> : <span className="muted">not known</span>}
          {now && (
            <span className="muted">
              {" "}
              by <Plain text={now.by} />
            </span>
          )}
          <button type="button" className="button small" onClick={() => setTyped(now ? full(now.time, zone) : "")}>
            {now ? "Change" : "Set"} <span className="unseen">{name}</span>
          </button>
          {!now && (
            <button type="button" className="button small" onClick={() => void mark(kind, new Date().toISOString())}>
              Now <span className="unseen">as {name}</span>
            </button>
          )}
          {now && (
            <button type="button" className="button small" onClick={() => void mark(kind, null)}>
              Take off <span className="unseen">{name}</span>
            </button>
          )}
        </dd>
      </div>
    );
  }
  return (
    <div className="mark-line">
      <dt>{name}</dt>
      <dd>
        <form onSubmit={submit}>
          <input
            className="field mono"
            aria-label={`${name} at, in ${zone}`}
            placeholder="14:12:31"
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setTrouble("");
            }}
          />
          <button type="submit" className="button small primary" disabled={sending.value}>
            Keep
          </button>
          <button type="button" className="button small" onClick={() => setTyped(null)}>
            Cancel
          </button>
          {trouble && (
            <span className="bad" role="alert">
              {trouble}
            </span>
          )}
        </form>
      </dd>
    </div>
  );
}

function length(ms: number | null): string {
  if (ms === null) return "not known";
  return ms < 0 ? "marks are not in order" : duration(ms);
}

/** What would help most now; the page says it in a sentence each. */
function nextSteps(incident: Incident): { text: string; tab: string | null }[] {
  const steps: { text: string; tab: string | null }[] = [];
  const marked = new Set(incident.marks.map((mark) => mark.kind));
  if (incident.evidence.length === 0)
    steps.push({ text: "Pin the first evidence: P on any row, chart or suspect.", tab: null });
  if (!marked.has("started")) steps.push({ text: "Say when it started.", tab: null });
  const unsourced = incident.items.filter((item) => !item.sourced).length;
  if (unsourced > 0) steps.push({ text: `Give ${unsourced} timeline items their evidence.`, tab: "timeline" });
  const stale = incident.evidence.filter((one) => one.check.state === "gone" || one.check.state === "now").length;
  if (stale > 0)
    steps.push({ text: `Look at ${stale} pieces of evidence that changed in the store.`, tab: "evidence" });
  const empty = incident.blocks.filter((block) => block.text.trim() === "" && block.section !== "timeline").length;
  if (incident.status === "resolved" && empty > 0)
    steps.push({ text: `Write ${empty} empty parts of the document.`, tab: "document" });
  return steps;
}

function Heading({ incident }: { incident: Incident }) {
  const [title, setTitle] = useState(incident.title);
  const [lead, setLead] = useState(incident.lead ?? "");
  const [zone, setZone] = useState(incident.zone);
  return (
    <form className="heading-form" onSubmit={(event) => event.preventDefault()}>
      <label className="wide">
        Title
        <input
          className="field"
          maxLength={200}
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
          onChange={() => title.trim() !== "" && title !== incident.title && void revise({ title: title.trim() })}
        />
      </label>
      <label>
        Severity
        <select
          className="select"
          value={incident.severity ?? ""}
          onChange={(event) => event.currentTarget.value && void revise({ severity: event.currentTarget.value })}
        >
          {!incident.severity && <option value="">not said</option>}
          {SEVERITIES.map((word) => (
            <option key={word} value={word}>
              {severityName(word)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Status
        <select
          className="select"
          value={incident.status}
          onChange={(event) => void revise({ status: event.currentTarget.value as IncidentStatus })}
        >
          {STATUSES.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <label>
        Lead
        <input
          className="field"
          maxLength={80}
          value={lead}
          placeholder="nobody"
          onInput={(event) => setLead(event.currentTarget.value)}
          onChange={() => lead !== (incident.lead ?? "") && void revise({ lead: lead.trim() })}
        />
      </label>
      <label>
        Business time zone
        <input
          className="field"
          value={zone}
          aria-invalid={!isZone(zone)}
          onInput={(event) => setZone(event.currentTarget.value)}
          onChange={() => zone !== incident.zone && isZone(zone) && void revise({ zone })}
        />
      </label>
    </form>
  );
}

/** What somebody confirmed of the suspects that are pinned here. */
function Causes({ incident }: { incident: Incident }) {
  const found = causes.value.flatMap((cause) => {
    const piece = incident.evidence.find(({ chosen }) => chosen?.kind === cause.kind && chosen.id === cause.id);
    return piece ? [{ cause, piece }] : [];
  });
  if (found.length === 0) return null;
  return (
    <section>
      <h3>Root cause, as confirmed</h3>
      <ul className="next-steps">
        {found.map(({ cause, piece }) => (
          <li key={`${cause.kind} ${cause.id}`}>
            <Plain text={clipped(cause.title, 200)} />, by <Plain text={cause.by} />,{" "}
            {second(cause.time, view.value.zone)}
            {cause.reason && (
              <>
                : <Plain text={clipped(cause.reason, 400)} />
              </>
            )}{" "}
            <button type="button" className="link" onClick={() => move({ tab: "evidence", selected: piece.id })}>
              {piece.id}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Overview({ incident }: { incident: Incident }) {
  const { durations } = incident;
  const steps = nextSteps(incident);
  return (
    <div className="incident-overview">
      <Heading key={`${incident.id} ${incident.revision}`} incident={incident} />
      <section>
        <h3>Course</h3>
        <dl className="incident-marks">
          {MARKS.map(([kind, name]) => (
            <MarkLine key={kind} incident={incident} kind={kind} name={name} />
          ))}
        </dl>
      </section>
      <section>
        <h3>It took</h3>
        <dl className="incident-durations">
          <dt>to detect</dt>
          <dd>{length(durations.toDetectMs)}</dd>
          <dt>to acknowledge</dt>
          <dd>{length(durations.toAcknowledgeMs)}</dd>
          <dt>to mitigate</dt>
          <dd>{length(durations.toMitigateMs)}</dd>
          <dt>to resolve</dt>
          <dd>{length(durations.toResolveMs)}</dd>
        </dl>
        <p className="muted">
          Document: {REVIEWS[incident.review]}. Opened {second(incident.created, view.value.zone)} by{" "}
          <Plain text={incident.by} />.
        </p>
      </section>
      <Causes incident={incident} />
      {steps.length > 0 && (
        <section>
          <h3>What would help next</h3>
          <ul className="next-steps">
            {steps.map(({ text, tab }) => (
              <li key={text}>
                {text}{" "}
                {tab && (
                  <button type="button" className="link" onClick={() => move({ tab })}>
                    go there
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
